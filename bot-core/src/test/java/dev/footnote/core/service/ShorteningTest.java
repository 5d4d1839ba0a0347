package dev.footnote.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShorteningTest {

  @Test
  void the_first_two_statements_stay_with_their_citations_and_numbers() {
    var shortened =
        Shortening.of(
            reply(
                new Block.Paragraph(
                    List.of(
                        Span.text("One "),
                        new Span.Cite(1),
                        new Span.Cite(3),
                        Span.text(" "),
                        Span.text("Two "),
                        new Span.Cite(2),
                        Span.text(" "),
                        Span.text("Three "),
                        new Span.Cite(4))),
                new Block.Heading("Sources differ: price"),
                new Block.Bullets(
                    List.of(
                        List.of(Span.text("ten "), new Span.Cite(5)),
                        List.of(Span.text("nine "), new Span.Cite(1)),
                        List.of(Span.text("eight "), new Span.Cite(1)))),
                new Block.Note(List.of(Span.text("As of today.")))));

    assertThat(shortened.plainText())
        .startsWith("One [1][3] Two [2]\nSources differ: price\n- ten [5]\n- nine [1]\n- eight")
        .contains("As of today.\nShortened, as is set here")
        .doesNotContain("Three", "[4]");
    assertThat(shortened.citations()).extracting(Citation::number).containsExactly(1, 2, 3, 5);
    assertThat(shortened.actions()).containsExactly(new Action.Evidence());
  }

  @Test
  void a_list_keeps_its_first_two_items() {
    var shortened =
        Shortening.of(
            reply(
                new Block.Bullets(
                    IntStream.rangeClosed(1, 5)
                        .mapToObj(n -> List.<Span>of(Span.text("Item "), new Span.Cite(n)))
                        .toList())));

    assertThat(shortened.citations()).extracting(Citation::number).containsExactly(1, 2);
  }

  @Test
  void what_is_short_or_no_answer_stays_as_it_is() {
    var brief =
        reply(
            new Block.Paragraph(
                List.of(
                    Span.text("One "), new Span.Cite(1), Span.text(" Two "), new Span.Cite(2))));
    var story = Reply.of(new Block.Bullets(List.of(List.of(), List.of(), List.of())));

    assertThat(Shortening.of(brief)).isEqualTo(brief);
    assertThat(Shortening.of(story)).isEqualTo(story);
  }

  private static Reply reply(Block... blocks) {
    return new Reply(
        Optional.of("a1"),
        Optional.empty(),
        List.of(blocks),
        IntStream.rangeClosed(1, 5).mapToObj(ShorteningTest::citation).toList(),
        List.of(new Action.Evidence()));
  }

  private static Citation citation(int number) {
    return new Citation(
        number, "P", "T" + number, Optional.empty(), LocalDate.of(2026, 6, 3), "q", "d");
  }
}
