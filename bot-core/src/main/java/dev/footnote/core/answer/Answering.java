package dev.footnote.core.answer;

import dev.footnote.core.question.Question;

/** Answers questions. Safe for use by several threads. */
public interface Answering {

  /** Answers {@code question}, or abstains; never null, and no input makes it throw. */
  Answered answer(Question question);
}
