package dev.footnote.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how many ppl left | how many people left",
        "raised 5bn in may 23 | raised 5 billion in may 2023",
        "in oct 25 | in oct 2025",
        "the plan for 26 | the plan for 2026",
        "q1 26 revenue | q1 2026 revenue",
        "wat abt it tho | what about it though",
      })
  void what_is_shortened_is_written_out(String typed, String full) {
    assertThat(ChatWords.inFull(typed)).isEqualTo(full);
  }

  @ParameterizedTest
  @CsvSource({
    "on may 23",
    "in 25 countries",
    "PPL Corporation",
    "https://example.org/ppl",
    "GPT-4o costs $5",
    "a bil-lion",
  })
  void what_is_not_stays(String typed) {
    assertThat(ChatWords.inFull(typed)).isEqualTo(typed);
  }
}
