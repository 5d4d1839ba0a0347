package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.conversation.ReplyRendererContract;
import dev.footnote.core.conversation.UntrustedText;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DiscordReplyRendererTest {

  private static final DiscordReplyRenderer RENDERER = new DiscordReplyRenderer();

  /** Markup, mentions and addresses to be shuffled into texts. */
  private static final List<String> TRICKS =
      List.of(
          "**",
          "*",
          "__",
          "_",
          "~~",
          "||",
          "`",
          "```",
          "# ",
          "## ",
          "-# ",
          "> ",
          ">>> ",
          "- ",
          "1. ",
          "[a](https://evil.example)",
          "[https://bank.example](https://evil.example/x)",
          "https://evil.example/path",
          "<https://evil.example>",
          "steam://evil",
          "](",
          ")",
          "(",
          "[",
          "]",
          "\\",
          "\\\\",
          "<@123456789012345678>",
          "<@&42>",
          "<#7>",
          "@everyone",
          "@here",
          "<t:1700000000:R>",
          "<a:party:123>",
          ":smile:",
          "</ban:1>",
          "<id:home>",
          "¯\\_(ツ)_/¯",
          "word",
          "Straße",
          "日本語",
          "😀",
          "👩‍👩‍👧",
          " ",
          " ",
          " ",
          "3.",
          "2026-06-03",
          "a_b_c",
          "www.evil.example",
          "discord.gg/evil",
          "&amp;",
          "$1",
          "+ ",
          "* ");

  @Nested
  class With_components extends ReplyRendererContract {

    @Override
    protected List<String> render(Reply reply) {
      return texts(reply);
    }

    @Override
    protected int limit() {
      return 4000;
    }

    @Override
    protected String visible(String message) {
      return Markdown.visible(message);
    }

    @Override
    protected boolean pings(String message) {
      return !Markdown.mentions(message).isEmpty();
    }
  }

  @Nested
  class Without_components extends ReplyRendererContract {

    @Override
    protected List<String> render(Reply reply) {
      return RENDERER.renderPlain(reply);
    }

    @Override
    protected int limit() {
      return 2000;
    }

    @Override
    protected String visible(String message) {
      return Markdown.visible(message);
    }

    @Override
    protected boolean pings(String message) {
      return !Markdown.mentions(message).isEmpty();
    }
  }

  /** C2 and C1: 400 strings, or 2,000 with {@code -Dfootnote.full=true}. */
  @Test
  void any_text_is_shown_as_it_is_and_links_nowhere() {
    var random = new Random(4);
    for (int n = 0; n < (Boolean.getBoolean("footnote.full") ? 2_000 : 400); n++) {
      var text =
          IntStream.range(0, 1 + random.nextInt(12))
              .mapToObj(i -> TRICKS.get(random.nextInt(TRICKS.size())))
              .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
      if (text.isBlank()) {
        continue;
      }
      for (var block :
          List.of(
              new Block.Paragraph(List.of(Span.text(text))),
              new Block.Quote(List.of(Span.text(text))),
              new Block.Heading(text),
              new Block.Note(List.of(Span.italic(text))),
              new Block.Bullets(List.of(List.of(Span.text(text)))))) {
        var markdown = String.join("\n", texts(Reply.of(block)));

        assertThat(seen(markdown)).as(markdown).isEqualTo(words(UntrustedText.clean(text)));
        assertThat(Markdown.links(markdown)).as(markdown).isEmpty();
        assertThat(Markdown.mentions(markdown)).as(markdown).isEmpty();
      }
    }
  }

  /** C3. */
  @Test
  void a_link_shows_the_host_that_it_leads_to_in_ascii() {
    assertThat(source("https://apple.com@evil.example/login")).contains("(evil.example)");
    assertThat(source("https://apple.com:443@evil.example:8443/")).contains("(evil.example)");
    assertThat(source("https://аpple.com/")).contains("(xn--pple-43d.com)");
    assertThat(source("HTTPS://NEWS.example/A_b")).contains("(news.example)");
    assertThat(source("https://my_host.example/")).contains("(my_host.example)");
    assertThat(source("javascript:alert(1)")).contains("no link on file").doesNotContain("alert");
    assertThat(source("ftp://files.example/")).contains("no link on file");
    assertThat(source("https://news.example/" + "x".repeat(3000))).contains("no link on file");
    assertThat(source("mailto:a@b.example")).contains("no link on file");
  }

  /** C3: 300 addresses and titles that pretend to be others. */
  @Test
  void whatever_an_address_pretends_its_host_is_shown_and_its_title_hides_nothing() {
    var random = new Random(3);
    var hosts =
        Map.of(
            "evil.example", "evil.example",
            "EVIL.Example", "evil.example",
            "аpple.com", "xn--pple-43d.com",
            "bücher.example", "xn--bcher-kva.example",
            "xn--pple-43d.com", "xn--pple-43d.com",
            "192.0.2.7", "192.0.2.7");
    var before = List.of("", "apple.com@", "apple.com:443@", "user:pass%40apple.com@");
    var after = List.of("", "/", ":8443/a", "/@apple.com", "/a?b=https://apple.com", "#apple.com");
    var invisible = new int[] {0x202e, 0x2066, 0x2069, 0x200b, 0x200e, 0xfeff, 0x2060, 0xe0041};
    for (int n = 0; n < 300; n++) {
      var host = hosts.keySet().stream().sorted().toList().get(random.nextInt(hosts.size()));
      var address =
          "https://"
              + before.get(random.nextInt(before.size()))
              + host
              + after.get(random.nextInt(after.size()));
      var title = new StringBuilder("Apple buys Acme");
      title.insert(
          random.nextInt(title.length()),
          Character.toChars(invisible[random.nextInt(invisible.length)]));

      assertThat(Markdown.visible(String.join("\n", texts(citing(1, title.toString(), address)))))
          .as(address)
          .contains("Apple buys Acme (" + hosts.get(host) + ")");
    }
  }

  @Test
  void brackets_in_an_address_do_not_end_its_link() {
    var reply = citing(1, "A (b) [c]", "https://news.example/a_(b)_c");
    var markdown = String.join("\n", texts(reply));

    assertThat(Markdown.links(markdown)).containsExactly("https://news.example/a_%28b%29_c");
    assertThat(Markdown.visible(markdown)).contains("[1] The Paper: A (b) [c] (news.example)");
  }

  /** C3: what reorders or hides text is gone before it is drawn. */
  @Test
  void bidirectional_and_invisible_characters_are_stripped() {
    for (int c : new int[] {0x202e, 0x2066, 0x200b, 0xfeff, 0x200f, 0xe0041}) {
      var text = "safe" + new String(Character.toChars(c)) + "text";

      assertThat(seen(String.join("", texts(citing(1, text, "https://news.example/1")))))
          .contains("safetext");
    }
  }

  /** C4: nothing that Discord would refuse, whatever the length, and all citations kept. */
  @Test
  void a_text_of_any_length_in_any_script_fits_and_keeps_its_citations() {
    for (var piece : List.of("a", "word ", "漢字", "😀", "*", "a\u0301", "👩‍👩‍👧 ", "[x](y) ")) {
      for (int length : new int[] {1, 10, 1_999, 2_001, 3_999, 4_000, 4_001, 20_000, 100_000}) {
        var text = piece.repeat(Math.max(1, length / piece.length()));
        var reply =
            new Reply(
                Optional.of("a"),
                Optional.of(text),
                List.of(
                    new Block.Paragraph(List.of(Span.text(text), new Span.Cite(1))),
                    new Block.Divider(),
                    new Block.Quote(List.of(Span.bold(text)))),
                citing(30, text, "https://news.example/1").citations(),
                List.of());
        var pages = RENDERER.render(reply);

        for (var page : pages) {
          assertThat(page.size()).isBetween(1, 25);
          assertThat(page.stream().mapToInt(DiscordReplyRendererTest::length).sum())
              .isLessThanOrEqualTo(4000);
        }
        assertThat(RENDERER.renderPlain(reply))
            .allSatisfy(m -> assertThat(m.length()).isBetween(1, 2000));
        var all = Markdown.links(String.join("\n", texts(reply)));
        assertThat(all).hasSize(30);
        assertThat(pages.size()).isLessThanOrEqualTo(25);
      }
    }
  }

  /** Discord takes five messages beside the first where only a user installed the bot. */
  @Test
  void the_longest_reply_takes_six_messages() {
    var headline = "A headline of some length, as they are in newspapers of record today ";
    var reply =
        new Reply(
            Optional.of("a"),
            Optional.of("Title"),
            List.of(new Block.Paragraph(List.of(Span.text("word *x* ".repeat(10_000))))),
            citing(30, headline, "https://news.example/2026/06/03/a-headline-of-some-length")
                .citations(),
            List.of());

    assertThat(RENDERER.render(reply)).hasSizeLessThanOrEqualTo(6);
    assertThat(String.join("\n", texts(reply))).contains("too long for Discord");
  }

  @Test
  void many_dividers_never_make_too_many_components() {
    var blocks =
        IntStream.range(0, 100)
            .mapToObj(i ->
                i % 2 == 0
                    ? (Block) new Block.Divider()
                    : new Block.Paragraph(List.of(Span.text("Words " + i))))
            .toArray(Block[]::new);
    var pages = RENDERER.render(Reply.of(blocks));

    assertThat(pages).allSatisfy(p -> assertThat(p.size()).isLessThanOrEqualTo(21));
    assertThat(String.join("\n", texts(Reply.of(blocks))))
        .contains("Words 1\n")
        .contains("Words 99");
  }

  @Test
  void citations_of_one_piece_share_a_line_as_in_the_terminal() {
    var url = Optional.of(URI.create("https://news.example/1"));
    var day = LocalDate.of(2026, 6, 3);
    var reply =
        new Reply(
            Optional.empty(),
            Optional.empty(),
            List.of(
                new Block.Paragraph(
                    List.of(Span.text("So. "), new Span.Cite(1), new Span.Cite(2)))),
            List.of(
                new Citation(1, "The Paper", "Headline", url, day, "a", "d"),
                new Citation(2, "The Paper", "Headline", url, day, "b", "d")),
            List.of());

    assertThat(Markdown.visible(String.join("\n", texts(reply))))
        .isEqualTo(
            """
            So. [1][2]
            Sources
            [1][2] The Paper: Headline (news.example), 2026-06-03
            """);
  }

  private static int length(Pages.Part part) {
    return part instanceof Pages.Part.Text t ? t.markdown().length() : 0;
  }

  private static String source(String url) {
    return Markdown.visible(String.join("\n", texts(citing(1, "Headline", url))));
  }

  private static Reply citing(int citations, String title, String url) {
    return new Reply(
        Optional.empty(),
        Optional.empty(),
        List.of(new Block.Paragraph(List.of(Span.text("So. "), new Span.Cite(1)))),
        IntStream.rangeClosed(1, citations)
            .mapToObj(n ->
                new Citation(
                    n,
                    "The Paper",
                    title,
                    Optional.of(URI.create(url)),
                    LocalDate.of(2026, 6, 3).plusDays(n),
                    "A quote.",
                    "doc"))
            .toList(),
        List.of());
  }

  private static List<String> texts(Reply reply) {
    return RENDERER.render(reply).stream()
        .map(page ->
            page.stream()
                .map(p -> p instanceof Pages.Part.Text t ? t.markdown() : "")
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining("\n")))
        .toList();
  }

  private static String seen(String markdown) {
    return words(Markdown.visible(markdown));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
