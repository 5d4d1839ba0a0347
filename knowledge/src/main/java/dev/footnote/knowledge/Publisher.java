package dev.footnote.knowledge;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who publishes.
 *
 * @param domains hosts it publishes on, lower case, subdomains included; at least one
 * @param aliases other names people type; never {@code name} itself
 * @param feeds addresses to poll, absolute
 * @param owner the publisher that owns it: two publishers of one owner are not independent
 */
public record Publisher(
    PublisherId id,
    String name,
    Kind kind,
    List<String> domains,
    List<String> aliases,
    List<URI> feeds,
    Optional<PublisherId> owner) {

  /** What kind of publisher, which decides what it can prove alone. */
  public enum Kind {
    PRESS,
    AGENCY,
    TRADE,
    NEWSLETTER,
    RESEARCH,
    COMPANY,
    COURT,
    REGULATOR;

    /** Whether one such publisher is enough for a story: it speaks of its own acts. */
    public boolean isPrimary() {
      return this == COMPANY || this == COURT || this == REGULATOR;
    }
  }

  public Publisher {
    domains = List.copyOf(domains);
    aliases = List.copyOf(aliases);
    feeds = List.copyOf(feeds);
  }

  /** Whether {@code host} is one of its domains or below one; {@code host} in lower case. */
  public boolean publishesOn(String host) {
    return domains.stream().anyMatch(d -> host.equals(d) || host.endsWith("." + d));
  }
}
