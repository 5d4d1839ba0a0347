package dev.footnote.core.retrieval;

import dev.footnote.core.retrieval.PassageIndex.Writer;
import dev.footnote.core.retrieval.PassageIndexer.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives vectors to the passages that have none. It works in turns of some seconds, each of which
 * ends with a commit, so that articles can come in and other processes can write in between.
 */
final class PassageEmbedding {

  /*
   * A turn lists its passages after it has the writer: nobody can replace one of them before its
   * vector is added, which would bring the former text back. A vector is in the cache before the
   * index has it: killed in between, the next turn finds it there.
   */

  private static final Duration TURN = Duration.ofSeconds(4);

  /** Vectors in one transaction: what a kill can cost. */
  private static final int BATCH = 64;

  private static final int LISTED = 4_096;

  private static final String STAGE = "Embedding";

  private final PassageIndex index;
  private final EmbeddingCache cache;
  private final Embedder embedder;
  private final Turns turns;

  PassageEmbedding(PassageIndex index, EmbeddingCache cache, Embedder embedder, Turns turns) {
    this.index = index;
    this.cache = cache;
    this.embedder = embedder;
    this.turns = turns;
  }

  void run(Progress progress, BooleanSupplier cancelled) {
    int cores = Runtime.getRuntime().availableProcessors();
    try (var workers = new Workers(cores)) {
      boolean more = index.embedded() < index.size();
      while (more && !cancelled.getAsBoolean()) {
        more = turns.take(cancelled, () -> turn(workers.service, progress, cancelled));
        more = more && turns.giveWay();
      }
    }
  }

  /** Whether there may be more to do. */
  private boolean turn(ExecutorService workers, Progress progress, BooleanSupplier cancelled) {
    long end = System.nanoTime() + TURN.toNanos();
    try (Writer writer = index.writer()) {
      List<Passage> waiting = index.unembedded(LISTED);
      long total = index.size();
      long done = index.embedded();
      int next = 0;
      while (next < waiting.size() && System.nanoTime() < end && !cancelled.getAsBoolean()) {
        List<Passage> batch = waiting.subList(next, Math.min(waiting.size(), next + BATCH));
        long before = done + next;
        var counting = new Counting(progress, before, total);
        writer.embed(vectors(batch, workers, counting, cancelled));
        next += batch.size();
        progress.at(STAGE, Math.min(total, done + next), total);
      }
      if (next > 0) {
        writer.commit(index.state());
      }
      return index.embedded() < index.size();
    }
  }

  private Map<Passage, float[]> vectors(
      List<Passage> batch, ExecutorService workers, Counting counting, BooleanSupplier cancelled) {
    Map<String, Passage> wanted = new LinkedHashMap<>();
    batch.forEach(p -> wanted.putIfAbsent(EmbeddedText.key(p), p));
    Map<String, float[]> known = new HashMap<>(cache.find(wanted.keySet()));
    wanted.keySet().removeAll(known.keySet());
    counting.add(known.size());
    Map<String, float[]> computed = compute(wanted, workers, counting, cancelled);
    known.putAll(computed);
    Map<Passage, float[]> vectors = new HashMap<>();
    for (Passage passage : batch) {
      float[] vector = known.get(EmbeddedText.key(passage));
      if (vector != null) {
        vectors.put(passage, vector);
      }
    }
    return vectors;
  }

  /** Computes and keeps vectors; after a failure those that came before it. */
  private Map<String, float[]> compute(
      Map<String, Passage> wanted,
      ExecutorService workers,
      Counting counting,
      BooleanSupplier cancelled) {
    var futures = new ArrayList<Map.Entry<String, Future<float[]>>>();
    wanted.forEach((key, passage) ->
        futures.add(
            Map.entry(
                key,
                workers.submit(() -> {
                  if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                  }
                  return embedder.embedPassage(EmbeddedText.of(passage));
                }))));
    Map<String, float[]> computed = new HashMap<>();
    @Nullable Throwable failure = null;
    for (var future : futures) {
      try {
        computed.put(future.getKey(), future.getValue().get());
        counting.add(1);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof CancellationException)) {
          failure = e.getCause();
        }
      } catch (InterruptedException e) {
        futures.forEach(f -> f.getValue().cancel(true));
        Thread.currentThread().interrupt();
        break;
      }
    }
    cache.put(computed);
    if (failure != null) {
      throw new IllegalStateException("a passage cannot be embedded: " + failure, failure);
    }
    return computed;
  }

  /** Tells how far it has come, text by text. */
  private static final class Counting {

    private final Progress progress;
    private final long total;
    private long done;

    Counting(Progress progress, long done, long total) {
      this.progress = progress;
      this.done = done;
      this.total = total;
    }

    void add(int more) {
      done += more;
      if (done < total) {
        progress.at(STAGE, done, total);
      }
    }
  }

  private static final class Workers implements AutoCloseable {

    final ExecutorService service;

    Workers(int threads) {
      service =
          Executors.newFixedThreadPool(
              threads, Thread.ofPlatform().daemon().name("embedding-", 0).factory());
    }

    @Override
    public void close() {
      service.shutdownNow();
    }
  }
}
