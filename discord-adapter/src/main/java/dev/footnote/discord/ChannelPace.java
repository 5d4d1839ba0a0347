package dev.footnote.discord;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Holds back messages that Discord would not take yet: each channel takes about five in five
 * seconds. What waits here has certainly not left. Safe for use by several threads.
 */
final class ChannelPace {

  private static final int MESSAGES = 5;

  /** Five seconds, and half a one for how unevenly messages arrive. */
  private static final Duration WINDOW = Duration.ofMillis(5500);

  private static final int REMEMBERED = 10_000;

  private final Map<String, RestPace> channels = new HashMap<>();

  /**
   * Takes the next turn in {@code channel} if it comes within {@code patience}, and waits for it.
   *
   * @return how long to stay away if it does not; zero once it is this caller's turn
   */
  Duration turn(String channel, Duration patience) throws InterruptedException {
    long wait;
    synchronized (this) {
      long now = System.nanoTime();
      if (channels.size() > REMEMBERED) {
        channels.values().removeIf(pace -> pace.isIdle(now));
      }
      var pace = channels.computeIfAbsent(channel, c -> new RestPace(MESSAGES, WINDOW));
      long ahead = pace.ahead(now);
      if (ahead > patience.toNanos()) {
        return Duration.ofNanos(ahead);
      }
      wait = pace.take(now);
    }
    TimeUnit.NANOSECONDS.sleep(wait);
    return Duration.ZERO;
  }

  /** Whether a message to {@code channel} would have to wait. */
  synchronized boolean isFull(String channel) {
    var pace = channels.get(channel);
    return pace != null && pace.ahead(System.nanoTime()) > 0;
  }
}
