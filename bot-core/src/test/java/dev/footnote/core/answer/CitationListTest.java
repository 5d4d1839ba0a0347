package dev.footnote.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Candidate.Reference;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationListTest {

  private static final Reference PAPER =
      new Reference(
          "The Daily Paper",
          "Out",
          Optional.of(URI.create("https://paper.example/1")),
          LocalDate.of(2026, 4, 8));
  private static final Reference LETTER =
      new Reference("The Letter", "Late", Optional.empty(), LocalDate.of(2026, 4, 9));

  private final CitationList list = new CitationList();

  @Test
  void citations_are_numbered_from_one_by_first_use() {
    assertThat(list.number(LETTER, "q", "d")).isEqualTo(1);
    assertThat(list.number(PAPER, "q", "d")).isEqualTo(2);
    assertThat(list.number(LETTER, "q", "d")).isEqualTo(1);
    assertThat(list.all()).extracting(Citation::number).containsExactly(1, 2);
  }

  @Test
  void one_piece_that_carries_two_quotes_is_two_citations() {
    assertThat(list.number(PAPER, "one", "d")).isEqualTo(1);
    assertThat(list.number(PAPER, "two", "d")).isEqualTo(2);
    assertThat(list.number(PAPER, "one", "e")).isEqualTo(3);
  }

  @Test
  void a_citation_has_all_that_a_reader_needs() {
    list.number(PAPER, "Anvil is out.", "2026/04/anvil");

    assertThat(list.all())
        .containsExactly(
            new Citation(
                1,
                "The Daily Paper",
                "Out",
                PAPER.url(),
                PAPER.published(),
                "Anvil is out.",
                "2026/04/anvil"));
  }

  @Test
  void the_newest_is_the_day_of_the_newest_piece_wherever_it_stands() {
    list.number(LETTER, "q", "d");
    list.number(PAPER, "q", "d");

    assertThat(list.newest()).isEqualTo(LETTER.published());
  }
}
