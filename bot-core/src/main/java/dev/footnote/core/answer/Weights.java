package dev.footnote.core.answer;

/**
 * What each of {@link Features#vector} weighs: a listwise logistic regression, fitted on the
 * development questions ({@code chat.dev.jsonl}) and on the first 672 of them asked after an
 * unrelated one, so that a sentence which holds a fact asked for outweighs the other candidates of
 * its question. ADR 0012 has how, and what it reaches on questions that it was not fitted on.
 */
final class Weights {

  private static final double[] WEIGHTS = {
    2.49, // retrieval
    6.47, // cosine
    3.69, // storyCosine
    13.35, // expected
    5.87, // storyExpected
    5.56, // context
    7.80, // storyContext
    7.36, // expectedInContext
    8.28, // storyExpectedInContext
    0.97, // storyRetrieval
    1.28, // coverage
    0.03, // titled
    0.64, // story
    -0.19, // names
    0.20, // titleNames
    0.61, // entities
    3.20, // date
    2.93, // amount
    2.58, // count
    1.98, // person
    2.18, // organisation
    1.80, // reason
    2.21, // side
    -1.91, // others
    -0.01, // opens
    0.26, // summaryOpens
    0.21, // newness
    4.04, // latestNewness
    2.50, // latestFreshness
    2.55, // latestOpens
    -0.18, // presentNewness
    4.63, // presentFreshness
    0.37, // dated
    -1.34, // outside
    1.39, // spokenOf
    0.96, // justCited
    1.34, // leadsTo
    2.37, // goesOnFrom
    -2.15, // why
    -1.05, // whyOfReason
    -1.29, // timeline
    0.64, // timelineOfDate
    -0.53, // difference
    1.28, // length
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
