package dev.footnote.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every renderer of a {@link Reply} keeps to, whatever its platform. */
public abstract class ReplyRendererContract {

  private static final String HOSTILE =
      "**bold** <b>tag</b> [link](https://evil.example) `code` ~x~ _y_ # *z* ||spoiler||";
  private static final String PINGS = "@everyone @here <!channel> <!here> <@123456> <@&42> <@U0AB>";

  /** The messages that {@code reply} becomes, in order. */
  protected abstract List<String> render(Reply reply);

  /** The most characters that one message may hold. */
  protected abstract int limit();

  /** What a reader sees of a message, markup applied. */
  protected abstract String visible(String message);

  /** Whether the message would notify or ring for anybody. */
  protected abstract boolean pings(String message);

  @Test
  void every_citation_keeps_its_link() {
    var messages = String.join("\n", render(reply(3, "Words.")));

    for (int n = 1; n <= 3; n++) {
      assertThat(messages).contains("https://news.example/" + n);
      assertThat(visible(messages)).contains("[" + n + "]");
    }
  }

  @Test
  void a_citation_without_a_link_says_so() {
    var reply =
        new Reply(
            Optional.empty(),
            Optional.empty(),
            List.of(new Block.Paragraph(List.of(Span.text("So. "), new Span.Cite(1)))),
            List.of(citation(1, "Title", Optional.empty())),
            List.of());

    assertThat(visible(String.join("\n", render(reply)))).contains("no link on file");
  }

  @Test
  void a_long_reply_is_split_and_loses_no_citation() {
    var messages = render(reply(60, "Many words that say little. ".repeat(8)));

    assertThat(messages).allSatisfy(m -> assertThat(m.length()).isLessThanOrEqualTo(limit()));
    var all = String.join("\n", messages);
    for (int n = 1; n <= 60; n++) {
      assertThat(all).contains("https://news.example/" + n);
      assertThat(visible(all)).contains("[" + n + "]");
    }
  }

  @Test
  void markup_in_a_headline_is_shown_as_text() {
    var reply =
        new Reply(
            Optional.empty(),
            Optional.of(HOSTILE),
            List.of(new Block.Paragraph(List.of(Span.text(HOSTILE + " "), new Span.Cite(1)))),
            List.of(citation(1, HOSTILE, Optional.of(URI.create("https://news.example/1")))),
            List.of());
    var seen = visible(String.join("\n", render(reply))).replaceAll("\\s+", " ");

    assertThat(seen.split(Pattern.quote(HOSTILE), -1)).hasSizeGreaterThan(3);
  }

  @Test
  void quoted_text_pings_nobody() {
    var reply =
        new Reply(
            Optional.empty(),
            Optional.of(PINGS),
            List.of(new Block.Quote(List.of(Span.text(PINGS + "\u0007 "), new Span.Cite(1)))),
            List.of(citation(1, PINGS, Optional.empty())),
            List.of());

    assertThat(render(reply)).noneMatch(this::pings);
  }

  private static Reply reply(int citations, String text) {
    var items = new ArrayList<List<Span>>();
    var references = new ArrayList<Citation>();
    for (int n = 1; n <= citations; n++) {
      items.add(List.of(Span.text(text + " "), new Span.Cite(n)));
      references.add(
          citation(n, "Headline " + n, Optional.of(URI.create("https://news.example/" + n))));
    }
    return new Reply(
        Optional.of("a1"),
        Optional.of("Title"),
        List.of(new Block.Bullets(items), new Block.Note(List.of(Span.text("As of today.")))),
        references,
        List.of(new Reply.Action.Evidence(), new Reply.Action.FollowUp("And then?")));
  }

  private static Citation citation(int number, String title, Optional<URI> url) {
    return new Citation(
        number,
        "The Paper",
        title,
        url,
        LocalDate.of(2026, 6, 3),
        "A quote.",
        "2026/06/some-story");
  }
}
