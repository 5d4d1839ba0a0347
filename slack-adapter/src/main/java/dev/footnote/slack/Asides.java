package dev.footnote.slack;

import dev.footnote.slack.transport.ApiAnswer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls beside answers: notes to one member, modals, the Home tab. What Slack limits is
 * tried once more when Slack says; what it does not take is named in the log and counted. Blocks;
 * safe for use by several threads.
 */
final class Asides {

  private static final Logger LOG = LoggerFactory.getLogger(Asides.class);

  /** After longer than that nobody waits for it any more. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final AtomicLong failed = new AtomicLong();

  /**
   * Runs {@code call}, twice at most.
   *
   * @param what names it in the log
   * @return what became of it in the end
   */
  ApiAnswer run(String what, Supplier<ApiAnswer> call) {
    var answer = call.get();
    if (answer instanceof ApiAnswer.Limited limited && limited.after().compareTo(LONGEST) <= 0) {
      try {
        Thread.sleep(limited.after());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return answer;
      }
      answer = call.get();
    }
    if (!(answer instanceof ApiAnswer.Ok) && !answer.refusesToken()) {
      LOG.warn(
          "Slack did not take something beside an answer, what={}, error={}, so far={}",
          what,
          answer.why(),
          failed.incrementAndGet());
    }
    return answer;
  }
}
