package dev.footnote.core.question;

import dev.footnote.core.question.FollowUps.Resolved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Understands a question without a model: names, time, kind of answer, sides, and what a follow-up
 * refers to. Never fails, whatever was typed. Safe for use by several threads.
 */
public final class QuestionReader {

  private final Supplier<Vocabulary> vocabulary;

  /** A reader whose vocabulary may change between questions. */
  public QuestionReader(Supplier<Vocabulary> vocabulary) {
    this.vocabulary = vocabulary;
  }

  public QuestionReader(Vocabulary vocabulary) {
    this(() -> vocabulary);
  }

  /**
   * Reads {@code question}. Relative times count from the day it is asked as of, else from the
   * asker's day.
   */
  public Query read(Question question) {
    Vocabulary names = vocabulary.get();
    LocalDate day = question.asOf().orElse(question.today());
    String typed = ChatText.clean(question.text());
    Optional<Resolved> resolved = FollowUps.resolve(typed, question.history(), names);
    String text = resolved.map(Resolved::text).orElse(typed);
    List<Mention> mentions = names.find(text);
    TimeReading time = TimeExpressions.read(text, day);
    AnswerKind kind = AnswerKinds.of(text);
    List<String> unknown = UnknownNames.find(text, mentions, names);
    return new Query(
        text,
        kind,
        time.window(),
        question.asOf().or(time::asOf),
        question.today(),
        time.latest(),
        mentions,
        unknown,
        Comparisons.sides(text, kind, mentions, unknown),
        resolved.map(Resolved::carried),
        time.dates(),
        time.future(),
        time.spans());
  }
}
