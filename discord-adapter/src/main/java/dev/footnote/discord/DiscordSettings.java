package dev.footnote.discord;

import dev.footnote.core.service.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How the bot reaches Discord.
 *
 * @param endpoints where Discord is; empty for the real one
 */
public record DiscordSettings(Secret token, Optional<Endpoints> endpoints, Shards shards) {

  private static final int MOST_SHARDS = 16_000;

  /**
   * Another place than Discord's. Both addresses or none: with one alone half of the bot would
   * still talk to the real Discord.
   *
   * @param api such as {@code http://host/api/v10/}
   * @param gateway such as {@code ws://host/}
   */
  public record Endpoints(URI api, URI gateway) {

    public Endpoints {
      var problems = new ArrayList<String>();
      if (!String.valueOf(api.getScheme()).matches("https?") || api.getHost() == null) {
        problems.add("discord-api-url: must look like http://host/api/v10/");
      }
      if (!String.valueOf(gateway.getScheme()).matches("wss?") || gateway.getHost() == null) {
        problems.add("discord-gateway-url: must look like ws://host/");
      }
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", problems));
      }
      api = URI.create(api.toString().replaceFirst("/*$", "/"));
    }

    /**
     * @throws IllegalArgumentException if one is there and the other is not
     */
    public static Optional<Endpoints> of(Optional<URI> api, Optional<URI> gateway) {
      if (api.isPresent() != gateway.isPresent()) {
        throw new IllegalArgumentException(
            (api.isPresent() ? "discord-gateway-url" : "discord-api-url")
                + ": is missing; set discord-api-url and discord-gateway-url, both or neither");
      }
      return api.map(a -> new Endpoints(a, gateway.orElseThrow()));
    }
  }

  /**
   * The connections of the bot, of which Discord wants one for each 2,500 servers.
   *
   * @param total all of them, in every process; 1 to 16,000
   * @param own those of this process, from 0
   */
  public record Shards(int total, SortedSet<Integer> own) {

    /** All servers on one connection. */
    public static final Shards SINGLE = new Shards(1, new TreeSet<>(Set.of(0)));

    public Shards {
      own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
      if (total < 1 || total > MOST_SHARDS) {
        throw new IllegalArgumentException("discord shards: must be 1 to 16000, is " + total);
      }
      if (own.isEmpty() || own.first() < 0 || own.last() >= total) {
        throw new IllegalArgumentException(
            "discord shard ids: must be from 0 to %d, are %s".formatted(total - 1, own));
      }
    }
  }

  /** The variables that {@link #of(Map, Optional, Shards)} reads. */
  public static final List<String> VARIABLES = List.of("DISCORD_TOKEN");

  /** Reads the environment; empty if no token is set. */
  public static Optional<DiscordSettings> of(
      Map<String, String> environment, Optional<Endpoints> endpoints, Shards shards) {
    return Optional.ofNullable(environment.get("DISCORD_TOKEN"))
        .map(token -> new DiscordSettings(new Secret(token), endpoints, shards));
  }

  /** One connection to the real Discord. */
  public static DiscordSettings of(Secret token) {
    return new DiscordSettings(token, Optional.empty(), Shards.SINGLE);
  }
}
