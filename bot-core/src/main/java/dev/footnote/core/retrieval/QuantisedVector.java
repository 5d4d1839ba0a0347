package dev.footnote.core.retrieval;

import java.nio.ByteBuffer;

/**
 * A vector of length 1 with a byte for each component: a quarter of the room, and cosines right to
 * about .005. Immutable.
 */
public final class QuantisedVector {

  /** What a component's byte is to be multiplied by. */
  private final float scale;

  private final byte[] values;

  private QuantisedVector(float scale, byte[] values) {
    this.scale = scale;
    this.values = values;
  }

  public static QuantisedVector of(float[] vector) {
    float most = 0;
    for (float value : vector) {
      most = Math.max(most, Math.abs(value));
    }
    float scale = most / Byte.MAX_VALUE;
    byte[] values = new byte[vector.length];
    for (int i = 0; scale > 0 && i < values.length; i++) {
      values[i] = (byte) Math.round(vector[i] / scale);
    }
    return new QuantisedVector(scale, values);
  }

  /** The cosine to {@code other}, which must be as long. */
  double cosine(QuantisedVector other) {
    byte[] one = values;
    byte[] two = other.values;
    int sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * two[i];
    }
    return sum * (double) scale * other.scale;
  }

  /** Writes a float and a byte for each component. */
  public void write(ByteBuffer out) {
    out.putFloat(scale).put(values);
  }

  /** Reads what {@link #write} wrote of a vector of {@code dimension} components. */
  public static QuantisedVector read(ByteBuffer in, int dimension) {
    float scale = in.getFloat();
    byte[] values = new byte[dimension];
    in.get(values);
    return new QuantisedVector(scale, values);
  }
}
