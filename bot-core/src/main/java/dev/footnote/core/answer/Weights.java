package dev.footnote.core.answer;

/** What each of {@link Features#vector} weighs: a listwise logistic regression. */
final class Weights {

  private static final double[] WEIGHTS = {
    3.78, 11.79, 4.54, 1.83, 1.57, 0.04, 0.95, -0.37, 0.87, 1.46, 2.96, 2.94, 0.66, 2.17, 0.34, 1.12, 3.03, 0.85, 0.49, -1.14, 1.19, 4.44, 1.29, 0.62, 3.5, 1.76, 0.40, 0.80, 0.50, -2.56, 0.28, -1.90, -0.21, -0.65, 0.77
  };

  private Weights() {}

  static double logit(Features features) {
    double sum = 0;
    double[] vector = features.vector();
    for (int i = 0; i < vector.length; i++) {
      sum += WEIGHTS[i] * vector[i];
    }
    return sum;
  }
}
