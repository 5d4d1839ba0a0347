package dev.footnote.core.retrieval;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Embeds by chance, the same text always alike, and counts how often it is asked. */
public final class HashEmbedder implements Embedder {

  private static final int DIMENSION = 8;

  private final AtomicInteger embedded = new AtomicInteger();
  private final long micros;

  public HashEmbedder() {
    this(0);
  }

  /**
   * @param micros what a text takes
   */
  public HashEmbedder(long micros) {
    this.micros = micros;
  }

  /** Passages embedded so far. */
  public int embedded() {
    return embedded.get();
  }

  @Override
  public String model() {
    return "hash/1";
  }

  @Override
  public float[] embedPassage(String text) {
    embedded.incrementAndGet();
    try {
      TimeUnit.MICROSECONDS.sleep(micros);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return embedQuestion(text);
  }

  @Override
  public float[] embedQuestion(String text) {
    var random = new Random(text.hashCode());
    var vector = new float[DIMENSION];
    double square = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
