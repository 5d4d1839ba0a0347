package dev.footnote.core.service;

import java.time.Duration;

/**
 * What became of one attempt to deliver. Each {@code why} is for operators: one line without user
 * text, tokens and addresses.
 */
public sealed interface Outcome {

  /**
   * The platform accepted it.
   *
   * @param reference the platform's name for the message, or empty where it gives none
   */
  record Delivered(String reference) implements Outcome {}

  /**
   * The platform did not accept it but may later; it is tried again, a limited number of times.
   *
   * @param after the earliest time from now; zero where the platform names none
   */
  record Retry(Duration after, String why) implements Outcome {}

  /**
   * The platform may or may not have accepted it, and can be asked which: it is tried again as
   * {@link Outgoing#repeated}, a limited number of times, and is unconfirmed after that.
   *
   * @param after the earliest time from now; zero where the platform names none
   */
  record LookAgain(Duration after, String why) implements Outcome {}

  /** There is nobody to deliver to any more. */
  record Gone(String why) implements Outcome {}

  /** The platform may or may not have accepted it: never sent again by itself, shown as such. */
  record Unconfirmed(String why) implements Outcome {}
}
