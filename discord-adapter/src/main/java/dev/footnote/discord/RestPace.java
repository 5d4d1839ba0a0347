package dev.footnote.discord;

import java.util.ArrayDeque;

/**
 * At most so many requests in any second. Discord allows a bot 50; what answers interactions is not
 * counted there. Safe for use by several threads.
 */
final class RestPace {

  /** A second, and a tenth for how unevenly requests arrive. */
  private static final long WINDOW = 1_100_000_000L;

  private final int limit;
  private final ArrayDeque<Long> starts = new ArrayDeque<>();

  /**
   * @param limit requests in any second
   */
  RestPace(int limit) {
    this.limit = limit;
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
      start = Math.max(now, starts.removeFirst() + WINDOW);
    }
    starts.addLast(start);
    return start - now;
  }

  /** Nanoseconds that the next request would have to wait. */
  synchronized long ahead(long now) {
    return starts.size() < limit ? 0 : Math.max(0, starts.getFirst() + WINDOW - now);
  }
}
