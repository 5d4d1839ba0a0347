package dev.footnote.app.command;

/**
 * What doctor found out about one thing.
 *
 * @param text how it is, and what to do where that is not good
 */
record Finding(Level level, String about, String text) {

  /** How good it is. */
  enum Level {
    OK("ok"),
    NOTE("note"),
    PROBLEM("problem");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Finding ok(String about, String text) {
    return new Finding(Level.OK, about, text);
  }

  static Finding note(String about, String text) {
    return new Finding(Level.NOTE, about, text);
  }

  static Finding problem(String about, String text) {
    return new Finding(Level.PROBLEM, about, text);
  }
}
