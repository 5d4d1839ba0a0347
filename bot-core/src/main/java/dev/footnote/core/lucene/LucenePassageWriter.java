package dev.footnote.core.lucene;

import dev.footnote.core.retrieval.Passage;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.PassageIndex.Entry;
import dev.footnote.core.retrieval.PassageIndex.State;
import dev.footnote.core.retrieval.RetrieverUnavailableException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/** The one writer of a {@link LucenePassageIndex}. The state lies in the commit's user data. */
final class LucenePassageWriter implements PassageIndex.Writer {

  static final Query WITHOUT_VECTOR = new TermQuery(new Term(PassageDocuments.UNEMBEDDED, "1"));

  private static final String FORMAT = "format";
  private static final String CURATED = "curated";
  private static final String STORE = "store";
  private static final String SEQUENCE = "sequence";

  private final IndexWriter writer;
  private final Runnable refresh;

  LucenePassageWriter(Directory directory, PassageAnalyzer analyzer, Runnable refresh) {
    this.refresh = refresh;
    try {
      writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(analyzer)
                  .setSimilarity(new BM25Similarity())
                  .setRAMBufferSizeMB(64)
                  .setCommitOnClose(false));
    } catch (LockObtainFailedException e) {
      throw new RetrieverUnavailableException(
          "another process is writing to the index; try again when it has finished", e);
    } catch (IOException e) {
      throw new RetrieverUnavailableException("the index cannot be written: " + e.getMessage(), e);
    }
  }

  /** Commits an empty index, so that a reader can open. */
  static void create(Directory directory) throws IOException {
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(userData(State.NONE).entrySet());
      writer.commit();
    }
  }

  static State state(DirectoryReader reader) throws IOException {
    Map<String, String> data = reader.getIndexCommit().getUserData();
    try {
      return new State(
          Integer.parseInt(data.getOrDefault(FORMAT, "0")),
          data.getOrDefault(CURATED, ""),
          data.getOrDefault(STORE, ""),
          Long.parseLong(data.getOrDefault(SEQUENCE, "0")));
    } catch (NumberFormatException e) {
      return State.NONE;
    }
  }

  private static Map<String, String> userData(State state) {
    return Map.of(
        FORMAT, Integer.toString(state.format()),
        CURATED, state.curated(),
        STORE, state.store(),
        SEQUENCE, Long.toString(state.sequence()));
  }

  @Override
  public void replace(Passage.Origin origin, String document, List<Entry> entries) {
    var its = new Term(PassageDocuments.WHOLE, PassageDocuments.named(origin, document));
    writing(() ->
        entries.isEmpty() // Lucene takes no empty update
            ? writer.deleteDocuments(its)
            : writer.updateDocuments(
                its, entries.stream().map(PassageDocuments::document).toList()));
  }

  @Override
  public void embed(Map<Passage, float[]> vectors) {
    vectors.forEach((passage, vector) ->
        writing(() ->
            writer.updateDocument(
                new Term(
                    PassageDocuments.KEY, PassageDocuments.named(passage.origin(), passage.id())),
                PassageDocuments.document(new Entry(passage, Optional.of(vector))))));
  }

  @Override
  public void clear(Passage.Origin origin) {
    writing(() -> writer.deleteDocuments(new Term(PassageDocuments.ORIGIN, origin.name())));
  }

  @Override
  public void commit(State state) {
    writing(() -> {
      writer.setLiveCommitData(userData(state).entrySet());
      return writer.commit();
    });
    refresh.run();
  }

  @Override
  public void close() {
    writing(() -> {
      writer.rollback();
      return 0L;
    });
  }

  private interface Change {
    long apply() throws IOException;
  }

  private static void writing(Change change) {
    try {
      long unused = change.apply();
    } catch (IOException e) {
      throw new RetrieverUnavailableException("the index cannot be written: " + e.getMessage(), e);
    }
  }
}
