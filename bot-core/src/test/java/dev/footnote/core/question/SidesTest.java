package dev.footnote.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SidesTest {

  private static final List<String> NAMES =
      List.of("amd", "broadcom", "openai", "google", "windsurf", "microsoft", "inflection", "meta");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amd or broadcom, who got more gigawatts from openai"
            + "| amd got gigawatts openai; broadcom got gigawatts openai",
        "how much are amd and microsoft each investing in openai?"
            + "| amd investing openai; microsoft investing openai",
        "meta layoffs oct 2025 vs jan 2026 | meta layoffs oct 2025; meta layoffs jan 2026",
        "share price: amd / broadcom | amd share price; broadcom share price",
        "which of amd, openai and google has most users | amd users; openai users; google users",
        "did google pay more for windsurf than microsoft paid for inflection"
            + "| google pay windsurf; microsoft paid inflection",
        "when did meta buy it and when did google buy windsurf"
            + "| meta buy it; google buy windsurf",
      })
  void a_side_for_each(String question, String sides) {
    assertThat(String.join("; ", Sides.of(question, NAMES))).isEqualTo(sides);
  }

  @ParameterizedTest
  @CsvSource({
    "what is openai",
    "did google buy windsurf",
    "amd and openai merged: on which date",
    "how many people work at meta"
  })
  void none_where_nothing_is_held_against_anything(String question) {
    assertThat(Sides.of(question, NAMES)).isEmpty();
  }
}
