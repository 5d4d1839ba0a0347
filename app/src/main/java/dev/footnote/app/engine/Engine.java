package dev.footnote.app.engine;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.PassageSearch;
import dev.footnote.core.data.ArticleImport;
import dev.footnote.core.data.FolderLock;
import dev.footnote.core.service.ServiceStore;
import dev.footnote.knowledge.KnowledgeBase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that answers, opened on one data folder. Opening it brings the lexical index up to date;
 * embeddings follow in the background. Safe for use by several threads.
 */
public interface Engine extends AutoCloseable {

  /** What is told while a long piece of work goes on. */
  @FunctionalInterface
  interface Progress {

    /**
     * @param stage what is being done, in two or three words
     * @param total 0 while unknown
     */
    void at(String stage, long done, long total);
  }

  KnowledgeBase knowledge();

  Answering answering();

  PassageSearch search();

  /**
   * Imports the articles of a file of JSON Lines, batch by batch; each batch is durable before the
   * next begins. What was imported can be found by its words when this returns.
   *
   * @param progress told after each batch
   * @throws dev.footnote.knowledge.KnowledgeException if the file cannot be read or the store not
   *     be written
   */
  ArticleImport.Report importArticles(Path file, Consumer<ArticleImport.Report> progress);

  /** How far the index has come. */
  IndexStatus status();

  /** Brings index and embeddings up to date, and returns when they are. */
  IndexStatus update(Progress progress);

  /** Embeds what is not yet embedded while this engine answers; for those that stay open. */
  void embedInBackground();

  /** What a service for chat platforms keeps on disk. */
  ServiceStore service();

  /**
   * The right to serve chat platforms from this data folder, which one process has at a time.
   *
   * @return empty if another has it
   */
  Optional<FolderLock> tryLockService();

  /** Stops background work; what it had done is kept. */
  @Override
  void close();
}
