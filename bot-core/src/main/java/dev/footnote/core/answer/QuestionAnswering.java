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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers from the passages of an index: understand, retrieve, judge, write, ground. */
public final class QuestionAnswering implements Answering {

  private static final int PASSAGES = 30;
  private static final int NEAREST = 3;
  private static final int MOST_SIDES = 3;

  /** A longer question says itself what it is about. */
  private static final int GOES_ON = 9;

  /** One that names an entity and says more of it stands alone. */
  private static final int OWN_WORDS = 2;

  private static final double HALF = 0.5;

  private static final int TURNS = 3;

  /** What one can ask of any story. */
  private static final Pattern ASPECTS =
      Pattern.compile(
          "(?i)\\b(?:valuations?|values?|prices?|costs?|money|amounts?|sums?|deals?|next|happen\\w*|reactions?|reason|led|lead"
              + "|investors?|invest\\w*|results?|outcome|work out|worked|dates?|start\\w*|replac\\w+|respon\\w+|said|says?|think"
              + "|involved|else|behind|change[ds]?|effects?|since|later|before|exact\\w*|details?|terms|conditions|figures?"
              + "|numbers?|percent\\w*|total|paid|pay|get|gets|got|give|gave|put|take|took)\\b");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  /** Longer is no question; 100,000 characters must cost nothing. */
  private static final int MOST_CHARACTERS = 2_000;

  private static final Pattern MONEY =
      Pattern.compile(
          "\\b(?:rais\\w+|pric\\w+|cost\\w*|cheap\\w*|expensive|pay\\w*|paid|valu\\w+|worth|revenue|sales"
              + "|capex|spend\\w*|spent|invest\\w*|fund\\w*|bid|offer\\w*|size|fee|market cap|profit)\\b",
          Pattern.CASE_INSENSITIVE);

  private final QuestionReader reader;
  private final PassageRetriever retriever;
  private final PassageIndex index;
  private final EventWords events;
  private final Candidates candidates;
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
    this.events = new EventWords(index::analyze);
    this.reader = reader;
    this.retriever = retriever;
    this.index = index;
    this.candidates = new Candidates(knowledge, vocabulary);
    this.scorer = new CandidateScorer(index, vocabulary, events);
    this.judge = new Judge(index, events, new Premise(index, vocabulary, events));
    this.writer = new ExtractiveAnswerWriter(index, vocabulary);
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
    if (goesOn(query, question)) {
      query = reader.readInContext(question);
    }
    long understood = System.nanoTime();
    Retrieval retrieval = retriever.retrieve(query, PASSAGES);
    long retrieved = System.nanoTime();
    List<String> recent = spokenOf(question);
    return answered(query, write(query, retrieval, recent), start, understood, retrieved);
  }

  /** What the last answer that cited anything did cite, in its order. */
  private static List<String> spokenOf(Question question) {
    return question.history().reversed().stream()
        .limit(TURNS)
        .map(Question.Turn::documents)
        .filter(documents -> !documents.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * Whether a short question goes on about what the last answer rests on: that story knows of every
   * entity it names, and nothing else says what it refers to.
   */
  private boolean goesOn(Query query, Question question) {
    boolean standsAlone =
        !query.entities().isEmpty()
            && (query.latest() || QueryWords.of(query, index).content().size() > OWN_WORDS);
    return !standsAlone
        && query.carried().isEmpty()
        && QueryWords.of(query, index).content().keySet().stream()
            .allMatch(word -> LETTERS.matcher(word).find())
        && query.text().split("\\s+").length <= GOES_ON
        && spokenOf(question).stream().limit(1).anyMatch(document -> knowsOf(document, query));
  }

  /** Of a question without names it must say half the words that one cannot ask of any story. */
  private boolean knowsOf(String document, Query query) {
    if (!query.entities().isEmpty()) {
      return candidates.names(document).containsAll(query.entities());
    }
    Set<String> said = new HashSet<>(index.analyze(candidates.text(document)));
    ASPECTS.matcher(query.text()).results().forEach(r -> said.addAll(index.analyze(r.group())));
    return QueryWords.of(query, index).share(said, events) >= HALF;
  }

  private List<Scored> evidence(Query query, Retrieval retrieval, List<String> recent) {
    return scorer.score(
        query, candidates.of(query, retrieval.passages(), recent), recent, retrieval.likeness());
  }

  /** What answers each side of a comparison, sought for itself. */
  private List<List<Scored>> sides(Query query, List<String> recent) {
    if (query.kind() != AnswerKind.COMPARISON && query.kind() != AnswerKind.TIMELINE) {
      return List.of();
    }
    return query.sides().stream()
        .limit(MOST_SIDES)
        .map(side -> {
          Query its =
              reader
                  .read(new Question(asked(side, query), query.today(), query.asOf(), List.of()))
                  .as(sideKind(query));
          return evidence(its, retriever.retrieve(its, PASSAGES), recent);
        })
        .toList();
  }

  /** "Claude 3 or GPT-4o first" asks when each was launched. */
  private String asked(String side, Query query) {
    Query alone = reader.read(new Question(side, query.today(), query.asOf(), List.of()));
    boolean bare =
        alone.kind() == AnswerKind.SUMMARY && QueryWords.of(alone, index).content().isEmpty();
    return bare && query.kind() == AnswerKind.TIMELINE ? side + " launch" : side;
  }

  /** What is wanted of each side: when it was, how much it is, or whatever is said of it. */
  private static AnswerKind sideKind(Query query) {
    if (query.kind() == AnswerKind.TIMELINE) {
      return AnswerKind.DATE;
    }
    return MONEY.matcher(query.text()).find() ? AnswerKind.AMOUNT : AnswerKind.COMPARISON;
  }

  private Answer write(Query query, Retrieval retrieval, List<String> recent) {
    List<Scored> evidence = evidence(query, retrieval, recent);
    List<List<Scored>> sides = sides(query, recent);
    boolean spokenOf = !evidence.isEmpty() && evidence.get(0).features().spokenOf();
    Optional<Judge.Refusal> refusal = judge.refusal(query, retrieval, evidence, sides, spokenOf);
    if (refusal.isPresent()) {
      return abstained(refusal.get(), retrieval);
    }
    return composer
        .compose(query, writer.write(query, evidence, sides))
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
