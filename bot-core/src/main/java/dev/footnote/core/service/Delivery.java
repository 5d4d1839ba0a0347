package dev.footnote.core.service;

/**
 * Brings replies to a platform. Each adapter implements it; it is called on virtual threads, by
 * several at once, and may block. An exception counts as {@link Outcome.Unconfirmed}.
 */
public interface Delivery {

  /** Delivers {@code outgoing}, within a minute or so, and says what became of it. */
  Outcome deliver(Outgoing outgoing);
}
