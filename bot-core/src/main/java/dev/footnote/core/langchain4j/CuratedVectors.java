package dev.footnote.core.langchain4j;

import dev.footnote.core.langchain4j.PackagedQuestions.Packaged;
import dev.footnote.core.retrieval.EmbeddedText;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.ExpectedQuestions.Expected;
import dev.footnote.core.retrieval.PassageSplitter;
import dev.footnote.core.retrieval.QuantisedVector;
import dev.footnote.core.retrieval.QuestionAdapter;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Embeds the curated passages, and the questions expected of them, while the program is built, so
 * that nobody waits for them. Vectors that the former build computed are kept.
 */
final class CuratedVectors {

  private static final long SAID_EVERY_SECONDS = 3;

  private CuratedVectors() {}

  /** Expects the folder of classes that the vectors are to be packaged with. */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    var knowledge = CuratedKnowledge.packaged();
    Embedder embedder = new BgeSmallEmbedder();
    passages(classes.resolve(PackagedVectors.RESOURCE), knowledge, embedder);
    questions(classes.resolve(PackagedQuestions.RESOURCE), knowledge, embedder);
  }

  private static void passages(Path target, KnowledgeBase knowledge, Embedder embedder)
      throws IOException {
    Map<String, float[]> former = PackagedVectors.parse(bytes(target), embedder.model());
    var texts = new TreeMap<String, Supplier<float[]>>();
    for (var story : knowledge.stories()) {
      for (var passage : PassageSplitter.split(story, knowledge)) {
        texts.put(EmbeddedText.key(passage), () -> embedder.embedPassage(EmbeddedText.of(passage)));
      }
    }
    write(target, PackagedVectors.bytes(vectors("stories", texts, former), embedder.model()));
  }

  private static void questions(Path target, KnowledgeBase knowledge, Embedder embedder)
      throws IOException {
    var adapter = QuestionAdapter.packaged();
    String maker = PackagedQuestions.maker(embedder.model(), adapter);
    Map<Long, Packaged> former = PackagedQuestions.parse(bytes(target), maker);
    // As a question that is asked is read: "zuck" and "Mark Zuckerberg" are to be one.
    UnaryOperator<String> reading = ExpectedQuestions.reading(knowledge);
    var known = new HashMap<Long, Packaged>();
    var texts = new TreeMap<Long, Supplier<Packaged>>();
    var questions =
        Stream.concat(
            ExpectedQuestions.all(knowledge).stream().map(Expected::text),
            ExpectedQuestions.unanswered(knowledge).stream());
    for (String question : questions.toList()) {
      long key = PackagedQuestions.key(question);
      String text = reading.apply(question);
      long read = PackagedQuestions.key(text);
      Packaged before = former.get(key);
      if (before != null && before.read() == read) {
        known.put(key, before);
      }
      texts.put(
          key,
          () ->
              new Packaged(read, QuantisedVector.of(adapter.adapt(embedder.embedQuestion(text)))));
    }
    write(target, PackagedQuestions.bytes(vectors("questions", texts, known), maker));
  }

  private static byte[] bytes(Path target) throws IOException {
    return Files.exists(target) ? Files.readAllBytes(target) : new byte[0];
  }

  private static void write(Path target, byte[] bytes) throws IOException {
    Path next = target.resolveSibling(target.getFileName() + ".next");
    Files.createDirectories(target.getParent());
    Files.write(next, bytes);
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static <K, V> SortedMap<K, V> vectors(
      String what, SortedMap<K, Supplier<V>> texts, Map<K, V> former) {
    var vectors = new TreeMap<K, V>();
    var computed = new TreeMap<K, Future<V>>();
    int cores = Runtime.getRuntime().availableProcessors();
    try (var workers = Executors.newFixedThreadPool(cores)) {
      texts.forEach((key, text) -> {
        V known = former.get(key);
        if (known != null) {
          vectors.put(key, known);
        } else {
          computed.put(key, workers.submit(text::get));
        }
      });
      collect(what, computed, vectors);
    }
    return vectors;
  }

  private static <K, V> void collect(String what, Map<K, Future<V>> computed, Map<K, V> into) {
    try {
      for (var entry : computed.entrySet()) {
        while (!entry.getValue().isDone()) {
          say(what, computed);
          TimeUnit.SECONDS.sleep(SAID_EVERY_SECONDS);
        }
        into.put(entry.getKey(), entry.getValue().get());
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the curated " + what + " cannot be embedded", e);
    }
  }

  private static void say(String what, Map<?, ? extends Future<?>> computed) {
    long done = computed.values().stream().filter(Future::isDone).count();
    System.out.println("Embedding the curated " + what + ": " + done + " of " + computed.size());
  }
}
