package dev.footnote.core.lucene;

import dev.footnote.core.retrieval.Passage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.VectorUtil;
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

  /**
   * How near the passages that {@code query} finds are to {@code vector}, by their ids; of those
   * that have a vector.
   *
   * @param most at most so many are found
   */
  Map<String, Double> cosines(float[] vector, Query query, int most) throws IOException {
    var cosines = new HashMap<String, Double>();
    var hits = search(query, Math.max(1, most)).scoreDocs;
    Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
    int hit = 0;
    for (LeafReaderContext leaf : reader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PassageDocuments.VECTOR);
      var at = vectors == null ? null : vectors.iterator();
      for (; hit < hits.length && hits[hit].doc < end; hit++) {
        int document = hits[hit].doc - leaf.docBase;
        if (vectors != null
            && at != null
            && (at.docID() >= document ? at.docID() : at.advance(document)) == document) {
          cosines.put(
              passage(hits[hit].doc).id(),
              (double) VectorUtil.dotProduct(vector, vectors.vectorValue(at.index())));
        }
      }
    }
    return cosines;
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
