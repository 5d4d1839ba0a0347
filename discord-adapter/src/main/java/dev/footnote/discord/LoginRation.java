package dev.footnote.discord;

import java.time.Duration;
import java.time.Instant;

/**
 * How often this process may log in, all its shards together. Discord resets the token of a bot
 * that does so more than 1,000 times a day; a session that is resumed is no login.
 *
 * <p>Any day holds at most 720, and of those no more than Discord says are left, but for a reserve.
 * Processes that share the shards share both. Safe for use by several threads.
 */
final class LoginRation {

  /** Logins that are left to whoever runs the bot. */
  static final int RESERVE = 10;

  private static final int BURST = 200;
  private static final int SAVED_A_DAY = 520;
  private static final Duration DAY = Duration.ofDays(1);

  private final double share;
  private final double most;
  private double allowance;
  private Instant filled = Instant.MIN;
  private double left = Double.MAX_VALUE;
  private Instant reset = Instant.MIN;

  LoginRation(DiscordSettings.Shards shards) {
    this.share = (double) shards.own().size() / shards.total();
    this.most = Math.max(shards.own().size(), BURST * share);
    this.allowance = most;
  }

  /**
   * Discord says how many logins are left to all processes.
   *
   * @param resetAfter until there are 1,000 again
   */
  synchronized void limit(int remaining, Duration resetAfter, Instant now) {
    left = Math.max(0, (remaining - RESERVE) * share);
    reset = now.plus(resetAfter);
  }

  /** Takes one login; zero if it was there, else how long to wait before asking again. */
  synchronized Duration take(Instant now) {
    fill(now);
    if (now.isBefore(reset) && left < 1) {
      return Duration.between(now, reset);
    }
    if (allowance < 1) {
      return Duration.ofMillis((long) Math.ceil((1 - allowance) * saving()));
    }
    left -= 1;
    allowance -= 1;
    return Duration.ZERO;
  }

  private void fill(Instant now) {
    if (filled.equals(Instant.MIN)) {
      filled = now;
    }
    if (now.isAfter(filled)) {
      allowance = Math.min(most, allowance + Duration.between(filled, now).toMillis() / saving());
      filled = now;
    }
  }

  /** Milliseconds in which one login is saved up. */
  private double saving() {
    return DAY.toMillis() / (SAVED_A_DAY * share);
  }
}
