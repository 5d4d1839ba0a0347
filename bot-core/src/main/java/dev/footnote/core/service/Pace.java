package dev.footnote.core.service;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How fast requests are answered, as measured. Safe for use by several threads. */
final class Pace {

  /** What one answer is taken to last before the first one was measured. */
  private static final double GUESS_MILLIS = 100;

  /** Weight of the newest answer: the last twenty or so decide. */
  private static final double WEIGHT = 0.1;

  private static final long LONGEST_SECONDS = 600;

  private final int workers;
  private final LongSupplier nanos;
  private final Map<Thread, Long> running = new ConcurrentHashMap<>();
  private double averageMillis = GUESS_MILLIS;

  /**
   * @param workers how many answer at a time
   * @param nanos a clock that only goes forward
   */
  Pace(int workers, LongSupplier nanos) {
    this.workers = workers;
    this.nanos = nanos;
  }

  /** Says that this thread begins an answer. */
  void begin() {
    running.put(Thread.currentThread(), nanos.getAsLong());
  }

  /** Says that this thread's answer is done, and returns how long it took. */
  Duration end() {
    var begun = running.remove(Thread.currentThread());
    var took = Duration.ofNanos(begun == null ? 0 : nanos.getAsLong() - begun);
    synchronized (this) {
      averageMillis += WEIGHT * (took.toNanos() / 1e6 - averageMillis);
    }
    return took;
  }

  /** When {@code requests} that are ahead will have been answered; whole seconds, 1 to 600. */
  Duration of(int requests) {
    double average;
    synchronized (this) {
      average = averageMillis;
    }
    // Answers under way that last longer than the average tell that it is no longer true.
    long now = nanos.getAsLong();
    for (var begun : running.values()) {
      average = Math.max(average, (now - begun) / 1e6);
    }
    double seconds = Math.ceil(requests * average / workers / 1000);
    return Duration.ofSeconds(Math.clamp((long) seconds, 1, LONGEST_SECONDS));
  }
}
