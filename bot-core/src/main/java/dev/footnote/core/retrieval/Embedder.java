package dev.footnote.core.retrieval;

/** Turns text into vectors of one length, normalised to 1. Safe for use by several threads. */
public interface Embedder {

  /** Names the model and how it is run: vectors of different names do not compare. */
  String model();

  /** The vector of a passage: its head and text. */
  float[] embedPassage(String text);

  /** The vector of a question, to be compared with those of passages. */
  float[] embedQuestion(String text);
}
