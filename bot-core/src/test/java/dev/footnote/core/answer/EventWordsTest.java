package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EventWordsTest {

  private final EventWords events =
      new EventWords(text ->
          Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
              .filter(w -> !w.isEmpty())
              .toList());

  @Test
  void words_that_report_the_same_act_say_each_other() {
    assertThat(events.says(List.of("acme", "acquired", "bolt"), "bought")).isTrue();
    assertThat(events.says(List.of("acme", "sued", "bolt"), "lawsuit")).isTrue();
    assertThat(events.says(List.of("acme", "sued", "bolt"), "bought")).isFalse();
  }

  @Test
  void a_word_says_itself_though_it_names_no_act() {
    assertThat(events.acts("teapot")).isEmpty();
    assertThat(events.says(List.of("teapot"), "teapot")).isTrue();
    assertThat(events.says(List.of("kettle"), "teapot")).isFalse();
    assertThat(events.says(List.of(), "teapot")).isFalse();
  }

  @Test
  void to_acquire_is_the_first_act_and_taken_for_granted() {
    assertThat(events.acts("acquisition")).containsExactly(0);
    assertThat(events.isAssumed("acquisition")).isTrue();
    assertThat(events.isAssumed("teapot")).isFalse();
  }
}
