package dev.footnote.core.conversation;

import java.util.List;

/**
 * What was said in each conversation, as long as it may be referred to. Safe for use by several
 * threads.
 */
public interface ConversationMemory {

  /** The conversation's exchanges, oldest first; none if it is unknown or forgotten. */
  List<Exchange> recall(ConversationId conversation);

  /** Adds {@code exchange}; the oldest ones may go. */
  void remember(ConversationId conversation, Exchange exchange);

  /** Forgets the conversation. */
  void forget(ConversationId conversation);
}
