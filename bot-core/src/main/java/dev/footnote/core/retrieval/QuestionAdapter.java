package dev.footnote.core.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * A linear map of question vectors, learned from the questions that curators expect: it brings the
 * ways to ask for one statement together and the rest apart. {@code evaluate adapter} learns it
 * (ADR 0015). Immutable and safe for use by several threads.
 */
public final class QuestionAdapter {

  /** Where the resource is, below the class path's root. */
  private static final String RESOURCE = "dev/footnote/core/question-adapter.bin";

  private static final int MAGIC = 0xF007_2003;

  /** Of the file: a magic number, the dimension, and what a step is worth. */
  private static final int HEADER = 2 * Integer.BYTES + Float.BYTES;

  private final float[][] rows;
  private final String id;

  /**
   * @param rows a square matrix, which a vector is multiplied with from the left; kept to steps of
   *     which its largest difference from the unit matrix has 32,767
   */
  public QuestionAdapter(float[][] rows) {
    this(bytes(rows));
  }

  private QuestionAdapter(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int magic = bytes.length < HEADER ? 0 : in.getInt();
    int dimension = magic == MAGIC ? in.getInt() : 0;
    if (dimension <= 0 || bytes.length != HEADER + (long) Short.BYTES * dimension * dimension) {
      throw new IllegalArgumentException("these bytes are no adapter");
    }
    float step = in.getFloat();
    this.rows = new float[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        rows[i][j] = step * in.getShort() + (i == j ? 1 : 0);
      }
    }
    var sum = new CRC32();
    sum.update(bytes);
    this.id = Long.toHexString(sum.getValue());
  }

  /** The one that ships. */
  public static QuestionAdapter packaged() {
    try (InputStream in = QuestionAdapter.class.getResourceAsStream("/" + RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program: build it anew");
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the question adapter cannot be read", e);
    }
  }

  /**
   * Reads what {@link #bytes()} gave.
   *
   * @throws IllegalArgumentException if they are no adapter
   */
  public static QuestionAdapter read(byte[] bytes) {
    return new QuestionAdapter(bytes);
  }

  /** Changes nothing. */
  public static QuestionAdapter none(int dimension) {
    return new QuestionAdapter(unit(dimension));
  }

  /** Tells adapters apart: vectors of one cannot be compared with those of another. */
  public String id() {
    return id;
  }

  /** A magic number, the dimension, the step, and the steps from the unit matrix, row by row. */
  public byte[] bytes() {
    return bytes(rows);
  }

  /**
   * The vector of a question, adapted; of length 1.
   *
   * @throws IllegalArgumentException if it has another dimension
   */
  public float[] adapt(float[] vector) {
    if (vector.length != rows.length) {
      throw new IllegalArgumentException(
          "a vector of " + vector.length + " for an adapter of " + rows.length);
    }
    var adapted = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      float value = vector[i];
      float[] row = rows[i];
      for (int j = 0; j < adapted.length; j++) {
        adapted[j] += value * row[j];
      }
    }
    double square = 0;
    for (float value : adapted) {
      square += value * value;
    }
    float length = (float) Math.sqrt(square);
    for (int j = 0; length > 0 && j < adapted.length; j++) {
      adapted[j] /= length;
    }
    return adapted;
  }

  private static byte[] bytes(float[][] rows) {
    float most = Float.MIN_NORMAL;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows.length) {
        throw new IllegalArgumentException("an adapter is a square matrix");
      }
      for (int j = 0; j < rows.length; j++) {
        most = Math.max(most, Math.abs(difference(rows, i, j)));
      }
    }
    float step = most / Short.MAX_VALUE;
    ByteBuffer out =
        ByteBuffer.allocate(HEADER + Short.BYTES * rows.length * rows.length)
            .putInt(MAGIC)
            .putInt(rows.length)
            .putFloat(step);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        out.putShort((short) Math.round(difference(rows, i, j) / step));
      }
    }
    return out.array();
  }

  private static float difference(float[][] rows, int i, int j) {
    return rows[i][j] - (i == j ? 1 : 0);
  }

  private static float[][] unit(int dimension) {
    var rows = new float[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      rows[i][i] = 1;
    }
    return rows;
  }
}
