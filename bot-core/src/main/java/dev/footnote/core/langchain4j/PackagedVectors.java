package dev.footnote.core.langchain4j;

import dev.footnote.core.retrieval.VectorLookup;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of the curated passages, computed when the program was built. Read when first asked
 * for; the same vectors give the same bytes.
 */
public final class PackagedVectors implements VectorLookup {

  /** Where the resource is, below the class path's root. */
  static final String RESOURCE = "dev/footnote/core/curated-vectors.bin";

  private static final int MAGIC = 0xF007_1001;
  private static final int KEY = 32;

  private final String model;
  private @Nullable Map<String, float[]> vectors;

  /**
   * @param model of which vectors are wanted: none are found of another
   */
  public PackagedVectors(String model) {
    this.model = model;
  }

  @Override
  public synchronized Optional<float[]> find(String key) {
    if (vectors == null) {
      vectors = load();
    }
    return Optional.ofNullable(vectors.get(key));
  }

  private Map<String, float[]> load() {
    try (InputStream in = PackagedVectors.class.getResourceAsStream("/" + RESOURCE)) {
      return in == null ? Map.of() : parse(in.readAllBytes(), model);
    } catch (IOException e) {
      throw new UncheckedIOException("the packaged vectors cannot be read", e);
    }
  }

  /** None if they are another model's or no vectors at all. */
  static Map<String, float[]> parse(byte[] bytes, String model) {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (in.getInt() != MAGIC) {
        return Map.of();
      }
      byte[] name = new byte[in.getShort()];
      in.get(name);
      if (!new String(name, StandardCharsets.UTF_8).equals(model)) {
        return Map.of();
      }
      int count = in.getInt();
      int dimension = in.getInt();
      var vectors = new HashMap<String, float[]>(count * 2);
      byte[] key = new byte[KEY];
      for (int i = 0; i < count; i++) {
        in.get(key);
        float[] vector = new float[dimension];
        in.asFloatBuffer().get(vector);
        in.position(in.position() + dimension * Float.BYTES);
        vectors.put(HexFormat.of().formatHex(key), vector);
      }
      return vectors;
    } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
      return Map.of();
    }
  }

  static byte[] bytes(SortedMap<String, float[]> vectors, String model) {
    byte[] name = model.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeShort(name.length);
      out.write(name);
      out.writeInt(vectors.size());
      out.writeInt(BgeSmallEmbeddingModel.DIMENSION);
      for (var entry : vectors.entrySet()) {
        out.write(HexFormat.of().parseHex(entry.getKey()));
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
