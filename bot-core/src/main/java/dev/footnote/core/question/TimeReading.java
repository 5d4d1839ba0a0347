package dev.footnote.core.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a text says about time.
 *
 * @param window when the news must have happened; open where that is not certain
 * @param asOf the day up to which evidence counts, if the text names one
 * @param latest whether the newest is wanted
 * @param future whether it asks about what has not happened yet
 * @param dates days that the text names, in its order, each once
 * @param spans where it speaks of time, in its order, not overlapping
 */
public record TimeReading(
    TimeWindow window,
    Optional<LocalDate> asOf,
    boolean latest,
    boolean future,
    List<LocalDate> dates,
    List<Span> spans) {

  public TimeReading {
    dates = List.copyOf(dates);
    spans = List.copyOf(spans);
  }
}
