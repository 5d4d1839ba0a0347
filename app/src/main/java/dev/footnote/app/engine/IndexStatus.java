package dev.footnote.app.engine;

import java.util.Optional;

/**
 * How far the index has come.
 *
 * @param articles imported articles in the data folder
 * @param versions former versions of them that are kept
 * @param passages passages that can be found by their words
 * @param embedded of these, how many can be found by meaning too
 * @param current whether the index holds everything that is known
 * @param trouble what is wrong with it and the way out, in one line
 */
public record IndexStatus(
    long articles,
    long versions,
    long passages,
    long embedded,
    boolean current,
    Optional<String> trouble) {

  /** Nothing is there yet; the first question makes it. */
  public static final IndexStatus NONE = new IndexStatus(0, 0, 0, 0, false, Optional.empty());
}
