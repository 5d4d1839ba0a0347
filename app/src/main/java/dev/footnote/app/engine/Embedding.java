package dev.footnote.app.engine;

import dev.footnote.core.data.DataFolder;
import dev.footnote.core.langchain4j.BgeSmallEmbedder;
import dev.footnote.core.langchain4j.PackagedQuestions;
import dev.footnote.core.langchain4j.PackagedVectors;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.VectorLookup;
import dev.footnote.knowledge.KnowledgeBase;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedding model of this process, loaded in the background: that takes most of a start.
 *
 * @param wanted whether it is to be used
 * @param packaged vectors that need not be computed
 * @param ready whether it works; completes when that is known
 */
record Embedding(
    boolean wanted, Embedder embedder, VectorLookup packaged, CompletableFuture<Boolean> ready) {

  private static final Logger LOG = LoggerFactory.getLogger(Embedding.class);

  /**
   * Bytes of address space. The native runtime matches the process's command line with a recursive
   * expression: with a question of 4,000 characters a stack of the usual size ends the process.
   */
  private static final long LOADING_STACK = 256L << 20;

  /** Where passages are found by their words alone. */
  static final Embedding OFF =
      new Embedding(
          false,
          new BgeSmallEmbedder(),
          VectorLookup.NONE,
          CompletableFuture.completedFuture(false));

  static Embedding start(DataFolder folder) {
    // DJL's tokenizer unpacks a library to a folder that it reads from here, and must not ask the
    // network for another.
    setIfAbsent("DJL_CACHE_DIR", folder.models().toAbsolutePath().toString());
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
    var embedder = new BgeSmallEmbedder();
    var ready = new CompletableFuture<Boolean>();
    var loading =
        new Thread(null, () -> ready.complete(load(embedder)), "embedding-model", LOADING_STACK);
    loading.setDaemon(true);
    loading.start();
    return new Embedding(true, embedder, new PackagedVectors(embedder.model()), ready);
  }

  /** The questions expected of {@code knowledge}, read in the background. */
  Supplier<ExpectedQuestions> questions(KnowledgeBase knowledge) {
    if (!wanted) {
      return () -> ExpectedQuestions.NONE;
    }
    var reading = CompletableFuture.supplyAsync(() -> read(knowledge));
    return () -> Reading.join(reading);
  }

  private ExpectedQuestions read(KnowledgeBase knowledge) {
    var packaged = PackagedQuestions.of(knowledge, embedder.model());
    if (packaged.isEmpty()) {
      LOG.warn(
          "The expected questions were packaged by another build and are not used: build anew");
    }
    return packaged.orElse(ExpectedQuestions.NONE);
  }

  /** Waits until it is known. */
  boolean works() {
    return ready.join();
  }

  /**
   * Waits for a load under way: a process that ends in the middle of one is torn down by native
   * code.
   */
  void settle() {
    boolean unused = ready.join();
  }

  /** What is wrong; empty while that is unknown. */
  Optional<String> trouble() {
    return !wanted || ready.getNow(true)
        ? Optional.empty()
        : Optional.of(
            "the embedding model does not run on this machine; set embeddings to off to use words"
                + " alone");
  }

  private static boolean load(BgeSmallEmbedder embedder) {
    long start = System.nanoTime();
    try {
      embedder.load();
      LOG.info("Loaded the embedding model, millis={}", (System.nanoTime() - start) / 1_000_000);
      return true;
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("The embedding model cannot be loaded, words alone are used: {}", cause(e));
      return false;
    }
  }

  private static String cause(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value);
    }
  }
}
