package dev.footnote.core.answer;

/**
 * What each of {@link Features#vector} weighs: a listwise logistic regression, fitted on the
 * development questions ({@code chat.dev.jsonl}) and on the first 672 of them asked after an
 * unrelated one, so that a sentence which holds a fact asked for outweighs the other candidates of
 * its question. ADR 0012 has how, and what it reaches on questions that it was not fitted on.
 */
final class Weights {

  private static final double[] WEIGHTS = {
    2.27, // retrieval
    5.55, // cosine
    3.41, // storyCosine
    9.54, // expected
    3.91, // storyExpected
    4.95, // context
    7.17, // storyContext
    6.86, // expectedInContext
    7.55, // storyExpectedInContext
    0.76, // storyRetrieval
    1.10, // coverage
    -0.01, // titled
    0.62, // story
    -0.24, // names
    0.24, // titleNames
    0.49, // entities
    3.05, // date
    2.88, // amount
    2.35, // count
    1.81, // person
    2.35, // organisation
    1.96, // reason
    2.18, // side
    -1.45, // others
    -0.11, // opens
    0.22, // summaryOpens
    0.16, // newness
    3.82, // latestNewness
    2.29, // latestFreshness
    2.40, // latestOpens
    -0.65, // presentNewness
    5.18, // presentFreshness
    0.37, // dated
    -1.54, // outside
    1.86, // spokenOf
    -0.05, // justCited
    0.54, // leadsTo
    2.18, // goesOnFrom
    -1.96, // why
    0.10, // whyOfReason
    -1.11, // timeline
    0.41, // timelineOfDate
    -0.54, // difference
    1.35, // length
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
