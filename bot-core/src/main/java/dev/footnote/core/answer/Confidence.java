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

  private static final double BIAS = -12.49;

  private static final double[] WEIGHTS = {
    5.95, // cosine
    1.45, // lexical
    0.23, // words
    -0.35, // silent
    1.18, // entities
    1.96, // acts
    -0.27, // unknown
    0.78, // best
    -1.15, // bestAlone
    -0.58, // mostAlone
    0.95, // bestStory
    0.53, // mostStory
    0.64, // topStory
    6.92, // topCosine
    3.31, // expected
    0.84, // topLike
    1.94, // topSame
    14.50, // answered
    0.03, // context
    0.45, // contextCosine
    3.62, // expectedInContext
    2.71, // topLikeInContext
    7.18, // answeredInContext
    -5.90, // topContext
    0.06, // unsaid
    0.26, // unnamed
    -1.20, // topUnnamed
    0.56, // direct
    0.48, // notDirect
    1.98, // sure
    -5.86, // future
    2.08, // latest
    0.79, // named
    1.41, // carried
    0.66, // spokenOf
    3.09, // several
    1.29, // window
    0.28, // contentWords
    -0.88, // amount
    -0.77, // count
    -0.61, // list
    1.15, // yesNo
    -0.81, // reason
    -0.23, // summary
  };

  private static final double UNASKED_BIAS = -12.98;

  /** For a sentence that no curator wrote questions for, such as an article's. */
  private static final double[] UNASKED_WEIGHTS = {
    8.01, // cosine
    2.11, // lexical
    0.32, // words
    -0.20, // silent
    1.05, // entities
    2.38, // acts
    -0.06, // unknown
    0.14, // best
    -0.30, // bestAlone
    -0.86, // mostAlone
    0.96, // bestStory
    0.92, // mostStory
    0.56, // topStory
    4.25, // topCosine
    0.00, // expected
    0.00, // topLike
    0.00, // topSame
    0.00, // answered
    0.11, // context
    0.77, // contextCosine
    0.00, // expectedInContext
    0.00, // topLikeInContext
    0.00, // answeredInContext
    -10.35, // topContext
    0.05, // unsaid
    0.31, // unnamed
    -1.60, // topUnnamed
    0.60, // direct
    0.11, // notDirect
    1.75, // sure
    -5.36, // future
    1.57, // latest
    1.01, // named
    1.84, // carried
    0.69, // spokenOf
    2.86, // several
    1.03, // window
    0.22, // contentWords
    -1.04, // amount
    -1.26, // count
    -0.53, // list
    0.97, // yesNo
    -0.88, // reason
    -0.53, // summary
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
    boolean asked = support.top().features().asked() && support.query().asOf().isEmpty();
    double sum = asked ? BIAS : UNASKED_BIAS;
    double[] weights = asked ? WEIGHTS : UNASKED_WEIGHTS;
    double[] vector = support.vector();
    for (int i = 0; i < vector.length; i++) {
      sum += weights[i] * vector[i];
    }
    return sum;
  }
}
