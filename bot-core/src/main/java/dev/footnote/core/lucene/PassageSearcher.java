package dev.footnote.core.lucene;

import dev.footnote.core.retrieval.Passage;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * A searcher over one commit that keeps the passages it has read: each search of a query brings a
 * hundred, mostly the same ones, and reading them from the index cost more than finding them.
 */
final class PassageSearcher extends IndexSearcher {

  /** About 30 MB. */
  private static final int MOST_KEPT = 16_384;

  private final Map<Integer, Passage> kept = new ConcurrentHashMap<>();

  private PassageSearcher(DirectoryReader reader) {
    super(reader);
    setSimilarity(new BM25Similarity());
  }

  Passage passage(int document) throws IOException {
    Passage passage = kept.get(document);
    if (passage == null) {
      passage = PassageDocuments.passage(storedFields().document(document));
      if (kept.size() >= MOST_KEPT) {
        kept.clear();
      }
      kept.put(document, passage);
    }
    return passage;
  }

  private DirectoryReader reader() {
    return (DirectoryReader) getIndexReader();
  }

  /** Follows the index's commits. */
  static final class Manager extends ReferenceManager<PassageSearcher> {

    Manager(Directory directory) throws IOException {
      current = new PassageSearcher(DirectoryReader.open(directory));
    }

    @Override
    protected void decRef(PassageSearcher searcher) throws IOException {
      searcher.reader().decRef();
    }

    @Override
    protected @Nullable PassageSearcher refreshIfNeeded(PassageSearcher searcher)
        throws IOException {
      DirectoryReader newer = DirectoryReader.openIfChanged(searcher.reader());
      return newer == null ? null : new PassageSearcher(newer);
    }

    @Override
    protected boolean tryIncRef(PassageSearcher searcher) {
      return searcher.reader().tryIncRef();
    }

    @Override
    protected int getRefCount(PassageSearcher searcher) {
      return searcher.reader().getRefCount();
    }
  }
}
