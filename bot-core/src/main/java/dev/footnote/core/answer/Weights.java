package dev.footnote.core.answer;

/**
 * What each of {@link Features#vector} weighs: a listwise logistic regression, fitted on the
 * development questions ({@code chat.dev.jsonl}) and on the first 672 of them asked after an
 * unrelated one, so that a sentence which holds a fact asked for outweighs the other candidates of
 * its question. ADR 0012 has how, and what it reaches on questions that it was not fitted on.
 */
final class Weights {

  private static final double[] WEIGHTS = {
    2.90, // retrieval
    9.48, // cosine
    5.13, // storyCosine
    9.93, // context
    10.47, // storyContext
    1.58, // storyRetrieval
    1.79, // coverage
    0.02, // titled
    0.47, // story
    0.19, // names
    0.25, // titleNames
    0.91, // entities
    3.26, // date
    2.85, // amount
    2.40, // count
    1.92, // person
    1.27, // organisation
    1.94, // reason
    2.18, // side
    0.28, // opens
    0.08, // summaryOpens
    -0.30, // newness
    3.94, // latestNewness
    2.30, // latestFreshness
    2.25, // latestOpens
    -0.73, // presentNewness
    3.16, // presentFreshness
    0.75, // dated
    -0.95, // outside
    1.34, // spokenOf
    0.68, // justCited
    -2.41, // why
    0.18, // whyOfReason
    -1.50, // timeline
    1.19, // timelineOfDate
    -0.59, // difference
    1.02, // length
  };

  private Weights() {}

  /** The log odds of a candidate, up to a summand that all candidates of a query share. */
  static double logit(Features features) {
    double sum = 0;
    double[] vector = features.vector();
    for (int i = 0; i < vector.length; i++) {
      sum += WEIGHTS[i] * vector[i];
    }
    return sum;
  }
}
