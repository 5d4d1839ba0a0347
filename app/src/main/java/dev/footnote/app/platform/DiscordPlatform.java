package dev.footnote.app.platform;

import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.core.service.Bot;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Routes;
import dev.footnote.discord.DiscordBot;
import dev.footnote.discord.DiscordSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Discord. */
public final class DiscordPlatform implements ChatPlatform {

  @Override
  public List<String> variables() {
    return DiscordSettings.VARIABLES;
  }

  @Override
  public Optional<Ready> read(Map<String, String> environment, ServiceSettings settings) {
    var endpoints = DiscordSettings.Endpoints.of(settings.discordApi(), settings.discordGateway());
    var shards = settings.discordShards();
    var own = new TreeSet<Integer>();
    IntStream.rangeClosed(shards.first(), shards.last()).forEach(own::add);
    return DiscordSettings.of(
            environment, endpoints, new DiscordSettings.Shards(shards.total(), own))
        .map(Configured::new);
  }

  private record Configured(DiscordSettings settings) implements Ready {

    @Override
    public String name() {
      return "discord";
    }

    @Override
    public boolean needsHttp() {
      return false;
    }

    @Override
    public List<Finding> diagnose() {
      return DiscordBot.diagnose(settings);
    }

    @Override
    public Bot start(Desk desk, Routes routes, InstantSource clock) {
      return DiscordBot.start(settings, desk, clock);
    }
  }
}
