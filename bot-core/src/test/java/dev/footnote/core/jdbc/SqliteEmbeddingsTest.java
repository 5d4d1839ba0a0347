package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteEmbeddingsTest {

  @TempDir private Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = Articles.store(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_vector_comes_back_bit_for_bit_also_after_a_reopen() {
    var vector = vector(1);
    vector[0] = Float.MIN_VALUE;
    vector[1] = -0f;
    store.embeddings("bge").put(Map.of("k", vector));
    store.close();
    store = Articles.store(folder);

    assertThat(store.embeddings("bge").find(List.of("k", "other")))
        .containsOnlyKeys("k")
        .hasEntrySatisfying("k", found -> assertThat(found).containsExactly(vector));
  }

  @Test
  void another_model_misses() {
    store.embeddings("bge").put(Map.of("k", vector(1)));

    assertThat(store.embeddings("minilm").find(List.of("k"))).isEmpty();
  }

  @Test
  void a_vector_that_is_there_stays() {
    var cache = store.embeddings("bge");
    cache.put(Map.of("k", vector(1)));
    cache.put(Map.of("k", vector(2), "l", vector(3)));

    assertThat(cache.find(Set.of("k", "l")))
        .hasEntrySatisfying("k", found -> assertThat(found).containsExactly(vector(1)))
        .hasEntrySatisfying("l", found -> assertThat(found).containsExactly(vector(3)));
  }

  @Test
  void nothing_asked_is_nothing_found() {
    store.embeddings("bge").put(Map.of());

    assertThat(store.embeddings("bge").find(List.of())).isEmpty();
  }

  private static float[] vector(int seed) {
    var random = new Random(seed);
    var vector = new float[384];
    for (var i = 0; i < vector.length; i++) {
      vector[i] = random.nextFloat() - 0.5f;
    }
    return vector;
  }
}
