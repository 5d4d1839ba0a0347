package dev.footnote.core.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Arithmetic of time windows and spans. */
final class Windows {

  private Windows() {}

  /** What all windows share; where they share nothing, the stretch that covers them all. */
  static TimeWindow combine(List<TimeWindow> windows) {
    TimeWindow all = TimeWindow.ALWAYS;
    for (TimeWindow window : windows) {
      Optional<LocalDate> from = later(all.from(), window.from());
      Optional<LocalDate> to = earlier(all.to(), window.to());
      if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
        return cover(windows);
      }
      all = new TimeWindow(from, to);
    }
    return all;
  }

  /** {@code a} in the year that makes it end by {@code b}, if only {@code b} has a year. */
  static Period aligned(Period a, Period b) {
    if (!a.lacksYear()) {
      return a;
    }
    Period same = a.withYear(b.from().getYear());
    return same.from().isAfter(b.from()) ? a.withYear(b.from().getYear() - 1) : same;
  }

  /** {@code spans} in order, with those that overlap made one. */
  static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && span.start() <= last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private static TimeWindow cover(List<TimeWindow> windows) {
    boolean open = windows.stream().anyMatch(w -> w.from().isEmpty());
    boolean endless = windows.stream().anyMatch(w -> w.to().isEmpty());
    return new TimeWindow(
        open
            ? Optional.empty()
            : windows.stream().flatMap(w -> w.from().stream()).min(Comparator.naturalOrder()),
        endless
            ? Optional.empty()
            : windows.stream().flatMap(w -> w.to().stream()).max(Comparator.naturalOrder()));
  }

  private static Optional<LocalDate> later(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.isEmpty() || (b.isPresent() && b.get().isAfter(a.get())) ? b : a;
  }

  private static Optional<LocalDate> earlier(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.isEmpty() || (b.isPresent() && b.get().isBefore(a.get())) ? b : a;
  }
}
