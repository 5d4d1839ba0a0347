package dev.footnote.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);

  private final QuestionReader reader = new QuestionReader(KnownNames.VOCABULARY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is Muse Spark? | and who leads it? | who leads Muse Spark?",
        "who leads Meta? | and when did they buy scale? | when did Meta buy scale?",
        "who is dario amodei | where did he work before? | where did Dario Amodei work before?",
        "how much did anthropic raise in 2025? | and openai? | how much did openai raise in 2025?",
        "how much did anthropic raise? | what about google? | how much did google raise?",
        "what is Codex? | its price? | Codex's price?",
        "Who founded Acme Robotics? | how much did they raise? | how much did Acme Robotics raise?",
        "Did Meta launch Muse Spark? | when? | when Meta launch Muse Spark",
        "Did Meta launch Muse Spark? | is that true? | is it true: Meta launch Muse Spark",
        "latest on stargate | tell me more | stargate",
        "what is Codex? | is it better than claude code? | is Codex better than claude code?",
      })
  void a_follow_up_stands_alone(String first, String second, String expected) {
    assertThat(follow(first, second).text()).isEqualTo(expected);
    assertThat(follow(first, second).carried()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did Meta say why it delayed Muse Spark?",
        "is it true that openai delayed GPT-5?",
        "what is the latest in AI?",
        "how long does it take to train a model?",
        "who is dario amodei",
        "which companies said they would leave?",
      })
  void what_stands_alone_is_not_rewritten(String text) {
    assertThat(follow("What is Codex?", text).text()).isEqualTo(text);
    assertThat(follow("What is Codex?", text).carried()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gpt-5.4 vs gemini 3.1 pro price | gpt-5.4 price; gemini 3.1 pro price",
        "compare anthropic and openai on revenue | anthropic revenue; openai revenue",
        "difference between claude code and codex | claude code; codex",
        "openai or anthropic: which is cheaper | openai price; anthropic price",
        "is gpt-5.4 cheaper than claude? | gpt-5.4 price; claude price",
        "openai's revenue vs anthropic's revenue | openai revenue; anthropic revenue",
        "what happened first: gpt-4o or llama 4 | gpt-4o; llama 4",
        "did GPT-4 launch before or after Claude? | GPT-4 launch; Claude launch",
        "what is openai | ''",
      })
  void sides_stand_alone(String text, String sides) {
    assertThat(String.join("; ", reader.read(Question.of(text, TODAY)).sides())).isEqualTo(sides);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<@U123ABC> what's new with `GPT-5.5`? | what's new with GPT-5.5?",
        "\"latest on openai\" | latest on openai",
        "open\u200bai | openai",
        "see <https://example.com> now | see now",
        "<:robot:123> hello   there | hello there",
      })
  void markup_is_taken_out(String typed, String text) {
    assertThat(reader.read(Question.of(typed, TODAY)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who founded Acme Robotics? | Acme Robotics",
        "Does Meta's Llama 5 exist? | Llama 5",
        "GPT-4.7 pricing | GPT-4.7",
        "Which company did Sam Altman leave? | ''",
        "who founded acme robotics | ''",
      })
  void names_that_no_list_knows_are_kept(String text, String names) {
    assertThat(String.join(";", reader.read(Question.of(text, TODAY)).unknownNames()))
        .isEqualTo(names);
  }

  @Test
  void a_follow_up_to_a_follow_up_is_read_with_what_both_asked() {
    Query first = reader.read(Question.of("how big is Muse Spark?", TODAY));
    Query named = reader.read(Question.of("which labs beat Meta?", TODAY));
    Query bare = reader.read(Question.of("how bad could the fine be", TODAY));

    assertThat(inContext("has that been paid yet", first, bare))
        .contains("big is Muse Spark")
        .contains("bad could the fine be");
    assertThat(inContext("has that been paid yet", first, named)).doesNotContain("Muse Spark");
  }

  private String inContext(String text, Query... before) {
    List<Question.Turn> turns =
        Arrays.stream(before).map(q -> new Question.Turn(q, List.of())).toList();
    return reader.readInContext(new Question(text, TODAY, Optional.empty(), turns)).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000\uD800", "((((", "Who ", "and ", "A, ", "<", "\"", "1."})
  void nothing_that_is_typed_breaks_it(String part) {
    String flood = part.repeat(100_000 / Math.max(1, part.length()));

    Query first = Assertions.assertTimeout(Duration.ofSeconds(10), () -> follow(flood, flood));
    assertThat(first.text().length()).isLessThanOrEqualTo(10_000);
    assertThat(reader.read(Question.of(part, TODAY)).text()).hasSizeLessThan(10);
  }

  private Query follow(String first, String second) {
    Query before = reader.read(Question.of(first, TODAY));
    return reader.read(
        new Question(
            second, TODAY, Optional.empty(), List.of(new Question.Turn(before, List.of()))));
  }
}
