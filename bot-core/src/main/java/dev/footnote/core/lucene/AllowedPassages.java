package dev.footnote.core.lucene;

import dev.footnote.core.retrieval.PassageIndex.Filter;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A filter as Lucene's query. */
final class AllowedPassages {

  private AllowedPassages() {}

  /** What {@code filter} lets through; null where that is all. */
  static @Nullable Query by(Filter filter) {
    if (filter.equals(Filter.NONE)) {
      return null;
    }
    var all = new BooleanQuery.Builder();
    filter
        .lastDay()
        .ifPresent(last ->
            all.add(
                LongPoint.newRangeQuery(
                    PassageDocuments.PUBLISHED, Long.MIN_VALUE, last.toEpochDay()),
                BooleanClause.Occur.FILTER));
    if (!filter.publishers().isEmpty()) {
      all.add(
          new TermInSetQuery(
              PassageDocuments.PUBLISHER, filter.publishers().stream().map(BytesRef::new).toList()),
          BooleanClause.Occur.FILTER);
    }
    filter
        .origin()
        .ifPresent(origin ->
            all.add(
                new TermQuery(new Term(PassageDocuments.ORIGIN, origin.name())),
                BooleanClause.Occur.FILTER));
    return all.build();
  }
}
