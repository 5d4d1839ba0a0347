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

  private static final double BIAS = -13.11;

  private static final double[] WEIGHTS = {
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
    double sum = BIAS;
    double[] vector = support.vector();
    for (int i = 0; i < vector.length; i++) {
      sum += WEIGHTS[i] * vector[i];
    }
    return sum;
  }
}
