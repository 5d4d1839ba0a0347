package dev.footnote.slack;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what must not keep an acknowledgement waiting, each on its own virtual thread. */
final class Background implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final Duration PARTING = Duration.ofSeconds(3);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("slack-", 0).factory());

  void run(Runnable task) {
    try {
      threads.execute(() -> {
        try {
          task.run();
        } catch (RuntimeException e) {
          // The adapter's loop. A library's message may quote what it was given.
          LOG.error(
              "Something beside an answer failed, cause={} at {}",
              e.getClass().getName(),
              e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?");
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.debug("Closing, something beside an answer is left out");
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
