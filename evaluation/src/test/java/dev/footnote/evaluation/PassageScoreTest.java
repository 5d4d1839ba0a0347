package dev.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.evaluation.PassageScore.Found;
import dev.footnote.evaluation.PassageScore.Gold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageScoreTest {

  private static final Found OTHER = new Found("Nothing of it.", "https://example.org/other");
  private static final List<Gold> TWO =
      List.of(
          new Gold("Acme raised 5 million.", "https://example.org/a"),
          new Gold("Bolt was sued.", "https://example.org/b"));

  @Test
  void a_fact_counts_whatever_white_space_is_in_it() {
    var score =
        PassageScore.of(
            TWO,
            List.of(
                OTHER,
                new Found(
                    "Title\n\nAcme  raised\u00a05\nmillion. And more.", "https://example.org/a")));

    assertThat(score).isEqualTo(new PassageScore(1, 1, 0.5, 0.5, 0, 0.5, 0));
  }

  @Test
  void case_counts() {
    var score = PassageScore.of(TWO, List.of(new Found("ACME RAISED 5 MILLION.", "")));

    assertThat(score).isEqualTo(new PassageScore(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void one_passage_may_hold_every_fact_while_an_article_is_missing() {
    var both = new Found("Acme raised 5 million. Bolt was sued.", "https://example.org/a");

    assertThat(PassageScore.of(TWO, List.of(both)))
        .isEqualTo(new PassageScore(1, 1, 1, 1, 1, 0.5, 0));
  }

  @Test
  void a_hit_at_five_is_none_at_four_and_the_eleventh_is_not_seen() {
    var a = new Found("Acme raised 5 million.", "https://example.org/a");
    var b = new Found("Bolt was sued.", "https://example.org/b");
    var found = new ArrayList<>(Collections.nCopies(11, OTHER));
    found.set(4, a);
    found.set(10, b);

    assertThat(PassageScore.of(TWO, found)).isEqualTo(new PassageScore(0, 1, 0.2, 0.5, 0, 0.5, 0));
  }

  @Test
  void what_lies_beyond_1300_characters_is_not_seen() {
    var gold = List.of(new Gold("end", "https://example.org/a"));

    assertThat(PassageScore.of(gold, List.of(new Found("😀".repeat(1297) + "end", ""))).hits10())
        .isEqualTo(1);
    assertThat(PassageScore.of(gold, List.of(new Found("😀".repeat(1298) + "end", ""))).hits10())
        .isZero();
  }

  @Test
  void the_average_of_none_is_zero() {
    assertThat(PassageScore.average(List.of()).hits10()).isZero();
    assertThat(
            PassageScore.average(
                    List.of(
                        new PassageScore(1, 1, 1, 1, 1, 1, 1),
                        new PassageScore(0, 0, 0, 0, 0, 0, 0)))
                .mrr10())
        .isEqualTo(0.5);
  }
}
