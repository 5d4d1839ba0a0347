package dev.footnote.knowledge.content;

import java.util.Comparator;

/**
 * What is wrong at one place of the curated files, and the way out.
 *
 * @param path relative to the content folder, with forward slashes
 * @param line counted from 1
 */
public record Problem(String path, int line, String message) implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::path)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** As compilers write it: {@code stories/2026/06/x.md:12: message}. */
  @Override
  public String toString() {
    return path + ":" + line + ": " + message;
  }
}
