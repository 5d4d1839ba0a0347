package dev.footnote.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Requests that Discord refused with 401, 403 or 429. From 10,000 in 10 minutes on it bans the
 * address they come from; this stops long before. Safe for use by several threads.
 */
final class InvalidRequests {

  /** Refusals within {@link #WINDOW} after which nothing is sent. */
  static final int LIMIT = 100;

  static final Duration WINDOW = Duration.ofMinutes(10);

  /** How long one waits for others to end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ArrayDeque<Instant> refusals = new ArrayDeque<>();
  private int underWay;

  /**
   * Asks to send one more. As each of those under way may be refused, it waits while there are so
   * many that all of them together would be too much.
   *
   * @param clock says when refusals are old
   * @return how long nothing may be sent; empty if this one may, and then {@link #done} is due
   */
  synchronized Optional<Duration> enter(InstantSource clock) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (pause(clock.instant()).isEmpty()) {
      if (refusals.size() + underWay < LIMIT) {
        underWay++;
        return Optional.empty();
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        return Optional.of(PATIENCE);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return pause(clock.instant());
  }

  /** Sends one more, come what may; {@link #done} is due. */
  synchronized void enterAnyway() {
    underWay++;
  }

  synchronized void done(Instant now, boolean refused) {
    underWay--;
    if (refused) {
      refusals.addLast(now);
    }
    notifyAll();
  }

  /** How long nothing may be sent; empty if something may. */
  synchronized Optional<Duration> pause(Instant now) {
    forget(now);
    return refusals.size() < LIMIT
        ? Optional.empty()
        : Optional.of(Duration.between(now, refusals.getFirst().plus(WINDOW)));
  }

  private void forget(Instant now) {
    while (!refusals.isEmpty() && !now.isBefore(refusals.getFirst().plus(WINDOW))) {
      refusals.removeFirst();
    }
  }
}
