package dev.footnote.core.retrieval;

import java.util.Optional;

/** Vectors that were computed beforehand. Safe for use by several threads. */
@FunctionalInterface
public interface VectorLookup {

  /** Where none is known. */
  VectorLookup NONE = key -> Optional.empty();

  /** The vector by the key of {@link EmbeddedText#key}, of the model in use. */
  Optional<float[]> find(String key);
}
