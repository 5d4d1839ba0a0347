package dev.footnote.app.engine;

import dev.footnote.core.retrieval.PassageIndexer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Embeds what is not yet embedded while other things go on. */
final class BackgroundEmbedding implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundEmbedding.class);

  private final PassageIndexer indexer;
  private final Embedding embedding;
  private volatile boolean ended;
  private @Nullable Thread thread;

  BackgroundEmbedding(PassageIndexer indexer, Embedding embedding) {
    this.indexer = indexer;
    this.embedding = embedding;
  }

  /** Begins; does nothing while it is at it. */
  synchronized void start() {
    if (!ended && (thread == null || !thread.isAlive())) {
      thread = Thread.ofPlatform().daemon().name("background-embedding").start(this::run);
    }
  }

  private void run() {
    try {
      if (embedding.works()) {
        indexer.embed(embedding.embedder(), (stage, done, total) -> {}, () -> ended);
      }
    } catch (RuntimeException e) {
      LOG.warn("Embedding in the background has stopped; the next start goes on: {}", e.toString());
    }
  }

  /** Waits until what has been embedded is kept. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      ended = true;
      running = thread;
    }
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
