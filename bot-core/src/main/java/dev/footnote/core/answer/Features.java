package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.question.AnswerKind;

/**
 * What speaks for a candidate and against it; shares are 0 to 1.
 *
 * @param retrieval how well its passage was found
 * @param cosine how near it is to the question in meaning, less the nearest candidate's: 0 or below
 * @param storyCosine the same of the nearest sentence of its document
 * @param asked whether curators wrote questions that they expect of it
 * @param like the cosine of the question that curators expect of it and that is nearest to the
 *     question; at least {@link FeatureReader#LIKE}
 * @param likeInContext as {@code like}, to the question read with the one before it
 * @param expected how like the question a question is that curators expect of it, less the nearest
 *     of any candidate's: 0 or below; what is less than {@link FeatureReader#LIKE} counts as that
 * @param storyExpected the same of the nearest sentence of its document
 * @param context how near it is to the question read with the one before it, less the nearest
 *     candidate's; 0 for all where there was none
 * @param storyContext the same of the nearest sentence of its document
 * @param expectedInContext as {@code expected}, to the question read with the one before it
 * @param storyExpectedInContext the same of the nearest sentence of its document
 * @param storyRetrieval how well its document's best passage was found
 * @param coverage share of the query's content words, by rarity, that it says
 * @param titled share of the words that its title says
 * @param story share of the words that its document says
 * @param names share of the query's entities that it names
 * @param titleNames share of them that its title names
 * @param entities share of them that it is about, a title's name or a curator's counting for less
 * @param direct whether it holds the kind of thing that was asked for
 * @param others share of the numbered things asked about of which it names another number
 * @param newness how new it is among the candidates
 * @param freshness 1 for the newest document about the entities asked, half as much for the next,
 *     and so on
 * @param dated whether it names a day or month within the query's window
 * @param present whether the query asks how something is now
 * @param outside whether it lies outside the query's window
 * @param spokenOf whether the conversation is about its document, which knows of all entities asked
 * @param justCited whether it is the document that the last answer rested on, likewise
 * @param leadsTo whether the story that the last answer rested on follows its document, uncited
 * @param goesOnFrom whether its document follows that story, likewise
 * @param length characters
 */
record Features(
    double retrieval,
    double cosine,
    double storyCosine,
    boolean asked,
    double like,
    double likeInContext,
    double expected,
    double storyExpected,
    double context,
    double storyContext,
    double expectedInContext,
    double storyExpectedInContext,
    double storyRetrieval,
    double coverage,
    double titled,
    double story,
    double names,
    double titleNames,
    double entities,
    boolean direct,
    double others,
    double newness,
    double freshness,
    boolean dated,
    boolean present,
    boolean outside,
    boolean spokenOf,
    boolean justCited,
    boolean leadsTo,
    boolean goesOnFrom,
    boolean opens,
    Section section,
    AnswerKind kind,
    boolean latest,
    int length) {

  private static final double LONG = 200;

  /** The figures that are weighed, in the order of {@link Weights}. */
  double[] vector() {
    return new double[] {
      retrieval,
      cosine,
      storyCosine,
      expected,
      storyExpected,
      context,
      storyContext,
      expectedInContext,
      storyExpectedInContext,
      storyRetrieval,
      coverage,
      titled,
      story,
      names,
      titleNames,
      entities,
      of(direct && kind == AnswerKind.DATE),
      of(direct && kind == AnswerKind.AMOUNT),
      of(direct && kind == AnswerKind.COUNT),
      of(direct && kind == AnswerKind.PERSON),
      of(direct && kind == AnswerKind.ORGANISATION),
      of(direct && kind == AnswerKind.REASON),
      of(direct && (kind == AnswerKind.COMPARISON || kind == AnswerKind.TIMELINE)),
      others,
      of(opens),
      of(opens && kind == AnswerKind.SUMMARY),
      newness,
      latest ? newness : 0,
      latest ? freshness : 0,
      of(latest && opens),
      present && !latest ? newness : 0,
      present && !latest ? freshness : 0,
      of(dated),
      of(outside),
      of(spokenOf),
      of(justCited),
      of(leadsTo),
      of(goesOnFrom),
      of(section == Section.WHY),
      of(section == Section.WHY && kind == AnswerKind.REASON),
      of(section == Section.TIMELINE),
      of(section == Section.TIMELINE && kind == AnswerKind.DATE),
      of(section == Section.DIFFERENCE),
      Math.min(1, length / LONG),
    };
  }

  private static double of(boolean holds) {
    return holds ? 1 : 0;
  }
}
