package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.Retrieval;
import dev.footnote.core.retrieval.Retrieval.Signals;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides before anything is written whether the evidence is about what was asked. */
final class Judge {

  /** Why not, and what is missing. */
  record Refusal(Abstention reason, Optional<String> detail) {}

  /**
   * What the evidence shows of what a short question says; every figure 0 to 1 but the count.
   *
   * @param entities the most of its entities that one sentence names
   * @param words the share of its words that the sentences about its entities say together
   * @param acts the share of what it takes for granted that is borne out
   * @param unknown how many of its words nothing on file holds
   */
  record Support(double entities, double words, double acts, long unknown) {}

  /** So much of the entities a sentence must name to be about them. */
  private static final double ABOUT = 0.75;

  /** Of each side's evidence so much is looked at. */
  private static final int SOON = 3;

  /** The share of a side's words that its story must say. */
  private static final double HALF = 0.5;

  /** From so many content words on a question is judged as a long one. */
  private static final int LONG = 9;

  /**
   * With a nearest passage farther than this and no name in it, a question is about other things.
   */
  private static final double OFF_TOPIC = 0.6;

  private final PassageIndex index;
  private final EventWords events;
  private final Premise premise;

  Judge(PassageIndex index, EventWords events, Premise premise) {
    this.index = index;
    this.events = events;
    this.premise = premise;
  }

  /**
   * Why {@code query} is not answered from {@code evidence}, best first; empty if it is.
   *
   * @param sides the same for each side of a comparison; none where it has none
   * @param spokenOf whether the conversation says what it is about
   */
  Optional<Refusal> refusal(
      Query query,
      Retrieval retrieval,
      List<Scored> evidence,
      List<List<Scored>> sides,
      boolean spokenOf) {
    Optional<String> silent = silentPublisher(query);
    if (silent.isPresent()) {
      return refuse(Abstention.NOTHING_ON_FILE, "I have nothing by " + silent.get() + ".");
    }
    boolean future = isFuture(query);
    if (future && query.window().from().map(f -> f.isAfter(query.today())).orElse(false)) {
      return refuse(Abstention.IN_THE_FUTURE);
    }
    if (evidence.isEmpty()) {
      return refuse(outside(query, retrieval.signals()));
    }
    QueryWords words = QueryWords.of(query, index);
    if (words.content().size() >= LONG) {
      return Confidence.ofLong(retrieval.signals()) < 0
          ? refuse(outside(query, retrieval.signals()))
          : Optional.empty();
    }
    if (!future && areTold(query, sides)) {
      return Optional.empty();
    }
    return refusalOfShort(query, retrieval, support(query, words, evidence), future, spokenOf);
  }

  /** Whether of every side something of the kind asked for is told. */
  private static boolean areTold(Query query, List<List<Scored>> sides) {
    return !sides.isEmpty()
        && !query.entities().isEmpty()
        && sides.stream()
            .allMatch(its ->
                its.stream()
                    .limit(SOON)
                    .anyMatch(s -> s.entities() >= ABOUT && s.direct() && s.story() >= HALF));
  }

  private static Optional<Refusal> refusalOfShort(
      Query query, Retrieval retrieval, Support support, boolean future, boolean spokenOf) {
    boolean oneEvent = query.kind() != AnswerKind.COMPARISON && query.kind() != AnswerKind.TIMELINE;
    if (oneEvent && query.entities().size() > 1 && support.entities() < ABOUT) {
      return refuse(Abstention.FALSE_PREMISE);
    }
    Support judged = oneEvent ? support : new Support(1, support.words(), 1, support.unknown());
    boolean named = spokenOf || !query.entities().isEmpty();
    if (Confidence.ofShort(retrieval.signals(), judged, query, future, named) >= 0) {
      return Optional.empty();
    }
    if (future) {
      return refuse(Abstention.IN_THE_FUTURE);
    }
    return refuse(
        judged.acts() < 1 && named
            ? Abstention.FALSE_PREMISE
            : outside(query, retrieval.signals()));
  }

  /** Whether it asks what is to come: not where it asks what was said of it by a past day. */
  private static boolean isFuture(Query query) {
    return query.future() && query.window().to().map(to -> to.isAfter(query.today())).orElse(true);
  }

  private static Optional<Refusal> refuse(Abstention reason) {
    return Optional.of(new Refusal(reason, Optional.empty()));
  }

  private static Optional<Refusal> refuse(Abstention reason, String detail) {
    return Optional.of(new Refusal(reason, Optional.of(detail)));
  }

  /** A publisher that the question asks about and that nothing on file is by. */
  private Optional<String> silentPublisher(Query query) {
    Set<String> known = index.publishers().keySet();
    return query.mentions().stream()
        .filter(m -> m.kind() == Mention.Kind.PUBLISHER)
        .filter(m -> m.names().stream().noneMatch(known::contains))
        .map(Mention::name)
        .findFirst();
  }

  private static Abstention outside(Query query, Signals signals) {
    boolean named = !query.mentions().isEmpty() || !query.unknownNames().isEmpty();
    return named || signals.cosine() >= OFF_TOPIC
        ? Abstention.NOTHING_ON_FILE
        : Abstention.NOT_AI_NEWS;
  }

  Support support(Query query, QueryWords words, List<Scored> evidence) {
    double entities = 0;
    Set<String> said = new HashSet<>();
    for (Scored one : evidence) {
      entities = Math.max(entities, one.entities());
      if (one.entities() >= ABOUT) {
        said.addAll(index.analyze(one.candidate().context()));
      }
    }
    return new Support(
        entities,
        words.share(said, events),
        premise.borneOut(query, evidence),
        words.unknown(index));
  }
}
