package dev.footnote.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns a linear map of question vectors by contrast: of two questions that one statement answers,
 * each is to be nearer to the other than to the questions of a thousand other statements. The same
 * questions give the same map on every machine.
 */
final class AdapterLearner {

  private static final int STEPS = 200;
  private static final int BATCH = 1024;
  private static final float TEMPERATURE = 0.05f;
  private static final float RATE = 0.002f;

  /** How strongly the map is drawn to the one that changes nothing. */
  private static final float PULL = 0.001f;

  private static final float MOMENTUM = 0.9f;
  private static final float SCALING = 0.999f;
  private static final float TINY = 1e-8f;

  /** The questions of each statement that has two or more. */
  private final List<float[][]> statements;

  private final int dimension;
  private final Random random = new Random(1);
  private final List<Integer> order = new ArrayList<>();

  /**
   * @param statements vectors of length 1 of the questions that each is expected to answer
   */
  AdapterLearner(List<float[][]> statements) {
    this.statements = statements.stream().filter(questions -> questions.length > 1).toList();
    if (this.statements.size() < 2) {
      throw new EvaluationException(
          "an adapter is learned from two statements at least that have two questions each");
    }
    this.dimension = this.statements.get(0)[0].length;
  }

  /** The map: a vector is multiplied with it from the left. */
  float[][] learn() {
    var map = unit();
    var momentum = new float[dimension][dimension];
    var scaling = new float[dimension][dimension];
    for (int step = 1; step <= STEPS; step++) {
      float[][] gradient = gradient(map);
      float rate = RATE * (1 - (float) step / STEPS);
      double first = 1 - Math.pow(MOMENTUM, step);
      double second = 1 - Math.pow(SCALING, step);
      for (int i = 0; i < dimension; i++) {
        for (int j = 0; j < dimension; j++) {
          float g = gradient[i][j] + PULL * (map[i][j] - (i == j ? 1 : 0));
          momentum[i][j] = MOMENTUM * momentum[i][j] + (1 - MOMENTUM) * g;
          scaling[i][j] = SCALING * scaling[i][j] + (1 - SCALING) * g * g;
          double length = Math.sqrt(scaling[i][j] / second) + TINY;
          map[i][j] -= (float) (rate * (momentum[i][j] / first) / length);
        }
      }
    }
    return map;
  }

  /** Of the loss over one batch: two questions each of as many statements as there are, at most. */
  private float[][] gradient(float[][] map) {
    int size = Math.min(BATCH, statements.size());
    var ones = new float[size][];
    var others = new float[size][];
    for (int i = 0; i < size; i++) {
      float[][] questions = statements.get(next());
      int one = random.nextInt(questions.length);
      int other = random.nextInt(questions.length - 1);
      ones[i] = questions[one];
      others[i] = questions[other < one ? other : other + 1];
    }
    float[][] left = Matrices.product(ones, map);
    float[][] right = Matrices.product(others, map);
    float[] leftLengths = normalise(left);
    float[] rightLengths = normalise(right);
    float[][] cosines = Matrices.product(left, Matrices.transposed(right));
    float[][] slopes = slopes(cosines);
    float[][] ofLeft = Matrices.product(slopes, right);
    float[][] ofRight = Matrices.product(Matrices.transposed(slopes), left);
    throughLength(ofLeft, left, leftLengths);
    throughLength(ofRight, right, rightLengths);
    return Matrices.sum(
        Matrices.product(Matrices.transposed(ones), ofLeft),
        Matrices.product(Matrices.transposed(others), ofRight));
  }

  /** How the loss changes with each cosine: what is expected of it less what ought to be. */
  private static float[][] slopes(float[][] cosines) {
    int size = cosines.length;
    float[][] byRow = shares(cosines);
    float[][] byColumn = Matrices.transposed(shares(Matrices.transposed(cosines)));
    var slopes = new float[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        float expected = (byRow[i][j] + byColumn[i][j]) / 2;
        slopes[i][j] = (expected - (i == j ? 1 : 0)) / (TEMPERATURE * size);
      }
    }
    return slopes;
  }

  /** The softmax of each row. */
  private static float[][] shares(float[][] cosines) {
    var shares = new float[cosines.length][];
    IntStream.range(0, cosines.length)
        .parallel()
        .forEach(i -> {
          float[] row = cosines[i].clone();
          float most = Float.NEGATIVE_INFINITY;
          for (float cosine : row) {
            most = Math.max(most, cosine);
          }
          float sum = 0;
          for (int j = 0; j < row.length; j++) {
            row[j] = (float) StrictMath.exp((row[j] - most) / TEMPERATURE);
            sum += row[j];
          }
          for (int j = 0; j < row.length; j++) {
            row[j] /= sum;
          }
          shares[i] = row;
        });
    return shares;
  }

  private static float[] normalise(float[][] rows) {
    var lengths = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      lengths[i] = (float) Math.sqrt(Matrices.dot(rows[i], rows[i]));
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] /= lengths[i];
      }
    }
    return lengths;
  }

  /** Turns the gradient of vectors of length 1 into that of the vectors before. */
  private static void throughLength(float[][] gradient, float[][] rows, float[] lengths) {
    for (int i = 0; i < rows.length; i++) {
      float along = Matrices.dot(gradient[i], rows[i]);
      for (int j = 0; j < rows[i].length; j++) {
        gradient[i][j] = (gradient[i][j] - rows[i][j] * along) / lengths[i];
      }
    }
  }

  /** The next statement: all of them in a random order, then all again in another. */
  private int next() {
    if (order.isEmpty()) {
      IntStream.range(0, statements.size()).forEach(order::add);
      Collections.shuffle(order, random);
    }
    return order.removeLast();
  }

  private float[][] unit() {
    var unit = new float[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      unit[i][i] = 1;
    }
    return unit;
  }

  /** What little of matrices is needed here; rows are worked on side by side. */
  private static final class Matrices {

    static float[][] product(float[][] one, float[][] other) {
      var product = new float[one.length][other[0].length];
      IntStream.range(0, one.length)
          .parallel()
          .forEach(i -> {
            float[] into = product[i];
            for (int k = 0; k < other.length; k++) {
              float factor = one[i][k];
              float[] row = other[k];
              for (int j = 0; j < into.length; j++) {
                into[j] += factor * row[j];
              }
            }
          });
      return product;
    }

    static float[][] transposed(float[][] matrix) {
      var transposed = new float[matrix[0].length][matrix.length];
      for (int i = 0; i < matrix.length; i++) {
        for (int j = 0; j < matrix[i].length; j++) {
          transposed[j][i] = matrix[i][j];
        }
      }
      return transposed;
    }

    static float[][] sum(float[][] one, float[][] other) {
      var sum = new float[one.length][];
      Arrays.setAll(sum, i -> one[i].clone());
      for (int i = 0; i < sum.length; i++) {
        for (int j = 0; j < sum[i].length; j++) {
          sum[i][j] += other[i][j];
        }
      }
      return sum;
    }

    static float dot(float[] one, float[] other) {
      float sum = 0;
      for (int i = 0; i < one.length; i++) {
        sum += one[i] * other[i];
      }
      return sum;
    }
  }
}
