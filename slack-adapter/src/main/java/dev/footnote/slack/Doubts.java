package dev.footnote.slack;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows how long a post that went unanswered may still arrive. Safe for use by several threads.
 *
 * <p>One process at a time serves a data folder, so what an earlier one had under way began before
 * this one did: counting from the start of this one is on the safe side.
 */
final class Doubts {

  private final Duration arrival;
  private final long started = System.nanoTime();
  private final Map<String, Long> since = new ConcurrentHashMap<>();

  /**
   * @param arrival how long after it was cut off a post may take to arrive
   */
  Doubts(Duration arrival) {
    this.arrival = arrival;
  }

  /** Takes note that a post of this run was cut off now. */
  void add(String name) {
    long now = System.nanoTime();
    since.values().removeIf(then -> now - then > arrival.toNanos());
    since.put(name, now);
  }

  /** How long a post that is not there may still arrive; zero or less once it cannot. */
  Duration left(String name) {
    return arrival.minusNanos(System.nanoTime() - since.getOrDefault(name, started));
  }
}
