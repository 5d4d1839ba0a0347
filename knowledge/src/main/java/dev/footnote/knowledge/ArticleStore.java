package dev.footnote.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * The articles of one data folder. Every stored change has a sequence number, so that an index can
 * follow. Safe for use by several threads and processes.
 */
public interface ArticleStore {

  /** What became of one article that was put. */
  enum Outcome {
    /** It was new. */
    ADDED,
    /** Its id was known and its content differs: the former content is kept as a version. */
    REVISED,
    /** Its id was known with the same content. */
    UNCHANGED
  }

  /**
   * An article with the sequence number of its newest change; numbers rise and are never reused.
   */
  record Change(long sequence, Article article) {}

  /**
   * Stores {@code articles} in one durable transaction: all of them or none.
   *
   * @return what became of each, in the same order
   * @throws StoreException if the store cannot be written; nothing was changed
   */
  List<Outcome> put(List<Article> articles);

  /** The article's newest version. */
  Optional<Article> find(ArticleId id);

  /** Articles changed after {@code sequence}, oldest change first, at most {@code limit}. */
  List<Change> changesAfter(long sequence, int limit);

  /** The newest change's number; 0 while there is none. */
  long sequence();

  /** How many articles there are; versions do not count. */
  long count();

  /** How many former versions are kept. */
  long versions();
}
