package dev.footnote.core.answer;

import dev.footnote.core.retrieval.Retrieval.Signals;

/**
 * How sure one can be that the evidence answers: log odds of two logistic regressions, one for long
 * questions that describe their facts, one for short ones as typed in chats. Above 0 is answered.
 *
 * <p>The long ones' was fitted on the even half of MultiHop-RAG's dev questions; the short ones' on
 * the 1,682 of {@code chat.dev.jsonl} and the first 672 of them asked after an unrelated one, where
 * a question to be abstained from counts twice, and then moved by a quarter in favour of answering.
 * ADR 0012 has how, docs/benchmarks.md what both reach on questions that they were not fitted on.
 */
final class Confidence {

  private static final double BIAS = -9.97;

  private static final double[] WEIGHTS = {
    2.77, // cosine
    1.49, // lexical
    0.44, // words
    -0.30, // silent
    0.59, // entities
    2.33, // acts
    -0.05, // unknown
    1.24, // best
    -0.96, // bestAlone
    -0.87, // mostAlone
    0.76, // bestStory
    0.21, // mostStory
    0.65, // topStory
    2.63, // topCosine
    9.27, // expected
    1.22, // topLike
    16.29, // topSame
    -0.20, // context
    0.03, // contextCosine
    9.05, // expectedInContext
    1.96, // topLikeInContext
    -12.75, // topContext
    0.05, // unsaid
    0.32, // unnamed
    -1.26, // topUnnamed
    0.59, // direct
    0.37, // notDirect
    1.81, // sure
    -5.18, // future
    2.31, // latest
    0.82, // named
    1.59, // carried
    1.18, // spokenOf
    2.90, // several
    1.11, // window
    0.29, // contentWords
    -1.12, // amount
    -1.32, // count
    -0.59, // list
    1.08, // yesNo
    -0.69, // reason
    -0.36, // summary
  };

  private static final double UNASKED_BIAS = -13.11;

  /** For a sentence that no curator wrote questions for, such as an article's. */
  private static final double[] UNASKED_WEIGHTS = {
    8.14, // cosine
    1.61, // lexical
    0.63, // words
    -0.11, // silent
    0.98, // entities
    2.42, // acts
    -0.04, // unknown
    0.29, // best
    -0.80, // bestAlone
    -0.93, // mostAlone
    1.26, // bestStory
    0.88, // mostStory
    0.69, // topStory
    3.16, // topCosine
    0.00, // expected
    0.00, // topLike
    0.00, // topSame
    0.00, // context
    0.00, // contextCosine
    0.00, // expectedInContext
    0.00, // topLikeInContext
    0.00, // topContext
    0.05, // unsaid
    0.10, // unnamed
    -1.25, // topUnnamed
    0.80, // direct
    0.52, // notDirect
    1.75, // sure
    -4.78, // future
    1.58, // latest
    0.82, // named
    2.19, // carried
    1.35, // spokenOf
    2.83, // several
    1.44, // window
    0.14, // contentWords
    -1.07, // amount
    -1.32, // count
    -0.58, // list
    0.99, // yesNo
    -0.74, // reason
    -0.51, // summary
  };

  private Confidence() {}

  static double ofLong(Signals signals) {
    if (Double.isNaN(signals.cosine())) {
      return -8.9 + 13.5 * signals.lexical() + 23.4 * signals.coverage() + 3.9 * signals.names();
    }
    return -21.0
        + 21.6 * signals.cosine()
        + 5.1 * signals.lexical()
        + 20.7 * signals.coverage()
        + 3.6 * signals.names();
  }

  static double ofShort(Support support) {
    boolean asked = support.top().features().asked();
    double sum = asked ? BIAS : UNASKED_BIAS;
    double[] weights = asked ? WEIGHTS : UNASKED_WEIGHTS;
    double[] vector = support.vector();
    for (int i = 0; i < vector.length; i++) {
      sum += weights[i] * vector[i];
    }
    return sum;
  }
}
