package dev.footnote.knowledge.ingest;

import dev.footnote.knowledge.Article;

/** What one line of a file of articles came to. */
public sealed interface ImportLine {

  /** Counted from 1. */
  int line();

  /** An article that can be stored. */
  record Good(int line, Article article) implements ImportLine {}

  /**
   * A line that cannot be.
   *
   * @param message what is wrong and the way out, without the line's number
   */
  record Rejected(int line, String message) implements ImportLine {

    /** For people: {@code line 317: message}. */
    @Override
    public String toString() {
      return "line " + line + ": " + message;
    }
  }
}
