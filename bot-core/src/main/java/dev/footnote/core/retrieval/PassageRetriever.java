package dev.footnote.core.retrieval;

import dev.footnote.core.question.Query;

/** Finds the passages that a query needs. Safe for use by several threads. */
public interface PassageRetriever {

  /**
   * Returns the passages most relevant to {@code query}, best first; none if nothing matches.
   *
   * @param limit passages wanted, 1 to 100
   * @throws RetrieverUnavailableException if the index cannot be read; a retry may succeed
   */
  Retrieval retrieve(Query query, int limit);
}
