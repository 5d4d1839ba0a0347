package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatQuestionTest {

  private static final ChatQuestion QUESTION =
      new ChatQuestion(
          "1",
          "how much and when",
          Optional.empty(),
          Optional.empty(),
          "amount",
          List.of("2026/01/a"),
          List.of(List.of("5 million", "5m"), List.of("3 May 2026")));
  private static final ChatQuestion NONE =
      new ChatQuestion(
          "2",
          "the weather",
          Optional.empty(),
          Optional.empty(),
          "abstain-off-topic",
          List.of(),
          List.of());

  @Test
  void it_is_right_to_say_one_string_of_each_group_and_cite_a_story() {
    assertThat(QUESTION.isRight(answer("5 Million on 3 May\u00a02026.", "2026/01/a"))).isTrue();
    assertThat(QUESTION.isRight(answer("5 million.", "2026/01/a"))).isFalse();
    assertThat(QUESTION.isRight(answer("5m on 3 May 2026.", "2026/01/b"))).isFalse();
    assertThat(NONE.isRight(answer("5m on 3 May 2026.", "2026/01/a"))).isFalse();
  }

  @Test
  void a_disagreement_is_said_too() {
    var answer =
        Json.read(
            """
            {"abstained":false,"answer":"5 million. [1]","citations":[{"document":"2026/01/a"}],
            "disagreements":[{"values":[{"text":"3 May 2026"},{"text":"4 May 2026"}]}]}\
            """);

    assertThat(QUESTION.isRight(answer)).isTrue();
  }

  @Test
  void abstaining_is_right_only_where_it_must_be() {
    var abstained = Json.read("{\"abstained\":true,\"answer\":\"5 million on 3 May 2026\"}");

    assertThat(QUESTION.isRight(abstained)).isFalse();
    assertThat(NONE.isRight(abstained)).isTrue();
  }

  @Test
  void a_figure_is_not_found_within_a_longer_one() {
    assertThat(ChatQuestion.says("It cost 15 million.", "5 million")).isFalse();
    assertThat(ChatQuestion.says("It cost 1.5 million.", "5 million")).isFalse();
    assertThat(ChatQuestion.says("A total of 5,200.", "5")).isFalse();
    assertThat(ChatQuestion.says("A total of 5.", "5")).isTrue();
  }

  @Test
  void both_sets_can_be_read_and_each_conversation_starts_before_it_goes_on() {
    for (var set : List.of("dev", "test")) {
      var questions = ChatQuestion.read(set);
      var ids = questions.stream().map(ChatQuestion::id).toList();
      assertThat(ids).doesNotHaveDuplicates();
      for (var question : questions) {
        question
            .after()
            .ifPresent(
                before -> assertThat(ids.subList(0, ids.indexOf(question.id()))).contains(before));
        assertThat(question.facts().isEmpty()).isEqualTo(question.abstains());
        assertThat(question.stories().isEmpty()).isEqualTo(question.abstains());
      }
    }
  }

  private static JsonNode answer(String text, String document) {
    var answer = Json.object().put("abstained", false).put("answer", text);
    answer.putArray("citations").addObject().put("document", document);
    return answer;
  }
}
