package dev.footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedLineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "private What did Acme spend?|What did Acme spend?",
        "Private: Acme and Zorp|Acme and Zorp",
        "PRIVATE latest Acme|latest Acme",
        "/ainews private compare A and B|compare A and B",
        "private|''",
        "private equity firms in AI?|private equity firms in AI?",
        "private tell me about Acme|private tell me about Acme"
      })
  void private_at_the_front_is_for_the_asker_alone(String line, String text) {
    assertThat(TypedLine.of(line)).isEqualTo(new TypedLine(text, Optional.of(true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest Acme", "privately held labs?", "Is Acme private?", ""})
  void else_nothing_is_said_of_who_sees_it(String line) {
    assertThat(TypedLine.of(line)).isEqualTo(new TypedLine(line, Optional.empty()));
  }

  @Test
  void settings_are_asked_for_in_any_case() {
    assertThat(TypedLine.asksForSettings(" Settings ")).isTrue();
    assertThat(TypedLine.asksForSettings("/ainews SETTINGS")).isTrue();
    assertThat(TypedLine.asksForSettings("settings of Acme?")).isFalse();
  }
}
