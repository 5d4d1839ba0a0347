package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kimi k2 parameters             | Kimi K3 has 2.8 trillion parameters.     | Moonshot releases Kimi K3     | 1
          kimi k2 parameters             | Kimi K2 has one trillion parameters.     | Moonshot releases Kimi K2     | 0
          opus4.5 vs opus-5              | It costs 5 dollars.                      | Anthropic launches Opus 4.5   | 0.5
          opus 4.5 vs opus 5             | Opus 4.5 costs as much as Opus 5.        | x                             | 0
          gpt4o price                    | GPT-4.1 costs 2 dollars.                 | x                             | 1
          nvidia revenue q1 2026         | Revenue rose 85% in Q1.                  | x                             | 0
          capex jan 2026                 | In January 2025 the plan was lower.      | x                             | 1
          price of the h20               | The H200 may be sold.                    | x                             | 1
          who raised 100 million in 2026 | Anthropic raised 30 billion in May 2025. | x                             | 0
          """)
  void another_number_of_what_was_asked_is_told_apart(
      String question, String sentence, String title, double others) {
    assertThat(Versions.of(question).othersIn(Versions.of(sentence), Versions.of(title)))
        .isEqualTo(others);
  }
}
