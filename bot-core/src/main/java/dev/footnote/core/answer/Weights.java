package dev.footnote.core.answer;

/**
 * What each of {@link Features#vector} weighs: a listwise logistic regression, fitted on the
 * development questions ({@code chat.dev.jsonl}) and on the first 672 of them asked after an
 * unrelated one, so that a sentence which holds a fact asked for outweighs the other candidates of
 * its question. ADR 0012 has how, and what it reaches on questions that it was not fitted on.
 */
final class Weights {

  private static final double[] WEIGHTS = {
    2.55, // retrieval
    6.32, // cosine
    3.51, // storyCosine
    13.46, // expected
    5.87, // storyExpected
    6.15, // context
    8.19, // storyContext
    7.51, // expectedInContext
    8.51, // storyExpectedInContext
    1.02, // storyRetrieval
    1.24, // coverage
    0.03, // titled
    0.61, // story
    -0.19, // names
    0.13, // titleNames
    0.59, // entities
    3.13, // date
    2.87, // amount
    2.55, // count
    1.93, // person
    2.20, // organisation
    1.81, // reason
    2.17, // side
    -1.79, // others
    0.02, // opens
    0.20, // summaryOpens
    0.14, // newness
    4.06, // latestNewness
    2.41, // latestFreshness
    2.61, // latestOpens
    -0.16, // presentNewness
    4.65, // presentFreshness
    0.32, // dated
    -1.23, // outside
    0.92, // spokenOf
    0.95, // justCited
    -2.14, // why
    -1.01, // whyOfReason
    -1.00, // timeline
    0.28, // timelineOfDate
    -0.50, // difference
    1.34, // length
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
