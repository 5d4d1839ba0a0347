package dev.footnote.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);

  private final QuestionReader reader = new QuestionReader(KnownNames.VOCABULARY);

  @Test
  void a_question_is_read_for_names_time_and_kind() {
    Query query = read("how much did anthropic raise this year, according to the wsj?");

    assertThat(query.kind()).isEqualTo(AnswerKind.AMOUNT);
    assertThat(query.entities()).containsExactly("anthropic");
    assertThat(query.publishers()).containsExactly("wsj");
    assertThat(query.window())
        .isEqualTo(TimeWindow.between(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
    assertThat(query.carried()).isEmpty();
  }

  @Test
  void a_follow_up_takes_its_subject_from_the_conversation() {
    Query first = read("What is Muse Spark?");

    Query second =
        reader.read(
            new Question(
                "and who leads it?",
                TODAY,
                Optional.empty(),
                List.of(new Question.Turn(first, List.of()))));

    assertThat(second.text()).isEqualTo("who leads Muse Spark?");
    assertThat(second.carried()).contains("Muse Spark");
  }

  @Test
  void a_comparison_is_split_into_sides_that_stand_alone() {
    assertThat(read("who has raised more this year, Anthropic or OpenAI?").sides())
        .containsExactly("Anthropic raised this year", "OpenAI raised this year");
  }

  @Test
  void a_day_given_with_the_question_wins_over_the_text() {
    LocalDate given = LocalDate.of(2026, 3, 1);
    Query query =
        reader.read(
            new Question("openai news as of 1 May 2026", TODAY, Optional.of(given), List.of()));

    assertThat(query.asOf()).contains(given);
    assertThat(query.today()).isEqualTo(TODAY);
  }

  private Query read(String text) {
    return reader.read(Question.of(text, TODAY));
  }
}
