package dev.footnote.app.engine;

import dev.footnote.app.settings.Settings;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.PassageSearch;
import dev.footnote.core.data.ArticleImport;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.data.FolderLock;
import dev.footnote.core.jdbc.SqliteStore;
import dev.footnote.core.langchain4j.LangChain4jPassageRetriever;
import dev.footnote.core.retrieval.Passage.Origin;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.PassageIndexer;
import dev.footnote.core.retrieval.PassageIndexer.Sources;
import dev.footnote.core.retrieval.PassageRetriever;
import dev.footnote.core.retrieval.PassageView;
import dev.footnote.core.service.ServiceStore;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.ingest.ArticleFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything in this process, on one data folder. */
final class EmbeddedEngine implements Engine {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);

  private final DataFolder folder;
  private final KnowledgeBase knowledge;
  private final SqliteStore store;
  private final PassageIndex index;
  private final PassageIndexer indexer;
  private final Embedding embedding;
  private final ExecutorService searches;
  private final PassageView view;
  private final PassageRetriever retriever;
  private volatile Answers answers;
  private final BackgroundEmbedding background;

  private EmbeddedEngine(
      DataFolder folder,
      KnowledgeBase knowledge,
      SqliteStore store,
      PassageIndex index,
      PassageIndexer indexer,
      Settings settings,
      Embedding embedding) {
    this.folder = folder;
    this.knowledge = knowledge;
    this.store = store;
    this.index = index;
    this.indexer = indexer;
    this.embedding = embedding;
    this.background = new BackgroundEmbedding(indexer, embedding);
    this.searches =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("search-", 0).factory());
    this.view =
        new PassageView(
            index,
            settings.curated() ? Optional.empty() : Optional.of(Origin.ARTICLE),
            embedding::works);
    this.retriever =
        new LangChain4jPassageRetriever(
            view, embedding.embedder(), embedding.questions(knowledge), searches);
    this.answers = Answers.of(knowledge, view, retriever);
  }

  /** Opens {@code folder}; knowledge, database and index are read side by side. */
  static EmbeddedEngine open(
      DataFolder folder,
      Supplier<KnowledgeBase> curated,
      Settings settings,
      Embedding embedding,
      InstantSource clock,
      Progress progress) {
    var reading = CompletableFuture.supplyAsync(curated);
    long start = System.nanoTime();
    var store = SqliteStore.open(folder, clock);
    long stored = System.nanoTime();
    PassageIndex index = null;
    try {
      index = IndexOpening.open(folder);
      long indexed = System.nanoTime();
      var knowledge = Reading.join(reading);
      long known = System.nanoTime();
      var indexer =
          new PassageIndexer(
              index,
              new Sources(
                  settings.curated() ? Optional.of(knowledge) : Optional.empty(),
                  store,
                  store.identity()),
              embedding.packaged(),
              store.embeddings(embedding.embedder().model()),
              folder::tryLockIndex);
      indexer.catchUpUnlessBusy(progress::at);
      LOG.info(
          "Opened the data folder, millis: database={} index={} knowledge={} catchUp={}",
          millis(start, stored),
          millis(stored, indexed),
          millis(indexed, known),
          millis(known, System.nanoTime()));
      return new EmbeddedEngine(folder, knowledge, store, index, indexer, settings, embedding);
    } catch (RuntimeException e) {
      if (index != null) {
        index.close();
      }
      store.close();
      throw e;
    }
  }

  private static long millis(long from, long to) {
    return (to - from) / 1_000_000;
  }

  @Override
  public KnowledgeBase knowledge() {
    return knowledge;
  }

  @Override
  public Answering answering() {
    return question -> answers.answering().answer(question);
  }

  @Override
  public PassageSearch search() {
    return (words, today, limit) -> answers.search().search(words, today, limit);
  }

  @Override
  public ArticleImport.Report importArticles(Path file, Consumer<ArticleImport.Report> progress) {
    try (var lines = ArticleFile.open(file)) {
      return new ArticleImport(store, progress).run(lines);
    } finally {
      catchUp((stage, done, total) -> {});
    }
  }

  private void catchUp(Progress progress) {
    indexer.catchUp(progress::at);
    answers = Answers.of(knowledge, view, retriever);
  }

  @Override
  public IndexStatus status() {
    return new IndexStatus(
        store.count(),
        store.versions(),
        index.size(),
        index.embedded(),
        indexer.isCurrent(),
        embedding.trouble());
  }

  @Override
  public IndexStatus update(Progress progress) {
    catchUp(progress);
    if (embedding.works()) {
      indexer.embed(embedding.embedder(), progress::at, () -> false);
    }
    return status();
  }

  @Override
  public ServiceStore service() {
    return store.service();
  }

  @Override
  public Optional<FolderLock> tryLockService() {
    return folder.tryLockService();
  }

  @Override
  public void embedInBackground() {
    background.start();
  }

  @Override
  public void close() {
    background.close();
    embedding.settle();
    searches.shutdownNow();
    index.close();
    store.close();
  }
}
