package dev.footnote.core.conversation;

import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.question.Question;
import java.time.Instant;
import java.util.List;

/**
 * One question and its answer, as a conversation remembers them.
 *
 * @param answerId unique; what buttons refer to
 * @param at when it was answered
 */
public record Exchange(String answerId, Instant at, Answered answered) {

  /** What the next question may refer to. */
  Question.Turn turn() {
    return new Question.Turn(answered.query(), documents());
  }

  private List<String> documents() {
    return switch (answered.answer()) {
      case Answer.Grounded g -> g.citations().stream().map(Citation::document).distinct().toList();
      case Answer.Abstained a -> List.of();
    };
  }
}
