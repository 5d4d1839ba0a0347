package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Question;
import dev.footnote.core.question.QuestionReader;
import dev.footnote.core.question.Vocabulary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadsTest {

  @TempDir private Path folder;
  private Vocabulary vocabulary;

  @BeforeEach
  void read() {
    vocabulary = Vocabulary.of(TinyNews.knowledge(folder), List.of());
  }

  @Test
  void a_day_and_a_number_lead_and_nothing_else_does() {
    String text = "On 8 April 2026 Ada Byron of Boltix cut 600 jobs to save $40 million.";

    assertThat(lead(AnswerKind.DATE, "When were jobs cut?", text)).contains("8 April 2026");
    assertThat(lead(AnswerKind.COUNT, "How many jobs were cut?", text))
        .hasValueSatisfying(l -> assertThat(l).startsWith("600 jobs"));
    assertThat(lead(AnswerKind.AMOUNT, "How much was saved?", text)).isEmpty();
    assertThat(lead(AnswerKind.PERSON, "Who cut jobs?", text)).isEmpty();
    assertThat(lead(AnswerKind.SUMMARY, "What happened?", text)).isEmpty();
  }

  @Test
  void a_sentence_that_holds_no_such_thing_gives_no_lead() {
    for (AnswerKind kind : AnswerKind.values()) {
      assertThat(lead(kind, "What?", "Nothing was said.")).as(kind.name()).isEmpty();
    }
  }

  @Test
  void of_two_days_neither_leads() {
    String text = "The model shipped on 8 April 2026, and the interface followed on 9 May 2026.";

    assertThat(lead(AnswerKind.DATE, "When was it shipped?", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"When does it ship?", "when's it out", "When is it due?", "When will it ship?"})
  void no_day_leads_where_it_may_be_still_to_come(String question) {
    assertThat(lead(AnswerKind.DATE, question, "It was shown on 8 April 2026.")).isEmpty();
    assertThat(lead(AnswerKind.DATE, "When was it shown?", "It was shown on 8 April 2026."))
        .contains("8 April 2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It went because it was old.",
        "It went due to rain.",
        "Citing costs, it went.",
        "It cut jobs to fund research."
      })
  void what_gives_a_reason_is_recognised(String text) {
    assertThat(Leads.givesReason(text)).isTrue();
    assertThat(Leads.givesReason("It went.")).isFalse();
  }

  private Optional<String> lead(AnswerKind kind, String question, String text) {
    Query query =
        new QuestionReader(vocabulary).read(Question.of(question, TinyNews.TODAY)).as(kind);
    return Leads.of(query, text, LeadsTest::words);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(w -> !w.isEmpty())
        .map(w -> w.replaceAll("(?:ed|ped|s)$", ""))
        .map(w -> w.replaceAll("p+$", "p"))
        .toList();
  }
}
