package dev.footnote.core.answer;

import dev.footnote.core.answer.Judge.Support;
import dev.footnote.core.retrieval.Retrieval.Signals;

/**
 * How sure one can be that the evidence answers: log odds of two logistic regressions, one for long
 * questions that describe their facts, one for short ones as typed in chats. Above 0 is answered.
 *
 * <p>The long ones' was fitted on the even half of MultiHop-RAG's dev questions, the short ones' on
 * 120 questions of our own, {@code chat.dev.jsonl}; docs/benchmarks.md has what both reach on
 * questions that they were not fitted on.
 */
final class Confidence {

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

  /**
   * @param future whether it asks what is to come
   * @param named whether it names an entity
   */
  static double ofShort(Signals signals, Support support, boolean future, boolean named) {
    double cosine =
        Double.isNaN(signals.cosine()) ? 0.45 + 0.9 * signals.lexical() : signals.cosine();
    return -17.5
        + 13.0 * cosine
        + 8.75 * support.acts()
        + 3.2 * support.words()
        - 0.67 * Math.min(2, support.unknown())
        - (future ? 5.25 : 0)
        - (named ? 0 : 2.25);
  }
}
