package dev.footnote.core.service;

import java.util.Optional;

/**
 * Brings replies to a platform. Each adapter implements it; it is called on virtual threads, by
 * several at once, and may block. An exception counts as {@link Outcome.Unconfirmed}, but for a
 * {@link dev.footnote.knowledge.StoreException} of the desk's: that counts as {@link Outcome.Retry}
 * unless it was {@link Parts#sent} that failed.
 */
public interface Delivery {

  /**
   * Waits, up to a minute or so, until a reply to {@code request} may be sent, and sends nothing:
   * if the process ends meanwhile, the reply certainly did not arrive.
   *
   * @return empty once {@link #deliver} may be called; otherwise when to ask again, which does not
   *     count as a try
   */
  default Optional<Outcome.Retry> awaitTurn(Request request) {
    return Optional.empty();
  }

  /** Delivers {@code outgoing}, within a minute or so, and says what became of it. */
  Outcome deliver(Outgoing outgoing);
}
