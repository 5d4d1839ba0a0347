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
    String typed = ChatWords.inFull(ChatText.clean(question.text()));
    return read(question, typed, FollowUps.resolve(typed, question.history(), names), names);
  }

  /**
   * Reads {@code question} as one that goes on about what the question before it asked, though
   * nothing in its words says so; as {@link #read} where there was none.
   */
  public Query readInContext(Question question) {
    Vocabulary names = vocabulary.get();
    String typed = ChatWords.inFull(ChatText.clean(question.text()));
    return read(question, typed, FollowUps.inContext(typed, question.history(), names), names);
  }

  /** A question that falls into sides holds them against each other, whatever else it says. */
  private static AnswerKind kind(String text, List<Mention> mentions) {
    AnswerKind kind = AnswerKinds.of(text);
    return switch (kind) {
      case TIMELINE, COMPARISON, REASON, PERSON -> kind;
      case DATE, AMOUNT, COUNT, ORGANISATION, LIST, YES_NO, SUMMARY ->
          Comparisons.asked(text, mentions).orElse(kind);
    };
  }

  private static Query read(
      Question question, String typed, Optional<Resolved> resolved, Vocabulary names) {
    LocalDate day = question.asOf().orElse(question.today());
    String text = FullNames.in(resolved.map(Resolved::text).orElse(typed), names);
    List<Mention> mentions = names.find(text);
    TimeReading time = TimeExpressions.read(text, day);
    AnswerKind kind = kind(text, mentions);
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
