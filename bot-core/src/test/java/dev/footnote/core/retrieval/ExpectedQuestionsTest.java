package dev.footnote.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.footnote.core.retrieval.ExpectedQuestions.Expected;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedQuestionsTest {

  private final Embedder embedder = new WordsEmbedder();

  @Test
  void the_nearest_question_of_a_passage_says_how_near_it_is() {
    ExpectedQuestions questions =
        questions(
            new Expected("a#0", "who bought boltix"),
            new Expected("a#0", "price of boltix"),
            new Expected("a#1", "when did acme fold"));

    var cosines = questions.nearest(embedder.embedQuestion("price of boltix")).expected();

    assertThat(cosines).containsOnlyKeys("a#0", "a#1");
    assertThat(cosines.get("a#0")).isCloseTo(1, within(0.01));
    assertThat(cosines.get("a#1")).isLessThan(0.7);
  }

  @Test
  void where_none_were_written_nothing_is_near() {
    assertThat(ExpectedQuestions.NONE.nearest(embedder.embedQuestion("anything")))
        .isEqualTo(ExpectedQuestions.Nearest.NONE);
  }

  @Test
  void the_question_that_is_asked_is_adapted_as_those_that_are_expected_were() {
    float[] first = {1, 0};
    var questions =
        new ExpectedQuestions(
            List.of(new Expected("a#0", "x")),
            List.of(QuantisedVector.of(first)),
            List.of(),
            vector -> new float[] {vector[1], vector[0]});

    var swapped = questions.nearest(new float[] {0, 1});
    assertThat(swapped.expected().get("a#0")).isCloseTo(1, within(0.01));
    assertThat(questions.nearest(first).expected().get("a#0")).isCloseTo(0, within(0.01));
  }

  @Test
  void a_question_is_liker_to_those_that_are_answered_or_to_those_that_are_not() {
    var questions =
        new ExpectedQuestions(
            List.of(
                new Expected("a#0", "who bought boltix"),
                new Expected("a#1", "when did acme fold")),
            List.of(vector("who bought boltix"), vector("when did acme fold")),
            List.of(vector("why did acme sue"), vector("who sued boltix")),
            vector -> vector);

    assertThat(answered(questions, "who bought boltix")).isGreaterThan(0.01);
    assertThat(answered(questions, "why did acme sue")).isLessThan(-0.01);
    assertThat(answered(questions, "what is a quokka")).isCloseTo(0, within(0.01));
    assertThat(answered(questions(new Expected("a#0", "x")), "x")).isZero();
  }

  private double answered(ExpectedQuestions questions, String asked) {
    return questions.nearest(embedder.embedQuestion(asked)).answered();
  }

  private QuantisedVector vector(String question) {
    return QuantisedVector.of(embedder.embedQuestion(question));
  }

  @Test
  void questions_and_vectors_go_together() {
    assertThatThrownBy(() ->
            new ExpectedQuestions(List.of(new Expected("a#0", "x")), List.of(), List.of(), v -> v))
        .hasMessage("1 questions, but 0 vectors");
  }

  @Test
  void a_byte_for_each_component_keeps_cosines_and_survives_writing() {
    var random = new Random(4);
    for (int i = 0; i < 100; i++) {
      float[] one = vector(random);
      float[] two = vector(random);
      double exact = 0;
      for (int j = 0; j < one.length; j++) {
        exact += one[j] * two[j];
      }
      ByteBuffer written = ByteBuffer.allocate(Float.BYTES + one.length);
      QuantisedVector.of(one).write(written);
      QuantisedVector read = QuantisedVector.read(written.flip(), one.length);

      assertThat(read.cosine(QuantisedVector.of(two))).isCloseTo(exact, within(0.005));
    }
  }

  private static float[] vector(Random random) {
    var vector = new float[384];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private ExpectedQuestions questions(Expected... questions) {
    return new ExpectedQuestions(
        List.of(questions),
        List.of(questions).stream()
            .map(q -> QuantisedVector.of(embedder.embedQuestion(q.text())))
            .toList(),
        List.of(),
        vector -> vector);
  }
}
