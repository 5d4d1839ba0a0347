package dev.footnote.core.service;

import java.time.Duration;

/** What became of a request at the door. */
public sealed interface Admission {

  /**
   * It is on disk and will be answered, also after a crash. Acknowledge it to the platform now.
   *
   * @param isPrivate whether only the asker is to see the answer
   */
  record Accepted(boolean isPrivate) implements Admission {}

  /** It was here before: acknowledge it and do nothing else. */
  record Duplicate() implements Admission {}

  /**
   * Too much is waiting; {@link ServiceReplies#busy} says so.
   *
   * @param retryIn when there is likely to be room, in whole seconds, at least one
   */
  record Busy(Duration retryIn) implements Admission {}

  /**
   * This user or tenant has reached its limit; {@link ServiceReplies#limited} says so.
   *
   * @param retryIn when the next one is let in, in whole seconds, at least one
   */
  record Limited(Duration retryIn) implements Admission {}

  /**
   * The tenant's settings do not allow this channel; {@link ServiceReplies#notHere} says so.
   *
   * @param why one sentence, to be shown to the asker alone
   */
  record NotHere(String why) implements Admission {}
}
