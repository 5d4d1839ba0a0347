package dev.footnote.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who or what the news is about.
 *
 * @param aliases other names people type: nicknames, tickers, spellings; never {@code name} itself
 * @param since when it came to be, if known
 */
public record Entity(
    EntityId id, String name, Kind kind, List<String> aliases, Optional<LocalDate> since) {

  /** What kind of thing an entity is. */
  public enum Kind {
    COMPANY,
    LAB,
    PERSON,
    MODEL,
    PRODUCT,
    CHIP,
    LAW,
    GOVERNMENT,
    PROJECT,
    CASE
  }

  public Entity {
    aliases = List.copyOf(aliases);
  }
}
