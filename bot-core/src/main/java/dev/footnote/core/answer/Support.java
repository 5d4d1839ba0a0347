package dev.footnote.core.answer;

import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.Retrieval.Signals;
import java.util.Optional;

/**
 * What the evidence shows of a short question; shares are 0 to 1. A joint share counts the words,
 * by rarity, and the entities of the question together.
 *
 * @param signals of the retrieval
 * @param context the signals of the query read with the question before it, where there was one
 * @param entities the most of the question's entities that one sentence is about
 * @param words the share of its words that the sentences about its entities say together
 * @param acts the share of what it takes for granted that is borne out
 * @param unknown how many of its words nothing on file holds
 * @param best joint share of the best sentence with its title
 * @param bestAlone the same without the title
 * @param mostAlone the most of it that any sentence says
 * @param bestStory joint share of the best sentence's document
 * @param mostStory the most of it that any document says
 * @param unsaid the rarity of the words that the best sentence's document does not say
 * @param unnamed how many of the entities it does not name
 * @param sure the share of the likeliest document in what is likely
 * @param expected how like the question the nearest is of those that curators expect
 * @param expectedInContext the same of the question read with the one before it
 * @param spokenOf whether the best sentence is of a story that the conversation is about
 * @param contentWords how many words the question has beside names
 */
record Support(
    Query query,
    Signals signals,
    Optional<Signals> context,
    CandidateScorer.Scored top,
    double entities,
    double words,
    double acts,
    long unknown,
    double best,
    double bestAlone,
    double mostAlone,
    double bestStory,
    double mostStory,
    double unsaid,
    long unnamed,
    double sure,
    boolean future,
    double expected,
    double expectedInContext,
    boolean spokenOf,
    int contentWords) {

  /** Below this share of the words, the evidence says nothing of what was asked. */
  private static final double SILENT = 0.05;

  /** From this joint share on a story is about what was asked, and may tell of plans. */
  private static final double WHOLE = 0.9;

  /** What asking about the future then speaks against an answer; set by hand. */
  private static final double PLANNED = 0.3;

  /** From this cosine on two questions ask the same, mostly. */
  private static final double SAME = 0.85;

  private static final int MOST_UNKNOWN = 2;

  private static final int MOST_WORDS = 6;

  /** Whether it names an entity, or goes on about a story that does. */
  boolean named() {
    return spokenOf || !query.entities().isEmpty();
  }

  /** Whether it takes for granted that one did something to another, and nothing says so. */
  boolean isUntoldBetweenTwo() {
    return acts == 0 && expected < SAME && query.entities().size() > 1 && !isOfSeveral();
  }

  private boolean isOfSeveral() {
    return query.kind() == AnswerKind.COMPARISON || query.kind() == AnswerKind.TIMELINE;
  }

  /** The figures that are weighed, in the order of {@link Confidence}. */
  double[] vector() {
    AnswerKind kind = query.kind();
    boolean several = isOfSeveral();
    Features features = top.features();
    return new double[] {
      Double.isNaN(signals.cosine()) ? 0.52 + signals.lexical() : signals.cosine(),
      signals.lexical(),
      words,
      of(words < SILENT),
      several ? 1 : entities,
      several ? 1 : acts,
      Math.min(MOST_UNKNOWN, unknown),
      best,
      bestAlone,
      mostAlone,
      bestStory,
      mostStory,
      features.story(),
      features.cosine(),
      expected - FeatureReader.LIKE,
      features.like() - FeatureReader.LIKE,
      Math.max(0, features.like() - SAME),
      signals.answered(),
      of(context.isPresent()),
      context.map(c -> Double.isNaN(c.cosine()) ? 0 : c.cosine()).orElse(0.0),
      expectedInContext - FeatureReader.LIKE,
      features.likeInContext() - FeatureReader.LIKE,
      context.map(Signals::answered).orElse(0.0),
      features.context(),
      unsaid,
      unnamed,
      1 - features.entities(),
      of(features.direct()),
      of(!features.direct() && isOneThing(kind)),
      sure,
      of(future) * (bestStory >= WHOLE ? PLANNED : 1),
      of(query.latest()),
      of(named()),
      of(query.carried().isPresent()),
      of(spokenOf),
      of(several),
      of(!query.window().isAlways()),
      Math.min(MOST_WORDS, contentWords),
      of(kind == AnswerKind.AMOUNT),
      of(kind == AnswerKind.COUNT),
      of(kind == AnswerKind.LIST),
      of(kind == AnswerKind.YES_NO),
      of(kind == AnswerKind.REASON),
      of(kind == AnswerKind.SUMMARY),
    };
  }

  /** Whether a sentence either holds what such a question asks for or does not. */
  private static boolean isOneThing(AnswerKind kind) {
    return switch (kind) {
      case DATE, AMOUNT, COUNT, PERSON, ORGANISATION -> true;
      case LIST, YES_NO, COMPARISON, TIMELINE, REASON, SUMMARY -> false;
    };
  }

  private static double of(boolean holds) {
    return holds ? 1 : 0;
  }
}
