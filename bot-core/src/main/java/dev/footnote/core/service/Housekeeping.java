package dev.footnote.core.service;

import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what has been kept long enough: at the start and every hour. */
final class Housekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  private final ServiceStore store;
  private final Duration keep;
  private final InstantSource clock;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("housekeeping").factory());

  Housekeeping(ServiceStore store, Duration keep, InstantSource clock) {
    this.store = store;
    this.keep = keep;
    this.clock = clock;
  }

  void start() {
    var unused = hourly.scheduleWithFixedDelay(this::purge, 0, 1, TimeUnit.HOURS);
  }

  void purge() {
    try {
      var now = clock.instant();
      store.inbox().purge(now.minus(Dispatcher.TOO_LATE), now.minus(keep));
      store.answers().purge(now.minus(keep));
    } catch (StoreException e) {
      LOG.warn("Old answers cannot be removed now; tried again in an hour: {}", e.getMessage());
    }
  }

  void close() {
    hourly.shutdownNow();
    try {
      // An interrupted purge ends with the portion it is at.
      hourly.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
