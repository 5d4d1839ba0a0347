package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It came on 8 April 2026. | 8 April 2026",
        "It came on 8th April 2026. | 8th April 2026",
        "It came on 8 April, 2026. | 8 April, 2026",
        "It came on April 8, 2026. | April 8, 2026",
        "It came on April 8th, 2026. | April 8th, 2026",
        "It came on April 8 2026. | April 8 2026",
        "It came on Apr. 8, 2026. | Apr. 8, 2026",
        "It came on 8 Apr 2026. | 8 Apr 2026",
        "2026-04-08: it came. | 2026-04-08",
      })
  void a_day_is_found_as_it_is_written(String text, String written) {
    assertThat(Figures.dates(text))
        .singleElement()
        .satisfies(d -> {
          assertThat(d.text()).isEqualTo(written).isEqualTo(text.substring(d.start(), d.end()));
          assertThat(d.from()).isEqualTo("2026-04-08");
          assertThat(d.precise()).isTrue();
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It came in April 2026. | April 2026 | 2026-04-01",
        "It came in Sept. 2025. | Sept. 2025 | 2025-09-01",
        "It came in 2025. | 2025 | 2025-01-01",
        "It was known by 2019. | 2019 | 2019-01-01",
        "Nothing since 2024 came. | 2024 | 2024-01-01",
      })
  void a_month_or_year_is_not_precise(String text, String written, LocalDate from) {
    assertThat(Figures.dates(text))
        .singleElement()
        .satisfies(d -> {
          assertThat(d.text()).isEqualTo(written).isEqualTo(text.substring(d.start(), d.end()));
          assertThat(d.from()).isEqualTo(from);
          assertThat(d.precise()).isFalse();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It has 2026 parts.",
        "It may come, or not.",
        "GPT-4 and 405 billion parameters.",
        "In 1889 nobody knew.",
        "2026-13-45 is no day.",
        "On 8 April it came.",
        ""
      })
  void what_is_no_date_or_names_no_year_is_none(String text) {
    assertThat(Figures.dates(text)).isEmpty();
  }

  @Test
  void a_day_that_does_not_exist_counts_as_its_month_at_most() {
    assertThat(Figures.dates("On 31 February 2026 it came."))
        .extracting(Figures.Date::precise)
        .doesNotContain(true);
  }

  @Test
  void several_dates_come_in_the_order_of_the_text_and_do_not_overlap() {
    assertThat(Figures.dates("In 2023, on May 4, 2024 and in June 2025, until 2026-01-02."))
        .extracting(Figures.Date::text)
        .containsExactly("2023", "May 4, 2024", "June 2025", "2026-01-02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They raised $500 million. | $500 million",
        "They raised US$3bn. | US$3bn",
        "They raised €1.3bn in all. | €1.3bn",
        "They raised £40m. | £40m",
        "They raised 72.2 billion dollars. | 72.2 billion dollars",
        "They spend 125 to 145 billion dollars. | 125 to 145 billion dollars",
        "They spend $125-$145 billion. | $125-$145 billion",
        "They spend $125 billion to $145 billion. | $125 billion to $145 billion",
        "They spend $125bn–$145bn. | $125bn–$145bn",
        "It costs $1,999.50. | $1,999.50",
        "It costs $20 a month. | $20 a month",
        "It costs $0.25 per million input tokens. | $0.25 per million input tokens",
        "It rose 40% then. | 40%",
        "It rose 4.5 percent. | 4.5 percent",
        "It draws 1 gigawatt. | 1 gigawatt",
        "It draws 1.2 GW. | 1.2 GW",
      })
  void an_amount_is_found_whole(String text, String written) {
    assertThat(Figures.amounts(text))
        .first()
        .satisfies(f -> {
          assertThat(f.text()).isEqualTo(written).isEqualTo(text.substring(f.start(), f.end()));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nothing at all.", "It came on 8 April 2026.", "GPT-5.4 came.", ""})
  void what_is_no_amount_is_none(String text) {
    assertThat(Figures.amounts(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "They have 1.3 million GPUs. | 1.3 million GPUs",
        "They cut 8,000 jobs. | 8,000 jobs",
        "On 8 April 2026 they cut 600 jobs. | 600 jobs",
        "In May 2026 12 people left. | 12 people left",
      })
  void a_count_is_found_with_what_it_counts_and_dates_are_left_out(String text, String written) {
    assertThat(Figures.counts(text))
        .first()
        .satisfies(f -> assertThat(f.text()).isEqualTo(written));
  }

  @Test
  void the_months_of_a_timeline_are_read() {
    assertThat(Figures.isoYearMonths("2026-04-08: so; 2025-12: so; 2025-13; 12026-04; 2026-045"))
        .containsExactly(YearMonth.of(2026, 4), YearMonth.of(2025, 12));
  }

  @Test
  void endless_digits_throw_nothing() {
    String digits = "9".repeat(5_000);

    assertThat(Figures.dates(digits + " April 2026 " + digits)).hasSizeLessThan(2);
    assertThat(Figures.amounts("$" + digits)).hasSize(1);
    assertThat(Figures.counts(digits + " things")).hasSize(1);
  }
}
