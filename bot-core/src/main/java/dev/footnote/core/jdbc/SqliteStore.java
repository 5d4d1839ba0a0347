package dev.footnote.core.jdbc;

import dev.footnote.core.data.DataFolder;
import dev.footnote.core.retrieval.EmbeddingCache;
import dev.footnote.core.service.ServiceStore;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import dev.footnote.knowledge.ArticleStore;
import dev.footnote.knowledge.StoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a data folder remembers, in its footnote.db. Safe for use by several threads and processes:
 * writes wait for each other, reads see what was last committed. What was stored survives the
 * process, and with a disk that keeps its word, the machine.
 */
public final class SqliteStore implements ArticleStore, AutoCloseable {

  private final Database database;
  private final ArticleStore articles;
  private @Nullable SqliteService service;

  private SqliteStore(Database database, InstantSource clock) {
    this.database = database;
    this.articles = new SqliteArticles(database, clock);
  }

  /**
   * Opens {@code folder}'s database, and creates or migrates it if need be. One that the last run
   * did not close is checked first, before anything is written to it.
   *
   * @throws StoreException if it is damaged, newer than this program, another program's, or cannot
   *     be read and written; it is left as it was
   */
  public static SqliteStore open(DataFolder folder, InstantSource clock) {
    NativeLibrary.load(folder, clock.instant());
    return new SqliteStore(Database.open(folder), clock);
  }

  /**
   * Names this database among all there ever were: sequence numbers compare only while it stays the
   * same. An index that followed another must start again from 0.
   */
  public String identity() {
    return database.read(connection ->
        Connections.text(connection, "SELECT value FROM metadata WHERE key = 'identity'"));
  }

  /**
   * The embeddings that {@code model} computed; another model's are not found.
   *
   * @param model with its version and quantisation, for example {@code bge-small-en-v1.5-q}
   */
  public EmbeddingCache embeddings(String model) {
    return new SqliteEmbeddings(database, model);
  }

  /** What the service for chat platforms keeps; the same one each time. */
  public synchronized ServiceStore service() {
    if (service == null) {
      service = new SqliteService(database, identity());
    }
    return service;
  }

  @Override
  public List<Outcome> put(List<Article> articles) {
    return this.articles.put(articles);
  }

  @Override
  public Optional<Article> find(ArticleId id) {
    return articles.find(id);
  }

  @Override
  public List<Change> changesAfter(long sequence, int limit) {
    return articles.changesAfter(sequence, limit);
  }

  @Override
  public long sequence() {
    return articles.sequence();
  }

  @Override
  public long count() {
    return articles.count();
  }

  @Override
  public long versions() {
    return articles.versions();
  }

  /** Waits for reads and writes under way; closing twice does nothing. */
  @Override
  public synchronized void close() {
    if (service != null) {
      service.close();
    }
    database.close();
  }
}
