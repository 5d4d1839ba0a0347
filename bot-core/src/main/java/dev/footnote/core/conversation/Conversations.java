package dev.footnote.core.conversation;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.question.Question;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.knowledge.KnowledgeBase;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries conversations: a command in, the reply out, and what was said remembered for what comes
 * next. Safe for use by several threads; a conversation's own commands should come one by one.
 */
public final class Conversations {

  private static final int FOUND = 10;

  private final Answering answering;
  private final PassageSearch search;
  private final ConversationMemory memory;
  private final InstantSource clock;
  private final Supplier<String> answerIds;
  private final AnswerReplies answers = new AnswerReplies();
  private final CheckReplies checks = new CheckReplies(answers);
  private final HelpReplies help = new HelpReplies();
  private final WhyReplies reasons = new WhyReplies();
  private final StoryReplies stories;
  private final SubjectReplies subjects;

  /**
   * @param answerIds gives an id not given before
   */
  public Conversations(
      Answering answering,
      PassageSearch search,
      KnowledgeBase knowledge,
      ConversationMemory memory,
      InstantSource clock,
      Supplier<String> answerIds) {
    this.answering = answering;
    this.search = search;
    this.memory = memory;
    this.clock = clock;
    this.answerIds = answerIds;
    this.stories = new StoryReplies(knowledge);
    this.subjects = new SubjectReplies(knowledge);
  }

  /**
   * Does what {@code command} says.
   *
   * @param zone where the asker is: decides what "today" means
   */
  public Reply reply(ConversationId conversation, Command command, ZoneId zone) {
    return switch (command) {
      case Command.Ask ask -> ask(conversation, ask, zone);
      case Command.Latest latest ->
          latest
              .about()
              .map(about -> answer(conversation, "Latest news on " + about, Optional.empty(), zone))
              .orElseGet(stories::latest);
      case Command.ShowStory show -> stories.story(show.story());
      case Command.Timeline timeline ->
          subjects
              .timeline(timeline.about())
              .orElseGet(() ->
                  answer(
                      conversation,
                      "What happened with " + timeline.about() + ", in order?",
                      Optional.empty(),
                      zone));
      case Command.Compare compare ->
          answer(conversation, "Compare " + compare.sides(), Optional.empty(), zone);
      case Command.Check check -> check(conversation, check.claim(), zone);
      case Command.Sources sources ->
          sources
              .about()
              .map(about -> subjects.sources(about).orElseGet(() -> found(about, zone)))
              .orElseGet(() -> last(conversation).map(this::evidence).orElseGet(this::nothingYet));
      case Command.Why why ->
          last(conversation).map(e -> reasons.why(e.answered())).orElseGet(this::nothingYet);
      case Command.Share share ->
          exchange(conversation, share.answer())
              .map(e -> shared(answers.reply(e.answerId(), e.answered()), e))
              .orElseGet(this::nothingYet);
      case Command.Help h -> help.help();
    };
  }

  /** The verbatim quotes behind an answer of this conversation; empty if it is forgotten. */
  public Optional<Reply> evidence(ConversationId conversation, String answerId) {
    return exchange(conversation, answerId).map(this::evidence);
  }

  private Optional<Exchange> exchange(ConversationId conversation, String answerId) {
    return memory.recall(conversation).stream()
        .filter(e -> e.answerId().equals(answerId))
        .findFirst();
  }

  /** An answer for those who did not see its question: it says what was asked. */
  public static Reply shared(Reply answer, Exchange exchange) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Note(
            List.of(Span.text("Shared answer to: " + exchange.answered().query().text()))));
    blocks.addAll(answer.blocks());
    return new Reply(
        answer.answerId(), answer.title(), blocks, answer.citations(), answer.actions());
  }

  /** How an exchange's question was understood, and where its answer came from. */
  public static Reply why(Exchange exchange) {
    return new WhyReplies().why(exchange.answered());
  }

  /** Forgets what was said. */
  public void forget(ConversationId conversation) {
    memory.forget(conversation);
  }

  private Reply ask(ConversationId conversation, Command.Ask ask, ZoneId zone) {
    var reply = answer(conversation, ask.question(), ask.asOf(), zone);
    return ask.meant().map(line -> withHint(reply, line)).orElse(reply);
  }

  private Reply answer(
      ConversationId conversation, String text, Optional<LocalDate> asOf, ZoneId zone) {
    var exchange = exchange(conversation, text, asOf, zone);
    return answers.reply(exchange.answerId(), exchange.answered());
  }

  private Reply check(ConversationId conversation, String claim, ZoneId zone) {
    var exchange = exchange(conversation, claim, Optional.empty(), zone);
    return checks.check(exchange.answerId(), claim, exchange.answered());
  }

  private Exchange exchange(
      ConversationId conversation, String text, Optional<LocalDate> asOf, ZoneId zone) {
    var history = memory.recall(conversation).stream().map(Exchange::turn).toList();
    var answered = answering.answer(new Question(text, today(zone), asOf, history));
    var exchange = new Exchange(answerIds.get(), clock.instant(), answered);
    memory.remember(conversation, exchange);
    return exchange;
  }

  private Reply found(String about, ZoneId zone) {
    var citations = new LinkedHashMap<String, Citation>();
    for (var scored : search.search(about, today(zone), FOUND)) {
      citations.computeIfAbsent(
          scored.passage().document(), document -> citation(citations.size() + 1, scored));
    }
    var text =
        citations.isEmpty()
            ? "No sources are on file about that."
            : "No entity or topic goes by that name; these come nearest.";
    return new Reply(
        Optional.empty(),
        Optional.of("Sources on file"),
        List.of(new Block.Paragraph(List.of(Span.text(text)))),
        List.copyOf(citations.values()),
        List.of());
  }

  private static Citation citation(int number, ScoredPassage scored) {
    var passage = scored.passage();
    return new Citation(
        number,
        String.join(", ", passage.publishers()),
        passage.title(),
        passage.url(),
        passage.published(),
        passage.text(),
        passage.document());
  }

  private static Reply withHint(Reply reply, String line) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Note(
            List.of(
                Span.text("Read as a question. Did you mean "), Span.code(line), Span.text("?"))));
    blocks.addAll(reply.blocks());
    var actions = new ArrayList<Reply.Action>();
    actions.add(new Reply.Action.Run(line, line));
    actions.addAll(reply.actions());
    return new Reply(reply.answerId(), reply.title(), blocks, reply.citations(), actions);
  }

  private Reply evidence(Exchange exchange) {
    return answers.evidence(exchange.answerId(), exchange.answered());
  }

  private Reply nothingYet() {
    return Reply.of(
        new Block.Paragraph(
            List.of(
                Span.text(
                    "Nothing has been asked in this conversation yet, or it is too long ago."))));
  }

  private Optional<Exchange> last(ConversationId conversation) {
    var exchanges = memory.recall(conversation);
    return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast());
  }

  private LocalDate today(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate();
  }
}
