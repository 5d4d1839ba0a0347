package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.TimeWindow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how long did they have to reply | TIME | They had 45 days. | It costs $45.",
        "what cut does the state get | SHARE | The state gets 15% of sales. | It paid $15.",
        "how much power does it need | POWER | It needs 5 gigawatts. | It costs 5 billion dollars.",
        "what is the context window | TOKENS | It takes 200,000 tokens. | It has 200,000 users.",
        "how much did it raise | MONEY | It raised 2.3 billion euros. | It has 23 employees.",
      })
  void a_sum_is_asked_for_in_a_unit(String question, Unit unit, String is, String isNot) {
    assertThat(Unit.of(query(question))).isEqualTo(unit);
    assertThat(unit.isIn(is)).isTrue();
    assertThat(unit.isIn(isNot)).isFalse();
  }

  private static Query query(String text) {
    return new Query(
        text,
        AnswerKind.AMOUNT,
        TimeWindow.ALWAYS,
        Optional.empty(),
        TinyNews.TODAY,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        List.of());
  }
}
