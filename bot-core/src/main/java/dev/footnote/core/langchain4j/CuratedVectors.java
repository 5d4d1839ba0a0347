package dev.footnote.core.langchain4j;

import dev.footnote.core.retrieval.EmbeddedText;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.PassageSplitter;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Embeds the curated passages while the program is built, so that nobody waits for them. Vectors
 * that the former build computed are kept.
 */
final class CuratedVectors {

  private static final long SAID_EVERY_SECONDS = 3;

  private CuratedVectors() {}

  /** Expects the folder of classes that the vectors are to be packaged with. */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]).resolve(PackagedVectors.RESOURCE);
    Embedder embedder = new BgeSmallEmbedder();
    Map<String, float[]> former =
        Files.exists(target)
            ? PackagedVectors.parse(Files.readAllBytes(target), embedder.model())
            : Map.of();
    byte[] bytes = PackagedVectors.bytes(vectors(embedder, former), embedder.model());
    Path next = target.resolveSibling(target.getFileName() + ".next");
    Files.createDirectories(target.getParent());
    Files.write(next, bytes);
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static SortedMap<String, float[]> vectors(
      Embedder embedder, Map<String, float[]> former) {
    var knowledge = CuratedKnowledge.packaged();
    var vectors = new TreeMap<String, float[]>();
    var computed = new TreeMap<String, Future<float[]>>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (var workers = Executors.newFixedThreadPool(cores)) {
      for (var story : knowledge.stories()) {
        for (var passage : PassageSplitter.split(story, knowledge)) {
          String key = EmbeddedText.key(passage);
          float[] known = former.get(key);
          if (known != null) {
            vectors.put(key, known);
          } else {
            computed.computeIfAbsent(
                key, k -> workers.submit(() -> embedder.embedPassage(EmbeddedText.of(passage))));
          }
        }
      }
      collect(computed, vectors);
    }
    return vectors;
  }

  private static void collect(Map<String, Future<float[]>> computed, Map<String, float[]> into) {
    try {
      for (var entry : computed.entrySet()) {
        while (!entry.getValue().isDone()) {
          say(computed);
          TimeUnit.SECONDS.sleep(SAID_EVERY_SECONDS);
        }
        into.put(entry.getKey(), entry.getValue().get());
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the curated stories cannot be embedded", e);
    }
  }

  private static void say(Map<String, Future<float[]>> computed) {
    long done = computed.values().stream().filter(Future::isDone).count();
    System.out.println("Embedding the curated stories: " + done + " of " + computed.size());
  }
}
