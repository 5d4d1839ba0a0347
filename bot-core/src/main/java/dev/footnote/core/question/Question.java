package dev.footnote.core.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was typed, the day it was typed on, and what came before it in the conversation.
 *
 * @param text as typed; may be blank, of any length, and hold anything
 * @param today the asker's day
 * @param asOf answer as one could have on that day: nothing published later counts
 * @param history the conversation before this question, oldest first
 */
public record Question(String text, LocalDate today, Optional<LocalDate> asOf, List<Turn> history) {

  /**
   * One earlier exchange.
   *
   * @param query how the earlier question was understood
   * @param documents ids of the stories and articles that its answer cited, best first
   */
  public record Turn(Query query, List<String> documents) {

    public Turn {
      documents = List.copyOf(documents);
    }
  }

  public Question {
    history = List.copyOf(history);
  }

  /** A question that opens a conversation. */
  public static Question of(String text, LocalDate today) {
    return new Question(text, today, Optional.empty(), List.of());
  }
}
