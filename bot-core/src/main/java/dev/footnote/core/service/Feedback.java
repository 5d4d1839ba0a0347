package dev.footnote.core.service;

import java.util.Optional;

/**
 * What a reader thinks of an answer.
 *
 * @param words the reader's own; what is beyond {@value #LONGEST} characters is cut
 */
public record Feedback(boolean good, Optional<Reason> reason, Optional<String> words) {

  /** Characters of a reader's own words that are kept. */
  public static final int LONGEST = 2000;

  /** What was wrong with it. */
  public enum Reason {
    WRONG("It is wrong"),
    UNSUPPORTED("The sources do not say that"),
    OUTDATED("There is newer news"),
    INCOMPLETE("Something is missing"),
    MISUNDERSTOOD("It answers another question"),
    OTHER("Something else");

    private final String label;

    Reason(String label) {
      this.label = label;
    }

    /** The reason for a reader; at most 30 characters. */
    public String label() {
      return label;
    }
  }

  public Feedback {
    words =
        words
            .map(String::strip)
            .filter(w -> !w.isEmpty())
            .map(w -> w.length() > LONGEST ? w.substring(0, LONGEST) : w);
  }

  /** A thumb up. */
  public static Feedback ofGood() {
    return new Feedback(true, Optional.empty(), Optional.empty());
  }

  /** Whether and not why: neither the reason nor the words. */
  @Override
  public String toString() {
    return "Feedback[good=" + good + "]";
  }
}
