package dev.footnote.core.conversation;

import java.time.LocalDate;
import java.util.Optional;

/** What somebody wants of the bot, the same on every platform. */
public sealed interface Command {

  /**
   * A question.
   *
   * @param question as typed; may be blank and of any length
   * @param asOf answer as one could have on that day
   * @param meant the line that was perhaps meant, where the first word is nearly a command
   */
  record Ask(String question, Optional<LocalDate> asOf, Optional<String> meant) implements Command {

    /** A plain question. */
    public static Ask of(String question) {
      return new Ask(question, Optional.empty(), Optional.empty());
    }
  }

  /** The newest stories, or the newest about something. */
  record Latest(Optional<String> about) implements Command {}

  /**
   * One story.
   *
   * @param story its id, the beginning of its id, its slug, or words of its title
   */
  record ShowStory(String story) implements Command {}

  /** What happened with an entity or topic, in order. */
  record Timeline(String about) implements Command {}

  /** Two or more sides held against each other, as typed. */
  record Compare(String sides) implements Command {}

  /** Whether a claim is covered by what is on file. */
  record Check(String claim) implements Command {}

  /** All references on file about something, or those of the last answer with their quotes. */
  record Sources(Optional<String> about) implements Command {}

  /** How the last question was understood and where its answer came from. */
  record Why() implements Command {}

  /**
   * An answer that was given, for everybody to see.
   *
   * @param answer its id
   */
  record Share(String answer) implements Command {}

  /** What one can ask. */
  record Help() implements Command {}
}
