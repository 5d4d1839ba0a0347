package dev.footnote.core.answer;

import dev.footnote.core.answer.Judge.Support;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.Retrieval.Signals;

/**
 * How sure one can be that the evidence answers: log odds of two logistic regressions, one for long
 * questions that describe their facts, one for short ones as typed in chats. Above 0 is answered.
 *
 * <p>The long ones' was fitted on the even half of MultiHop-RAG's dev questions, the short ones' on
 * 672 questions of our own, {@code chat.dev.jsonl}, each also asked after an unrelated one;
 * docs/benchmarks.md has what both reach on questions that they were not fitted on.
 */
final class Confidence {

  /** Below this share of the words, the evidence says nothing of what was asked. */
  private static final double SILENT = 0.05;

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
   * @param named whether it names an entity, or goes on about a story that does
   */
  static double ofShort(
      Signals signals, Support support, Query query, boolean future, boolean named) {
    double cosine = Double.isNaN(signals.cosine()) ? 0.5 + signals.lexical() : signals.cosine();
    boolean several = query.kind() == AnswerKind.COMPARISON || query.kind() == AnswerKind.TIMELINE;
    return -15.4
        + 11.2 * cosine
        + 6.9 * signals.lexical()
        + 0.9 * support.words()
        - (support.words() < SILENT && query.carried().isEmpty() ? 1.0 : 0)
        - (named ? 0 : 2 * (1 - support.words()))
        + 5.5 * support.acts()
        - 0.2 * Math.min(2, support.unknown())
        - (future ? 3.3 : 0)
        + (named ? 1.5 : 0)
        + (query.latest() ? 3.4 : 0)
        + (query.carried().isPresent() ? 2.0 : 0)
        + (several ? 2.0 : 0);
  }
}
