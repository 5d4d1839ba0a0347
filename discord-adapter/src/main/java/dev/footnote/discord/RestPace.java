package dev.footnote.discord;

import java.time.Duration;
import java.util.ArrayDeque;

/** At most so many requests in any stretch of time. Safe for use by several threads. */
final class RestPace {

  private final int limit;
  private final long window;
  private final ArrayDeque<Long> starts = new ArrayDeque<>();

  /**
   * @param limit requests in any {@code window}
   */
  RestPace(int limit, Duration window) {
    this.limit = limit;
    this.window = window.toNanos();
  }

  /**
   * Takes the next free moment.
   *
   * @param now in nanoseconds, as {@link System#nanoTime}
   * @return nanoseconds to wait before the request may start
   */
  synchronized long take(long now) {
    long start = now;
    if (starts.size() == limit) {
      start = Math.max(now, starts.removeFirst() + window);
    }
    starts.addLast(start);
    return start - now;
  }

  /** Nanoseconds that the next request would have to wait. */
  synchronized long ahead(long now) {
    return starts.size() < limit ? 0 : Math.max(0, starts.getFirst() + window - now);
  }

  /** Whether it would let the next requests through as if there had been none. */
  synchronized boolean isIdle(long now) {
    return starts.isEmpty() || starts.getLast() + window < now;
  }
}
