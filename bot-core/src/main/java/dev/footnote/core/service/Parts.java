package dev.footnote.core.service;

/** The messages of one reply that were sent already; survives a restart. */
public interface Parts {

  /**
   * @param part from 0
   */
  boolean isSent(int part);

  /**
   * Remembers durably that {@code part} was accepted by the platform.
   *
   * @param reference the platform's name for the message: a reply to it finds the conversation, see
   *     {@link Desk#conversation}
   * @throws dev.footnote.knowledge.StoreException if that could not be stored for a minute: send no
   *     more
   */
  void sent(int part, String reference);
}
