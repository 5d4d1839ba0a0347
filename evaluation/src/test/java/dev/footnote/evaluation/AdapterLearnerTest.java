package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.retrieval.QuestionAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdapterLearnerTest {

  private static final int DIMENSION = 32;

  /** Statements differ in the first half of their vectors, the ways to ask for one in the rest. */
  private final List<float[][]> statements = statements(60, new Random(3));

  @Test
  void what_asks_the_same_comes_nearer_and_what_does_not_goes_apart() {
    var adapter = new QuestionAdapter(new AdapterLearner(statements).learn());

    assertThat(first(adapter)).isGreaterThan(first(QuestionAdapter.none(DIMENSION)) + 20);
  }

  @Test
  void the_same_questions_give_the_same_map() {
    assertThat(new QuestionAdapter(new AdapterLearner(statements).learn()).id())
        .isEqualTo(new QuestionAdapter(new AdapterLearner(statements).learn()).id());
  }

  @Test
  void one_statement_teaches_nothing() {
    assertThatThrownBy(() -> new AdapterLearner(statements.subList(0, 1)))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("two statements at least");
  }

  /** Of how many statements the second question is nearer to the first than any other is. */
  private int first(QuestionAdapter adapter) {
    int first = 0;
    for (int i = 0; i < statements.size(); i++) {
      float[] asked = adapter.adapt(statements.get(i)[0]);
      int nearest = 0;
      for (int j = 1; j < statements.size(); j++) {
        if (second(adapter, asked, j) > second(adapter, asked, nearest)) {
          nearest = j;
        }
      }
      first += nearest == i ? 1 : 0;
    }
    return first;
  }

  private double second(QuestionAdapter adapter, float[] asked, int statement) {
    return cosine(asked, adapter.adapt(statements.get(statement)[1]));
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static List<float[][]> statements(int count, Random random) {
    var statements = new ArrayList<float[][]>();
    for (int s = 0; s < count; s++) {
      float[] about = noise(random);
      var questions = new float[3][];
      for (int q = 0; q < questions.length; q++) {
        float[] way = noise(random);
        System.arraycopy(about, 0, way, 0, DIMENSION / 2);
        questions[q] = QuestionAdapter.none(DIMENSION).adapt(way);
      }
      statements.add(questions);
    }
    return statements;
  }

  private static float[] noise(Random random) {
    var noise = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      noise[i] = (float) random.nextGaussian() * (i < DIMENSION / 2 ? 1 : 2);
    }
    return noise;
  }
}
