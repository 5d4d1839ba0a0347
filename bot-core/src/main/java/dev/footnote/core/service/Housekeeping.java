package dev.footnote.core.service;

import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is due at a time: above all, forgets what has been kept long enough, every hour. */
final class Housekeeping {

  /** How long it is known who changed a setting, or tried to. */
  static final Duration AUDIT = Duration.ofDays(365);

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final ServiceStore store;
  private final Duration keep;
  private final InstantSource clock;
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().daemon().name("housekeeping").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  Housekeeping(ServiceStore store, Duration keep, InstantSource clock) {
    this.store = store;
    this.keep = keep;
    this.clock = clock;
  }

  void start() {
    var unused = thread.scheduleWithFixedDelay(this::purge, 0, 1, TimeUnit.HOURS);
  }

  /** Runs {@code task} after {@code wait}, unless this closes before. */
  void later(Duration wait, Runnable task) {
    var unused = thread.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  void purge() {
    try {
      var now = clock.instant();
      store.inbox().purge(now.minus(Dispatcher.TOO_LATE), now.minus(keep));
      store.answers().purge(now.minus(keep));
      store.tenants().purge(now.minus(AUDIT));
    } catch (StoreException e) {
      LOG.warn("Old answers cannot be removed now; tried again in an hour: {}", e.getMessage());
    } catch (RuntimeException e) {
      // Else it would have been the last time.
      LOG.error("Old answers cannot be removed; tried again in an hour: {}", Failures.name(e));
    }
  }

  void close() {
    thread.shutdownNow();
    try {
      // An interrupted purge ends with the portion it is at.
      thread.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
