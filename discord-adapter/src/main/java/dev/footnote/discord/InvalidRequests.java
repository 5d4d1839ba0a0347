package dev.footnote.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Requests that Discord refused with 401, 403 or 429. From 10,000 in 10 minutes on it bans the
 * address they come from; this stops long before. Safe for use by several threads.
 */
final class InvalidRequests {

  /** Refusals within {@link #WINDOW} after which nothing is sent. */
  static final int LIMIT = 100;

  static final Duration WINDOW = Duration.ofMinutes(10);

  private final ArrayDeque<Instant> refusals = new ArrayDeque<>();
  private int underWay;

  /**
   * Asks to send one more.
   *
   * @return how long nothing may be sent; empty if this one may, and then {@link #done} is due
   */
  synchronized Optional<Duration> enter(Instant now) {
    forget(now);
    if (refusals.size() >= LIMIT) {
      return Optional.of(Duration.between(now, refusals.getFirst().plus(WINDOW)));
    }
    if (refusals.size() + underWay >= LIMIT) {
      return Optional.of(Duration.ofSeconds(1));
    }
    underWay++;
    return Optional.empty();
  }

  synchronized void done(Instant now, boolean refused) {
    underWay--;
    if (refused) {
      refusals.addLast(now);
    }
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
