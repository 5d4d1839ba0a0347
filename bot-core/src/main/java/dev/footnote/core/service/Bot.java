package dev.footnote.core.service;

/**
 * A chat platform's adapter at work. It has registered its {@link Delivery} with the desk, and
 * mends its connection itself as long as that makes sense.
 */
public interface Bot extends AutoCloseable {

  /**
   * How it is, from memory: {@link Health.State#FAILED} once it has ended for good, as with a token
   * that is refused.
   */
  Health health();

  /** Takes no more requests. Replies under way can still be delivered; closing twice is fine. */
  void stopTaking();

  /** Ends the connection and all threads; closing twice does nothing. */
  @Override
  void close();
}
