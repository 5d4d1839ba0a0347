package dev.footnote.core.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers a bounded number of recent conversations, and forgets them after a while. */
public final class InMemoryConversationMemory implements ConversationMemory {

  private static final int EXCHANGES = 8;

  private final InstantSource clock;
  private final Duration expiry;
  private final int conversations;
  private final Map<ConversationId, List<Exchange>> byUse = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param expiry how long after its last exchange a conversation is remembered
   * @param conversations how many are remembered; the longest unused one goes first
   */
  public InMemoryConversationMemory(InstantSource clock, Duration expiry, int conversations) {
    this.clock = clock;
    this.expiry = expiry;
    this.conversations = conversations;
  }

  @Override
  public synchronized List<Exchange> recall(ConversationId conversation) {
    var exchanges = byUse.get(conversation);
    if (exchanges == null) {
      return List.of();
    }
    if (exchanges.getLast().at().plus(expiry).isBefore(clock.instant())) {
      byUse.remove(conversation);
      return List.of();
    }
    return List.copyOf(exchanges);
  }

  @Override
  public synchronized void remember(ConversationId conversation, Exchange exchange) {
    var exchanges = new ArrayList<>(recall(conversation));
    exchanges.add(exchange);
    byUse.put(
        conversation,
        exchanges.subList(Math.max(0, exchanges.size() - EXCHANGES), exchanges.size()));
    var oldest = byUse.keySet().iterator();
    while (byUse.size() > conversations && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
  }

  @Override
  public synchronized void forget(ConversationId conversation) {
    byUse.remove(conversation);
  }
}
