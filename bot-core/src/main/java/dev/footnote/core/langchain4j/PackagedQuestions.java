package dev.footnote.core.langchain4j;

import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.ExpectedQuestions.Expected;
import dev.footnote.core.retrieval.QuantisedVector;
import dev.footnote.core.retrieval.QuestionAdapter;
import dev.footnote.knowledge.KnowledgeBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The vectors of the questions that curators wrote, computed when the program was built: a magic
 * number, a key of what made them, how many there are and how long, and for each the key of its
 * text, the key of what was embedded, and its vector. The same vectors give the same bytes.
 */
public final class PackagedQuestions {

  /** Where the resource is, below the class path's root. */
  static final String RESOURCE = "dev/footnote/core/expected-questions.bin";

  private static final int MAGIC = 0xF007_2002;

  /**
   * One question's vector.
   *
   * @param read the key of the question as it was read: what was embedded
   */
  record Packaged(long read, QuantisedVector vector) {}

  private PackagedQuestions() {}

  /**
   * The questions of {@code knowledge} with their packaged vectors; empty if some have none that
   * {@code model} made.
   */
  public static Optional<ExpectedQuestions> of(KnowledgeBase knowledge, String model) {
    List<Expected> questions = ExpectedQuestions.all(knowledge);
    if (questions.isEmpty()) {
      return Optional.of(ExpectedQuestions.NONE);
    }
    try (InputStream in = PackagedQuestions.class.getResourceAsStream("/" + RESOURCE)) {
      var adapter = QuestionAdapter.packaged();
      return in == null
          ? Optional.empty()
          : of(
              questions,
              ExpectedQuestions.unanswered(knowledge),
              parse(in.readAllBytes(), maker(model, adapter)),
              adapter);
    } catch (IOException e) {
      throw new UncheckedIOException("the packaged questions cannot be read", e);
    }
  }

  private static Optional<ExpectedQuestions> of(
      List<Expected> questions,
      List<String> unanswered,
      Map<Long, Packaged> packaged,
      QuestionAdapter adapter) {
    var expected = vectors(questions.stream().map(Expected::text).toList(), packaged);
    var none = vectors(unanswered, packaged);
    return expected.size() < questions.size() || none.size() < unanswered.size()
        ? Optional.empty()
        : Optional.of(new ExpectedQuestions(questions, expected, none, adapter::adapt));
  }

  /** Of all {@code texts} that have one. */
  private static List<QuantisedVector> vectors(List<String> texts, Map<Long, Packaged> packaged) {
    return texts.stream()
        .map(text -> packaged.get(key(text)))
        .filter(Objects::nonNull)
        .map(Packaged::vector)
        .toList();
  }

  /** What made the vectors: a model and what adapts them. */
  static String maker(String model, QuestionAdapter adapter) {
    return model + " adapted by " + adapter.id();
  }

  /** The vectors by their texts' keys; none if another made them or they are no vectors at all. */
  static Map<Long, Packaged> parse(byte[] bytes, String maker) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (in.getInt() != MAGIC || in.getLong() != key(maker)) {
        return Map.of();
      }
      int count = in.getInt();
      int dimension = in.getInt();
      if (count < 0 || dimension < 0 || dimension > in.remaining()) {
        return Map.of();
      }
      var vectors = new LinkedHashMap<Long, Packaged>();
      for (int i = 0; i < count; i++) {
        long key = in.getLong();
        long read = in.getLong();
        vectors.put(key, new Packaged(read, QuantisedVector.read(in, dimension)));
      }
      return vectors;
    } catch (BufferUnderflowException e) {
      return Map.of();
    }
  }

  static byte[] bytes(Map<Long, Packaged> vectors, String maker) {
    int dimension = BgeSmallEmbeddingModel.DIMENSION;
    int each = 2 * Long.BYTES + Float.BYTES + dimension;
    ByteBuffer out =
        ByteBuffer.allocate(3 * Integer.BYTES + Long.BYTES + vectors.size() * each)
            .putInt(MAGIC)
            .putLong(key(maker))
            .putInt(vectors.size())
            .putInt(dimension);
    vectors.forEach((key, one) -> one.vector().write(out.putLong(key).putLong(one.read())));
    return out.array();
  }

  /** The first eight bytes of the text's SHA-256. */
  static long key(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
