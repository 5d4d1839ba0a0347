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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the desk to take a request in, within the time that Discord leaves for a first response. */
final class Front {

  /** What to do first. */
  sealed interface Decision {

    /**
     * It will be answered.
     *
     * @param isPrivate whether only the asker is to see that
     */
    record Accepted(boolean isPrivate) implements Decision {}

    /** It was here before. */
    record Duplicate() implements Decision {}

    /**
     * It will not be answered.
     *
     * @param reply what to say instead, to the asker alone
     */
    record Refused(Reply reply, Reason reason) implements Decision {

      /** Whether the bot may say so where it was asked. */
      boolean here() {
        return reason != Reason.NOT_HERE;
      }
    }

    /** Why something will not be answered. */
    enum Reason {
      BUSY,
      LIMITED,
      NOT_HERE,
      NOT_STORED,
      FORGOTTEN
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
   *
   * @param request makes the request; may ask the desk, and is empty if what it is about is no
   *     longer on file
   */
  Decision admit(Supplier<Optional<Request>> request) throws InterruptedException {
    if (closed) {
      return busy(BACK_IN);
    }
    var admitted = CompletableFuture.supplyAsync(() -> request.get().map(desk::admit), threads);
    try {
      return admitted
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .map(Front::decide)
          .orElseGet(
              () -> new Decision.Refused(ServiceReplies.forgotten(), Decision.Reason.FORGOTTEN));
    } catch (TimeoutException e) {
      log.warn("discord: the desk took more than {} to take in a request", PATIENCE);
      return busy(BUSY_AGAIN_IN);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof StoreException)) {
        log.error("discord: a request could not be taken in: {}", Failures.describe(e));
      }
      return new Decision.Refused(ServiceReplies.notStored(), Decision.Reason.NOT_STORED);
    }
  }

  private static Decision decide(Admission admission) {
    return switch (admission) {
      case Admission.Accepted a -> new Decision.Accepted(a.isPrivate());
      case Admission.Duplicate d -> new Decision.Duplicate();
      case Admission.Busy b -> busy(b.retryIn());
      case Admission.Limited l ->
          new Decision.Refused(ServiceReplies.limited(l), Decision.Reason.LIMITED);
      case Admission.NotHere n ->
          new Decision.Refused(ServiceReplies.notHere(n), Decision.Reason.NOT_HERE);
    };
  }

  private static Decision busy(Duration retryIn) {
    return new Decision.Refused(
        ServiceReplies.busy(new Admission.Busy(retryIn)), Decision.Reason.BUSY);
  }
}
