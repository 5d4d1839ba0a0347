package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.QuestionReader;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.PassageRetriever;
import dev.footnote.core.retrieval.Retrieval;
import dev.footnote.core.retrieval.ScoredPassage;
import dev.footnote.knowledge.KnowledgeBase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers from the passages of an index: understand, retrieve, judge, write, ground. */
public final class QuestionAnswering implements Answering {

  private static final int PASSAGES = 30;
  private static final int NEAREST = 3;
  private static final int MOST_SIDES = 3;

  /**
   * "and the Broadcom one?", "more than Mira's?": the names are new, what is asked of them is not.
   */
  private static final Pattern ELLIPTICAL =
      Pattern.compile(
          "(?i)^(?:(?:and|but|or|so|ok|hm|hmm|wait) )*(?:(?:what|how) about|compared (?:to|with)|(?:more|less"
              + "|bigger|smaller|cheaper|higher|lower) than|vs|versus|same for)\\b"
              + "|^(?:and|or|but) |\\bthe (?:\\S+ ){0,2}ones?\\b");

  /** Longer is no question; 100,000 characters must cost nothing. */
  private static final int MOST_CHARACTERS = 2_000;

  private final QuestionReader reader;
  private final PassageIndex index;
  private final PassageRetriever retriever;
  private final KnowledgeBase knowledge;
  private final Candidates candidates;
  private final Continuation continuation;
  private final CandidateScorer scorer;
  private final Judge judge;
  private final AnswerWriter writer;
  private final Composer composer;

  /**
   * @param vocabulary the names that {@code reader} knows
   */
  public QuestionAnswering(
      QuestionReader reader,
      Vocabulary vocabulary,
      PassageRetriever retriever,
      PassageIndex index,
      KnowledgeBase knowledge) {
    var events = new EventWords(index::analyze);
    this.reader = reader;
    this.index = index;
    this.retriever = retriever;
    this.knowledge = knowledge;
    this.candidates = new Candidates(knowledge, vocabulary);
    this.continuation = new Continuation(index, candidates, events);
    this.scorer = new CandidateScorer(index, vocabulary, events);
    this.judge = new Judge(index, new SupportReader(index, new Premise(index, vocabulary, events)));
    this.writer = new ExtractiveAnswerWriter(index, vocabulary, events);
    this.composer = new Composer(knowledge, index, events);
  }

  @Override
  public Answered answer(Question question) {
    long start = System.nanoTime();
    boolean tooLong = question.text().length() > MOST_CHARACTERS;
    Query query =
        reader.read(
            tooLong
                ? new Question(
                    question.text().substring(0, 200),
                    question.today(),
                    question.asOf(),
                    question.history())
                : question);
    if (tooLong || query.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      var reason = tooLong ? Abstention.TOO_LONG : Abstention.NO_QUESTION;
      return answered(
          query,
          new Answer.Abstained(reason, Optional.empty(), List.of(), List.of()),
          start,
          start,
          start);
    }
    SpokenOf spokenOf = SpokenOf.of(question.history(), knowledge);
    Optional<Query> around =
        question.history().isEmpty()
            ? Optional.empty()
            : Optional.of(reader.readInContext(question));
    if (around.isPresent() && continuation.goesOn(query, spokenOf.cited())) {
      query = around.get();
    }
    long understood = System.nanoTime();
    Retrieval retrieval = retriever.retrieve(query, PASSAGES);
    Query read = query;
    Optional<Retrieval> context =
        around
            .filter(q -> !standsAlone(read))
            .map(q -> q.equals(read) ? retrieval : retriever.retrieve(q, PASSAGES));
    long retrieved = System.nanoTime();
    Answer answer = write(query, retrieval, context, spokenOf);
    return answered(query, answer, start, understood, retrieved);
  }

  /**
   * A question that names what it is about and says what it asks needs nothing of the one before.
   */
  private boolean standsAlone(Query query) {
    return query.carried().isEmpty()
        && !query.entities().isEmpty()
        && QueryWords.of(query, index).content().size() > 1
        && !ELLIPTICAL.matcher(query.text()).find();
  }

  private List<Scored> evidence(
      Query query, Retrieval retrieval, Optional<Retrieval> context, SpokenOf spokenOf) {
    List<ScoredPassage> around = context.map(Retrieval::passages).orElse(List.of());
    return scorer.score(
        query,
        candidates.of(query, retrieval.passages(), around, spokenOf),
        spokenOf,
        retrieval,
        context);
  }

  /** What answers each side of a comparison or an order, sought for itself; none if it has none. */
  private List<List<Scored>> sides(Query query, SpokenOf spokenOf) {
    boolean sided = query.kind() == AnswerKind.COMPARISON || query.kind() == AnswerKind.TIMELINE;
    return sided
        ? query.sides().stream().limit(MOST_SIDES).map(side -> side(side, query, spokenOf)).toList()
        : List.of();
  }

  private List<Scored> side(String side, Query query, SpokenOf spokenOf) {
    Query its = reader.read(new Question(side, query.today(), query.asOf(), List.of()));
    Query asked = Unit.of(query) == Unit.MONEY ? its.as(AnswerKind.AMOUNT) : its.as(query.kind());
    return evidence(asked, retriever.retrieve(asked, PASSAGES), Optional.empty(), spokenOf);
  }

  private Answer write(
      Query query, Retrieval retrieval, Optional<Retrieval> context, SpokenOf spokenOf) {
    List<Scored> evidence = evidence(query, retrieval, context, spokenOf);
    Optional<Judge.Refusal> refusal = judge.refusal(query, retrieval, context, evidence);
    if (refusal.isPresent()) {
      return abstained(refusal.get(), retrieval);
    }
    return composer
        .compose(query, writer.write(query, evidence, sides(query, spokenOf)))
        .<Answer>map(grounded -> grounded)
        .orElseGet(() ->
            abstained(new Judge.Refusal(Abstention.NOTHING_ON_FILE, Optional.empty()), retrieval));
  }

  private static Answer abstained(Judge.Refusal refusal, Retrieval retrieval) {
    Map<String, Answer.Nearest> nearest = new LinkedHashMap<>();
    if (refusal.reason() != Abstention.NOT_AI_NEWS) {
      for (ScoredPassage scored : retrieval.passages()) {
        var passage = scored.passage();
        nearest.putIfAbsent(
            passage.document(),
            new Answer.Nearest(passage.document(), passage.title(), passage.published()));
      }
    }
    return new Answer.Abstained(
        refusal.reason(),
        refusal.detail(),
        nearest.values().stream().limit(NEAREST).toList(),
        List.of());
  }

  private static Answered answered(
      Query query, Answer answer, long start, long understood, long retrieved) {
    long now = System.nanoTime();
    return new Answered(
        query,
        answer,
        Duration.ofNanos(retrieved - understood),
        Duration.ofNanos(now - retrieved),
        Duration.ofNanos(now - start));
  }
}
