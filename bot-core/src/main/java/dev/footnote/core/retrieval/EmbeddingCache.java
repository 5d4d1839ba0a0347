package dev.footnote.core.retrieval;

import java.util.Collection;
import java.util.Map;

/**
 * Embeddings by the hash of what was embedded, so that no text is embedded twice. Those of an
 * article's former versions stay, as these do. Safe for use by several threads and processes.
 */
public interface EmbeddingCache {

  /** The vectors that are there, by key; the others are absent. Keys are SHA-256 in hexadecimal. */
  Map<String, float[]> find(Collection<String> keys);

  /** Keeps {@code vectors}, in one durable transaction. A key that is there already stays. */
  void put(Map<String, float[]> vectors);
}
