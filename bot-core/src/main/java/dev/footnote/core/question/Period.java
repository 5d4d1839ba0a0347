package dev.footnote.core.question;

import java.time.LocalDate;

/**
 * A stretch of days that a text names.
 *
 * @param from first day
 * @param to the day after the last
 * @param start index of its first character in the text
 * @param end index after its last character
 */
record Period(LocalDate from, LocalDate to, Grain grain, int start, int end) {

  /** How a period was written, which decides how much it is trusted as a window. */
  enum Grain {
    DAY,
    /** A day of which only day and month were written. */
    DAY_OF_SOME_YEAR,
    /** A month, quarter, half, season or year, or part of one. */
    SPAN,
    /** A month alone. */
    MONTH_OF_SOME_YEAR,
    /** A number of four digits. */
    YEAR,
    /** "last week", "past 3 days". */
    RELATIVE
  }

  Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("empty period: " + from + " to " + to);
    }
  }

  boolean isDay() {
    return grain == Grain.DAY || grain == Grain.DAY_OF_SOME_YEAR;
  }

  boolean lacksYear() {
    return grain == Grain.DAY_OF_SOME_YEAR || grain == Grain.MONTH_OF_SOME_YEAR;
  }

  Period withYear(int year) {
    int shift = year - from.getYear();
    return new Period(from.plusYears(shift), to.plusYears(shift), grain, start, end);
  }
}
