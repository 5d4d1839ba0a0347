package dev.footnote.core.conversation;

import dev.footnote.core.retrieval.ScoredPassage;
import java.time.LocalDate;
import java.util.List;

/** Finds passages for words as somebody typed them. Safe for use by several threads. */
@FunctionalInterface
public interface PassageSearch {

  /**
   * The passages most relevant to {@code words}, best first; none if nothing matches.
   *
   * @param today the asker's day
   * @param limit passages wanted, 1 to 100
   */
  List<ScoredPassage> search(String words, LocalDate today, int limit);
}
