package dev.footnote.core.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.langchain4j.PackagedQuestions.Packaged;
import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.QuantisedVector;
import dev.footnote.core.retrieval.QuestionAdapter;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackagedQuestionsTest {

  private static final QuestionAdapter ADAPTER = QuestionAdapter.packaged();
  private static final String MAKER = PackagedQuestions.maker("model/1", ADAPTER);

  private final Map<Long, Packaged> vectors =
      Map.of(PackagedQuestions.key("who?"), new Packaged(7, QuantisedVector.of(new float[384])));
  private final byte[] bytes = PackagedQuestions.bytes(vectors, MAKER);

  @Test
  void what_was_packaged_is_found_by_its_text() {
    assertThat(PackagedQuestions.parse(bytes, MAKER))
        .containsOnlyKeys(PackagedQuestions.key("who?"))
        .allSatisfy((key, one) -> assertThat(one.read()).isEqualTo(7));
  }

  @Test
  void another_models_vectors_are_not_used() {
    assertThat(PackagedQuestions.parse(bytes, PackagedQuestions.maker("model/2", ADAPTER)))
        .isEmpty();
  }

  @Test
  void vectors_that_another_adapter_adapted_are_not_used() {
    var other = QuestionAdapter.none(384);

    assertThat(PackagedQuestions.parse(bytes, PackagedQuestions.maker("model/1", other))).isEmpty();
  }

  @Test
  void a_file_that_was_cut_or_is_no_such_file_holds_none() {
    for (int length = 0; length < bytes.length; length += 7) {
      assertThat(PackagedQuestions.parse(Arrays.copyOf(bytes, length), MAKER)).isEmpty();
    }
    assertThat(PackagedQuestions.parse(new byte[64], MAKER)).isEmpty();
  }

  @Test
  void every_question_that_ships_has_its_vector() {
    var knowledge = CuratedKnowledge.packaged();

    assertThat(ExpectedQuestions.all(knowledge)).hasSizeGreaterThan(12_000);
    assertThat(PackagedQuestions.of(knowledge, new BgeSmallEmbedder().model())).isPresent();
    assertThat(PackagedQuestions.of(knowledge, "another model")).isEmpty();
  }
}
