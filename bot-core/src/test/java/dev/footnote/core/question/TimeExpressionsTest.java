package dev.footnote.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionsTest {

  /** A Friday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai today | 2026-06-05..2026-06-06",
        "openai yesterday | 2026-06-04..2026-06-05",
        "this week | 2026-06-01..2026-06-08",
        "last week | 2026-05-25..2026-06-01",
        "this month | 2026-06-01..2026-07-01",
        "last month | 2026-05-01..2026-06-01",
        "last quarter | 2026-01-01..2026-04-01",
        "this year | 2026-01-01..2027-01-01",
        "last year | 2025-01-01..2026-01-01",
        "next year | 2027-01-01..2028-01-01",
        "past 3 days | 2026-06-02..2026-06-06",
        "in the last two weeks | 2026-05-22..2026-06-06",
        "news from the past week | 2026-05-29..2026-06-06",
        "since March | 2026-03-01..",
        "since 2025-03-01 | 2025-03-01..",
        "since yesterday | 2026-06-04..",
        "before 1 May 2026 | ..2026-05-01",
        "after 1 May 2026 | 2026-05-02..",
        "until 1 May 2026 | ..2026-05-02",
        "by 1 May 2026 | ..2026-05-02",
        "between March and June 2026 | 2026-03-01..2026-07-01",
        "from 2023 to 2024 | 2023-01-01..2025-01-01",
        "from January to March 2026 | 2026-01-01..2026-04-01",
        "in November 2023 | 2023-11-01..2023-12-01",
        "in nov 2023 | 2023-11-01..2023-12-01",
        "in november | 2025-11-01..2025-12-01",
        "in may | 2026-05-01..2026-06-01",
        "launches in 2025 | 2025-01-01..2026-01-01",
        "launches in Q3 2025 | 2025-07-01..2025-10-01",
        "launches in H1 2026 | 2026-01-01..2026-07-01",
        "on October 6, 2023 | 2023-10-06..2023-10-07",
        "on 6 October 2023 | 2023-10-06..2023-10-07",
        "on 6th of october 2023 | 2023-10-06..2023-10-07",
        "on 10/06/2023 | 2023-10-06..2023-10-07",
        "on 06.10.2023 | 2023-10-06..2023-10-07",
        "on Oct. 6 | 2025-10-06..2025-10-07",
        "early 2026 | 2026-01-01..2026-05-01",
        "mid-2025 | 2025-05-01..2025-09-01",
        "late 2024 | 2024-09-01..2025-01-01",
        "summer 2025 | 2025-06-01..2025-09-01",
        "on monday | 2026-06-01..2026-06-02",
        "who will win in 2030 | 2030-01-01..2031-01-01",
      })
  void a_window_is_read(String text, String window) {
    assertThat(shown(TimeExpressions.read(text, TODAY).window())).isEqualTo(window);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what may happen to chips",
        "may openai win?",
        "march on washington",
        "gpt-5 may be late",
        "the second round",
        "revenue in 2025",
        "how much did OpenAI lose in 2024?",
        "the report published on October 5, 2023",
        "as of 1 May 2026",
        "2000-plus yards",
        "who leads it now",
        "openai",
        "Between the TechCrunch report published on October 2, 2023, and the Fortune report published"
            + " on October 7, 2023, was there a change in the portrayal of the trial of the founder?",
      })
  void no_window_is_set_where_it_could_lose_the_answer(String text) {
    assertThat(TimeExpressions.read(text, TODAY).window()).isEqualTo(TimeWindow.ALWAYS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "as of 1 May 2026 | 2026-05-01",
        "as of March | 2026-03-31",
        "chip bans as of 2026-01-15 | 2026-01-15",
      })
  void a_day_of_knowledge_is_no_window(String text, LocalDate day) {
    assertThat(TimeExpressions.read(text, TODAY).asOf()).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latest on stargate",
        "newest model",
        "most recent layoffs",
        "any news on ssi",
        "openai news",
        "so far this year",
        "is claude down right now?",
        "who leads it now",
        "who currently leads it",
        "what happened this morning",
        "whats new with grok",
      })
  void the_newest_is_wanted(String text) {
    assertThat(TimeExpressions.read(text, TODAY).latest()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "who will win the ai race,true",
    "what happens next year,true",
    "predict the next model,true",
    "models in 2030,true",
    "when will gpt-6 ship,true",
    "who said it will ship,false",
    "what happened in 2025,false",
    "openai,false",
  })
  void the_future_is_told_from_the_past(String text, boolean future) {
    assertThat(TimeExpressions.read(text, TODAY).future()).isEqualTo(future);
  }

  @Test
  void days_are_kept_as_evidence_where_they_are_no_window() {
    TimeReading reading =
        TimeExpressions.read(
            "the report published on October 5, 2023 and the one dated 7 October 2023", TODAY);

    assertThat(reading.dates())
        .containsExactly(LocalDate.of(2023, 10, 5), LocalDate.of(2023, 10, 7));
  }

  @Test
  void words_of_time_can_be_left_out_of_the_search() {
    String text = "openai news since March";
    Span span = TimeExpressions.read(text, TODAY).spans().getLast();

    assertThat(text.substring(span.start(), span.end())).isEqualTo("since March");
  }

  private static String shown(TimeWindow window) {
    return window.from().map(LocalDate::toString).orElse("")
        + ".."
        + window.to().map(LocalDate::toString).orElse("");
  }
}
