package dev.footnote.slack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Spaces the posts to each channel: Slack takes about one a second. Safe for several threads. */
final class ChannelPace {

  private final Duration gap;
  private final Map<String, Long> next = new HashMap<>();

  ChannelPace(Duration gap) {
    this.gap = gap;
  }

  /**
   * Takes the next turn of {@code channel} if it comes within {@code patience}, and waits for it.
   *
   * @return how long to stay away if it does not; zero once it is this caller's turn
   */
  Duration turn(String channel, Duration patience) throws InterruptedException {
    long now = System.nanoTime();
    long mine;
    synchronized (this) {
      mine = Math.max(now, next.getOrDefault(channel, now));
      if (mine - now > patience.toNanos()) {
        return Duration.ofNanos(mine - now);
      }
      next.put(channel, mine + gap.toNanos());
      if (next.size() > 10_000) {
        next.values().removeIf(turn -> turn < now);
      }
    }
    Thread.sleep(Duration.ofNanos(mine - now));
    return Duration.ZERO;
  }
}
