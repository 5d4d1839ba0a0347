package dev.footnote.core.service;

import dev.footnote.core.service.Inbox.Ending;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what became of deliveries, and keeps trying for a minute where that fails: the platform
 * has spoken, and what is not stored a restart has to ask it again. Safe for use by several
 * threads.
 */
final class DeliveryMarks {

  /** How often it is tried, a second apart. */
  private static final int TRIES = 60;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryMarks.class);

  private final Inbox inbox;
  private volatile boolean closing;

  DeliveryMarks(Inbox inbox) {
    this.inbox = inbox;
  }

  void ended(long id, Ending ending, String reference, String note) {
    store(id, () -> inbox.ended(id, ending, reference, note));
  }

  void postponed(long id, int attempts, Instant due, boolean interrupted) {
    store(id, () -> inbox.postponed(id, attempts, due, interrupted));
  }

  /** The messages of one reply, for one attempt to deliver it. */
  Sent parts(long id) {
    return new Sent(id);
  }

  /** Tries no longer than once from now on. */
  void close() {
    closing = true;
  }

  private boolean store(long id, Runnable write) {
    for (var tries = 1; ; tries++) {
      try {
        write.run();
        return true;
      } catch (StoreException e) {
        if (tries >= TRIES || closing) {
          LOG.error("What became of a reply cannot be stored request={}", id);
          return false;
        }
        LOG.warn("What became of a reply cannot be stored yet request={}", id);
        pause(Duration.ofSeconds(1));
      }
    }
  }

  private static void pause(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What of a reply was sent, on disk. */
  final class Sent implements Parts {

    private final long id;
    private volatile boolean lost;

    Sent(long id) {
      this.id = id;
    }

    @Override
    public boolean isSent(int part) {
      return inbox.sent(id).contains(part);
    }

    @Override
    public void sent(int part, String reference) {
      if (!store(id, () -> inbox.sent(id, part, reference))) {
        lost = true;
        throw new StoreException("a part that was sent cannot be stored");
      }
    }

    /** Whether something was sent that is not on disk: to send again could double it. */
    boolean lost() {
      return lost;
    }
  }
}
