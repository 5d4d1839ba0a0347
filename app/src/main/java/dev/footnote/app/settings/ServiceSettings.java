package dev.footnote.app.settings;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code serve} needs to know besides tokens.
 *
 * @param httpPort empty for no HTTP; 0 for any that is free
 * @param httpHost the address that HTTP listens on
 * @param userLimit questions a minute that one user may ask, 1 to 60,000
 * @param tenantLimit questions a minute that a server or workspace may ask, 1 to 60,000
 * @param keepDays days that answers and feedback are kept, 1 to 3,650
 */
public record ServiceSettings(
    OptionalInt httpPort,
    String httpHost,
    int userLimit,
    int tenantLimit,
    int keepDays,
    Optional<URI> slackApi,
    Optional<URI> discordApi,
    Optional<URI> discordGateway,
    Shards discordShards) {

  /**
   * The connections to Discord that this process has.
   *
   * @param first from 0
   * @param last not below {@code first}
   * @param total those of all processes together, above {@code last}; up to 16,000
   */
  public record Shards(int first, int last, int total) {
    public Shards {
      if (first < 0 || last < first || total <= last || total > 16_000) {
        throw new IllegalArgumentException(
            "write this process's connections out of all, such as 0/1 or 0-3/16");
      }
    }
  }

  /** Where nobody sets anything. */
  public static final ServiceSettings DEFAULT =
      new ServiceSettings(
          OptionalInt.empty(),
          "127.0.0.1",
          20,
          600,
          30,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Shards(0, 0, 1));
}
