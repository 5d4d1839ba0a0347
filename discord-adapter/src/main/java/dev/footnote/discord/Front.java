package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Admission;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the desk to take a request in, within the time that Discord leaves for a first response. */
final class Front {

  /**
   * What to do first.
   *
   * @param accepted whether it will be answered
   * @param isPrivate whether only the asker is to see that
   * @param refusal what to say instead, to the asker alone; empty for a duplicate
   */
  record Decision(boolean accepted, boolean isPrivate, Optional<Reply> refusal) {
    static Decision refuse(Reply reply) {
      return new Decision(false, true, Optional.of(reply));
    }
  }

  private static final Logger log = LoggerFactory.getLogger(Front.class);

  /** Of Discord's three seconds, what the desk may take. */
  private static final Duration PATIENCE = Duration.ofMillis(1800);

  /** A restart takes about that long. */
  private static final Duration BACK_IN = Duration.ofSeconds(30);

  private static final Duration BUSY_AGAIN_IN = Duration.ofSeconds(10);

  private final Desk desk;
  private final ExecutorService threads;
  private volatile boolean closed;

  Front(Desk desk, ExecutorService threads) {
    this.desk = desk;
    this.threads = threads;
  }

  /** Takes no more: whoever asks is told to try again, and nothing is stored. */
  void close() {
    closed = true;
  }

  /**
   * Stores the request and says what to do. A desk that does not come back in time is busy; should
   * it accept the request after all, its answer takes the place of that word.
   */
  Decision admit(Request request) throws InterruptedException {
    if (closed) {
      return Decision.refuse(ServiceReplies.busy(new Admission.Busy(BACK_IN)));
    }
    var admitted = CompletableFuture.supplyAsync(() -> desk.admit(request), threads);
    try {
      return decide(admitted.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      log.warn("discord: the desk took more than {} to take in a request", PATIENCE);
      return Decision.refuse(ServiceReplies.busy(new Admission.Busy(BUSY_AGAIN_IN)));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof StoreException)) {
        log.error("discord: a request could not be taken in: {}", Failures.describe(e));
      }
      return Decision.refuse(ServiceReplies.notStored());
    }
  }

  private static Decision decide(Admission admission) {
    return switch (admission) {
      case Admission.Accepted a -> new Decision(true, a.isPrivate(), Optional.empty());
      case Admission.Duplicate d -> new Decision(false, true, Optional.empty());
      case Admission.Busy b -> Decision.refuse(ServiceReplies.busy(b));
      case Admission.Limited l -> Decision.refuse(ServiceReplies.limited(l));
      case Admission.NotHere n -> Decision.refuse(ServiceReplies.notHere(n));
    };
  }
}
