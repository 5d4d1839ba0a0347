package dev.footnote.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuestionAdapterTest {

  private final QuestionAdapter turns = new QuestionAdapter(new float[][] {{0, 1}, {-1, 0}});

  @Test
  void a_vector_is_mapped_and_has_length_one() {
    float[] adapted = turns.adapt(new float[] {3, 0});

    assertThat(adapted[0]).isCloseTo(0, within(1e-4f));
    assertThat(adapted[1]).isCloseTo(1, within(1e-4f));
    assertThat(turns.adapt(new float[] {0, 0})).containsOnly(0);
  }

  @Test
  void none_changes_nothing() {
    float[] vector = {0.6f, -0.8f};

    assertThat(QuestionAdapter.none(2).adapt(vector)).containsExactly(vector, within(1e-6f));
  }

  @Test
  void it_survives_being_written_and_keeps_its_name() {
    QuestionAdapter read = QuestionAdapter.read(turns.bytes());

    assertThat(read.id()).isEqualTo(turns.id()).isNotEqualTo(QuestionAdapter.none(2).id());
    assertThat(read.adapt(new float[] {1, 2})).containsExactly(turns.adapt(new float[] {1, 2}));
  }

  @Test
  void what_is_no_adapter_is_refused() {
    byte[] bytes = turns.bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> QuestionAdapter.read(cut))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new QuestionAdapter(new float[][] {{1, 0}, {1}}))
        .hasMessage("an adapter is a square matrix");
    assertThatThrownBy(() -> turns.adapt(new float[3]))
        .hasMessage("a vector of 3 for an adapter of 2");
  }

  @Test
  void the_one_that_ships_is_for_the_models_vectors_and_was_learned() {
    float[] adapted = QuestionAdapter.packaged().adapt(new float[384]);

    assertThat(adapted).hasSize(384);
    assertThat(QuestionAdapter.packaged().id()).isNotEqualTo(QuestionAdapter.none(384).id());
  }
}
