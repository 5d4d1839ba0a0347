package dev.footnote.core.question;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A stretch of days, half-open: {@code [from, to)}. Either end may be open.
 *
 * @param from the first day inside
 * @param to the first day after it
 */
public record TimeWindow(Optional<LocalDate> from, Optional<LocalDate> to) {

  /** All days. */
  public static final TimeWindow ALWAYS = new TimeWindow(Optional.empty(), Optional.empty());

  public TimeWindow {
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException("empty time window: " + from.get() + " to " + to.get());
    }
  }

  /** From {@code from}, inclusive, to {@code to}, exclusive. */
  public static TimeWindow between(LocalDate from, LocalDate to) {
    return new TimeWindow(Optional.of(from), Optional.of(to));
  }

  /** That one day. */
  public static TimeWindow on(LocalDate day) {
    return between(day, day.plusDays(1));
  }

  public static TimeWindow since(LocalDate from) {
    return new TimeWindow(Optional.of(from), Optional.empty());
  }

  /** Everything before {@code to}. */
  public static TimeWindow before(LocalDate to) {
    return new TimeWindow(Optional.empty(), Optional.of(to));
  }

  public boolean isAlways() {
    return from.isEmpty() && to.isEmpty();
  }

  public boolean contains(LocalDate day) {
    return from.map(f -> !day.isBefore(f)).orElse(true)
        && to.map(t -> day.isBefore(t)).orElse(true);
  }
}
