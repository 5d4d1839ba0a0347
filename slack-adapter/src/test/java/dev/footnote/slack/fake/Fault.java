package dev.footnote.slack.fake;

import java.time.Duration;

/** How the next call of a method goes wrong. */
public sealed interface Fault {

  /** HTTP 429. */
  record Limited(int seconds) implements Fault {}

  /** {@code ok: false}. */
  record Refusal(String error) implements Fault {}

  /** A status and no answer of Slack's. */
  record Http(int status) implements Fault {}

  /** Done, and the connection cut before the answer. */
  record DoneThenCut() implements Fault {}

  /** Cut, and nothing done. */
  record Cut() implements Fault {}

  /** Done, and half of the answer sent. */
  record HalfAnswer() implements Fault {}

  /** Done, late. */
  record Slow(Duration delay) implements Fault {}
}
