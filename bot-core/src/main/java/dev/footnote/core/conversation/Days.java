package dev.footnote.core.conversation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates for readers. */
final class Days {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Days() {}

  /** {@code 5 June 2026}. */
  static String inWords(LocalDate day) {
    return WORDS.format(day);
  }
}
