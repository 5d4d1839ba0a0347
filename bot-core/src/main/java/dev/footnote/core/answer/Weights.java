package dev.footnote.core.answer;

/**
 * What each of {@link Features#vector} weighs: a listwise logistic regression, fitted on the
 * development questions ({@code chat.dev.jsonl}) and on the first 672 of them asked after an
 * unrelated one, so that a sentence which holds a fact asked for outweighs the other candidates of
 * its question. ADR 0012 has how, and what it reaches on questions that it was not fitted on.
 */
final class Weights {

  private static final double[] WEIGHTS = {
    2.52, // retrieval
    6.34, // cosine
    3.50, // storyCosine
    13.35, // expected
    5.74, // storyExpected
    6.14, // context
    7.98, // storyContext
    7.29, // expectedInContext
    8.41, // storyExpectedInContext
    0.99, // storyRetrieval
    1.24, // coverage
    0.07, // titled
    0.64, // story
    -0.19, // names
    0.13, // titleNames
    0.60, // entities
    3.16, // date
    2.84, // amount
    2.59, // count
    1.95, // person
    2.23, // organisation
    1.81, // reason
    2.18, // side
    -1.79, // others
    0.01, // opens
    0.20, // summaryOpens
    0.20, // newness
    4.02, // latestNewness
    2.44, // latestFreshness
    2.57, // latestOpens
    -0.17, // presentNewness
    4.58, // presentFreshness
    0.33, // dated
    -1.24, // outside
    1.26, // spokenOf
    0.64, // justCited
    -2.13, // why
    -1.00, // whyOfReason
    -1.00, // timeline
    0.25, // timelineOfDate
    -0.50, // difference
    1.33, // length
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
