package dev.footnote.core.langchain4j;

import dev.footnote.core.retrieval.Embedder;

/** Embeds with bge-small-en-v1.5, loaded on first use. */
public final class BgeSmallEmbedder implements Embedder {

  /**
   * What bge's authors put before a query that is to find passages.
   *
   * <p>https://huggingface.co/BAAI/bge-small-en-v1.5
   */
  private static final String INSTRUCTION =
      "Represent this sentence for searching relevant passages: ";

  /** A question longer than the model reads is cut before it costs time. */
  private static final int MOST_CHARACTERS = 2_000;

  private static final class Loaded {
    static final BgeSmallEmbeddingModel MODEL = BgeSmallEmbeddingModel.load();
  }

  /** Loads the model, which takes about a second, unless it is loaded. */
  public void load() {
    float[] unused = Loaded.MODEL.embed("warm").content().vector();
  }

  @Override
  public String model() {
    return "bge-small-en-v1.5-q/1";
  }

  @Override
  public float[] embedPassage(String text) {
    return Loaded.MODEL.embed(text).content().vector();
  }

  @Override
  public float[] embedQuestion(String text) {
    String head = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    return Loaded.MODEL.embed(INSTRUCTION + head).content().vector();
  }
}
