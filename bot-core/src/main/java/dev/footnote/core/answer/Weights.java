package dev.footnote.core.answer;

/**
 * What each of {@link Features#vector} weighs: a listwise logistic regression, fitted on the
 * development questions ({@code chat.dev.jsonl}), each also asked after an unrelated one, so that a
 * sentence which holds a fact asked for outweighs the other candidates of its question. ADR 0012
 * has how, and what it reaches on questions that it was not fitted on.
 */
final class Weights {

  private static final double[] WEIGHTS = {
    3.78, // retrieval
    11.79, // cosine
    4.54, // storyCosine
    1.83, // storyRetrieval
    1.57, // coverage
    0.04, // titled
    0.95, // story
    -0.37, // names
    0.87, // titleNames
    1.46, // entities
    2.96, // date
    2.94, // amount
    0.66, // count
    2.17, // person
    0.34, // organisation
    1.12, // reason
    3.03, // side
    0.85, // opens
    0.49, // summaryOpens
    -1.14, // newness
    1.19, // latestNewness
    4.44, // latestFreshness
    1.29, // latestOpens
    0.62, // presentNewness
    3.5, // presentFreshness
    1.76, // dated
    0.4, // outside
    0.8, // spokenOf
    0.5, // justCited
    -2.56, // why
    0.28, // whyOfReason
    -1.9, // timeline
    -0.21, // timelineOfDate
    -0.65, // difference
    0.77, // length
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
