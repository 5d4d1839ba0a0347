package dev.footnote.core.service;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One attempt to change a tenant's settings.
 *
 * @param user the platform's id of whoever tried
 * @param what what was wanted, in words
 * @param refused whether nothing was changed
 */
public record AuditLine(Instant at, String user, String what, boolean refused) {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH);

  /** One line for those who may change the settings. */
  public String line() {
    return "%s, %s: %s%s"
        .formatted(
            WHEN.format(at.atOffset(ZoneOffset.UTC)), user, what, refused ? " (refused)" : "");
  }
}
