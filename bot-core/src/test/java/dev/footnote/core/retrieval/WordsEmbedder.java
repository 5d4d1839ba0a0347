package dev.footnote.core.retrieval;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Embeds a text as its words, hashed: texts that share words lie near each other. Like a model's,
 * its vectors all lean one way, so that strangers have a cosine of about .6.
 */
public class WordsEmbedder implements Embedder {

  private static final int DIMENSION = 256;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  @Override
  public String model() {
    return "words/1";
  }

  @Override
  public float[] embedPassage(String text) {
    return embedQuestion(text);
  }

  @Override
  public float[] embedQuestion(String text) {
    var vector = new float[DIMENSION];
    for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
      vector[1 + Math.floorMod(word.hashCode() * 31, DIMENSION - 1)] += 1;
    }
    float length = length(vector);
    vector[0] = length == 0 ? 1 : 1.25f * length;
    float whole = length(vector);
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= whole;
    }
    return vector;
  }

  private static float length(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    return (float) Math.sqrt(square);
  }
}
