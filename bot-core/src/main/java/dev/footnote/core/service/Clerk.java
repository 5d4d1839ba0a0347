package dev.footnote.core.service;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.ConversationMemory;
import dev.footnote.core.conversation.Conversations;
import dev.footnote.core.conversation.Exchange;
import dev.footnote.core.conversation.PassageSearch;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.StoryReplies;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.TopicId;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the reply to a request. Keeps nothing itself; safe for use by several threads. */
final class Clerk {

  /** How far back a question may refer. */
  private static final Duration MEMORY = Duration.ofDays(1);

  private static final int EXCHANGES = 8;

  /** Bits of an answer's id: nobody guesses or repeats one. */
  private static final int ID_BITS = 80;

  /**
   * What was written.
   *
   * @param exchange what the conversation is to remember of it
   */
  record Written(Reply reply, Optional<Exchange> exchange) {}

  private final Answering answering;
  private final PassageSearch search;
  private final KnowledgeBase knowledge;
  private final AnswerShelf shelf;
  private final InstantSource clock;
  private final ZoneId zone;
  private final SecureRandom random = new SecureRandom();

  Clerk(
      Answering answering,
      PassageSearch search,
      KnowledgeBase knowledge,
      AnswerShelf shelf,
      InstantSource clock,
      ZoneId zone) {
    this.answering = answering;
    this.search = search;
    this.knowledge = knowledge;
    this.shelf = shelf;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * @param isPrivate whether only the asker sees the reply: what was private before is told of only
   *     then
   */
  Written write(Request request, boolean isPrivate, TenantSettings settings) {
    if (request.command() instanceof Command.Latest latest
        && latest.about().isEmpty()
        && !settings.topics().isEmpty()) {
      var topics = settings.topics().stream().map(TopicId::new).collect(Collectors.toSet());
      return new Written(new StoryReplies(knowledge).latest(topics), Optional.empty());
    }
    if (request.command() instanceof Command.Share share) {
      return new Written(shared(request.tenant(), share.answer()), Optional.empty());
    }
    var turn =
        new Turn(request.tenant(), isPrivate ? Optional.of(request.user()) : Optional.empty());
    var reply =
        new Conversations(answering, search, knowledge, turn, clock, this::answerId)
            .reply(request.conversation(), request.command(), zone);
    var sized = settings.length() == AnswerLength.SHORT ? Shortening.of(reply) : reply;
    return new Written(sized, turn.said);
  }

  /** As it was given, whichever conversation that was in. */
  private Reply shared(TenantId tenant, String answer) {
    shelf.share(tenant, answer);
    return shelf
        .reply(tenant, answer)
        .flatMap(reply -> shelf.exchange(tenant, answer).map(e -> Conversations.shared(reply, e)))
        .orElseGet(ServiceReplies::forgotten);
  }

  private String answerId() {
    return new BigInteger(ID_BITS, random).toString(Character.MAX_RADIX);
  }

  /** One request's view of its conversation: what is new is stored with the reply, not before. */
  private final class Turn implements ConversationMemory {

    private final TenantId tenant;
    private final Optional<String> reader;
    private Optional<Exchange> said = Optional.empty();

    Turn(TenantId tenant, Optional<String> reader) {
      this.tenant = tenant;
      this.reader = reader;
    }

    @Override
    public List<Exchange> recall(ConversationId conversation) {
      return shelf.recall(tenant, conversation, reader, clock.instant().minus(MEMORY), EXCHANGES);
    }

    @Override
    public void remember(ConversationId conversation, Exchange exchange) {
      said = Optional.of(exchange);
    }

    @Override
    public void forget(ConversationId conversation) {
      throw new UnsupportedOperationException("a conversation goes with its tenant");
    }
  }
}
