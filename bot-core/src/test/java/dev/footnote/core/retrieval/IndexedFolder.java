package dev.footnote.core.retrieval;

import dev.footnote.core.data.DataFolder;
import dev.footnote.core.jdbc.SqliteStore;
import dev.footnote.core.lucene.LucenePassageIndex;
import dev.footnote.core.retrieval.PassageIndex.Filter;
import dev.footnote.core.retrieval.PassageIndex.WeightedTerm;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import dev.footnote.knowledge.KnowledgeBase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A data folder with its index and what keeps it, for tests. */
final class IndexedFolder implements AutoCloseable {

  static final PassageIndexer.Progress SILENT = (stage, done, total) -> {};

  /** In every passage that {@link #article} makes. */
  private static final String EVERYWHERE = "ubiquitous";

  final DataFolder folder;
  final SqliteStore store;
  final PassageIndex index;
  final EmbeddingCache cache;
  private final HashEmbedder embedder;

  private IndexedFolder(Path root, HashEmbedder embedder) {
    this.folder = DataFolder.open(root);
    this.embedder = embedder;
    this.store = SqliteStore.open(folder, InstantSource.system());
    this.index = LucenePassageIndex.open(folder.index());
    this.cache = store.embeddings(embedder.model());
  }

  static IndexedFolder open(Path root, HashEmbedder embedder) {
    return new IndexedFolder(root, embedder);
  }

  /** An article of some passages, each holding {@code canary}. */
  static Article article(String id, String canary, int sentences) {
    var body = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      body.append(
          "The %s statement %s has number %d of %s and some more words to fill it. "
              .formatted(EVERYWHERE, canary, i, id));
    }
    return new Article(
        new ArticleId(id),
        "Title of " + id,
        URI.create("https://example.org/" + id),
        "Example News",
        Optional.empty(),
        Instant.parse("2026-06-03T00:00:00Z"),
        body.toString().strip());
  }

  PassageIndexer indexer(Optional<KnowledgeBase> curated, VectorLookup packaged) {
    return new PassageIndexer(
        index,
        new PassageIndexer.Sources(curated, store, store.identity()),
        packaged,
        cache,
        folder::tryLockIndex);
  }

  PassageIndexer indexer() {
    return indexer(Optional.empty(), VectorLookup.NONE);
  }

  void embed() {
    indexer().embed(embedder, SILENT, () -> false);
  }

  List<Passage> holding(String word) {
    return index
        .lexical(
            index.analyze(word).stream().map(t -> new WeightedTerm(t, 1)).toList(),
            Filter.NONE,
            100_000)
        .stream()
        .map(ScoredPassage::passage)
        .sorted(Comparator.comparing(Passage::document).thenComparingInt(Passage::ordinal))
        .toList();
  }

  /** Every passage of the index that {@link #article} made. */
  List<Passage> passages() {
    return holding(EVERYWHERE);
  }

  /** What the index is to hold once it has followed the store up to {@code sequence}. */
  List<Passage> expected(long sequence) {
    return store.changesAfter(0, Integer.MAX_VALUE).stream()
        .filter(c -> c.sequence() <= sequence)
        .flatMap(c -> PassageSplitter.split(c.article()).stream())
        .sorted(Comparator.comparing(Passage::document).thenComparingInt(Passage::ordinal))
        .toList();
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
