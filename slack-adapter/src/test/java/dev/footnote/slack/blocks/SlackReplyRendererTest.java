package dev.footnote.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.AnswerReplies;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.conversation.ReplyRendererContract;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.question.Question;
import dev.footnote.slack.blocks.Buttons.More;
import dev.footnote.slack.blocks.SlackReplyRenderer.Style;
import dev.footnote.slack.fake.BlockKitRules;
import dev.footnote.slack.fake.SlackScreen;
import java.net.IDN;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SlackReplyRendererTest {

  private static final boolean FULL = Boolean.getBoolean("footnote.full");

  private static List<SlackMessage> draw(Reply reply, Style style) {
    return new SlackReplyRenderer().render(reply, style, More.SHARE_AND_EXPLAIN, line -> "token");
  }

  abstract static class Contract extends ReplyRendererContract {

    private final Style style;

    Contract(Style style) {
      this.style = style;
    }

    @Override
    protected List<String> render(Reply reply) {
      return draw(reply, style).stream().map(SlackMessage::blocksJson).toList();
    }

    @Override
    protected int limit() {
      return BlockKitRules.ALL_BLOCKS;
    }

    @Override
    protected String visible(String messages) {
      return String.join("\n", messages.lines().map(m -> screen(m).seen()).toList());
    }

    @Override
    protected boolean pings(String message) {
      return !screen(message).calls().isEmpty();
    }

    private static SlackScreen screen(String message) {
      return SlackScreen.of(JsonParser.parseString(message).getAsJsonArray());
    }
  }

  @Nested
  class With_Markdown_blocks extends Contract {
    With_Markdown_blocks() {
      super(Style.MARKDOWN);
    }
  }

  @Nested
  class With_native_citations extends Contract {
    With_native_citations() {
      super(Style.NATIVE_CITATIONS);
    }
  }

  @Test
  void an_answer_has_its_words_its_sources_its_buttons_and_a_fallback() {
    var reply =
        new AnswerReplies()
            .reply(
                "a1",
                new ScriptedAnswering()
                    .answer(Question.of("What did Acme spend?", LocalDate.of(2026, 6, 6))));
    var messages = draw(reply, Style.MARKDOWN);

    assertThat(messages).hasSize(1);
    assertThat(SlackScreen.of(messages.get(0).blocks()).seen())
        .isEqualTo(
            """
            Acme spent $72.2 billion in 2025 on data centers. [1][2] A spokesman said the API would come in June. [2]

            Sources differ: How often it slipped

            repeatedly [1]
            twice [2]

            As of 5 June 2026. 1 statement was removed because its sources did not carry it.\s
            Sources\s
            [1] The Daily Paper: Acme delays the Anvil API, 2026-06-03 no link on file\s
            [2] The Letter: No date for Anvil, 2026-06-05 letter.example\s
            ( Evidence ) ( Who leads Acme? ) { Share with the channel | Why this answer | }
            ( + ) ( - )
            """);
    assertThat(messages.get(0).text())
        .startsWith("Acme spent $72.2 billion in 2025 on data centers. [1][2]")
        .contains("[2] The Letter: No date for Anvil, 2026-06-05");
    assertThat(messages.get(0).blocksJson()).contains("https://letter.example/anvil?a=1&amp;b=2");
  }

  @Test
  void native_citations_are_elements_that_name_their_source() {
    var messages =
        draw(reply("Words.", "Title", URI.create("https://a.example/1")), Style.NATIVE_CITATIONS);

    assertThat(messages.get(0).blocksJson())
        .contains("\"type\":\"citation\"", "\"index\":1", "\"citation_type\":\"web\"");
  }

  /** Row C1: 500 titles that call somebody. */
  @Test
  void nobody_is_called_by_a_title_or_a_quote() {
    var random = new Random(1);
    var calls =
        List.of(
            "@everyone",
            "<!channel>",
            "<!here|x>",
            "<@U012AB3CD>",
            "<@&42>",
            "<#C1|x>",
            "<!subteam^S1>",
            "<!date^1^{date}|x>");
    for (int i = 0; i < 500; i++) {
      var title = new StringBuilder();
      for (int k = 0; k < 3; k++) {
        title
            .append(calls.get(random.nextInt(calls.size())))
            .append(random.nextBoolean() ? " " : "*");
      }
      for (var style : Style.values()) {
        for (var message : draw(reply(title.toString(), title.toString(), null), style)) {
          assertThat(SlackScreen.of(message.blocks()).calls()).isEmpty();
          assertThat(message.text()).doesNotContain("<!", "<@", "<#");
        }
      }
    }
  }

  /** Row C2: 2,000 generated strings; what is seen is what was written, and links nowhere. */
  @Test
  void markup_in_text_changes_nothing_that_is_seen_and_links_nowhere() {
    var random = new Random(2);
    var bits =
        List.of(
            "*",
            "_",
            "~",
            "`",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "&",
            "#",
            "-",
            "+",
            "1.",
            "2)",
            "|",
            "\\",
            "!",
            ":",
            "://",
            "https://evil.example/x",
            "www.evil.example",
            "a",
            "Word",
            " ",
            " ",
            "\u00e9",
            "\u65b0\u95fb",
            "\ud83d\ude00",
            ":tada:",
            "[x](https://evil.example)",
            "](",
            "[1]:",
            "mailto:a@evil.example",
            "b@evil.example",
            "&lt;",
            "&amp;amp;",
            "**",
            "<https://evil.example|ok>",
            "=",
            "---",
            "$",
            "@",
            "\"",
            "'");
    for (int i = 0; i < 2000; i++) {
      var text = new StringBuilder();
      int length = 1 + random.nextInt(14);
      for (int k = 0; k < length; k++) {
        text.append(bits.get(random.nextInt(bits.size())));
      }
      var wanted = text.toString().strip();
      if (wanted.isEmpty()) {
        continue;
      }
      for (var style : Style.values()) {
        var message = draw(reply(wanted, wanted, URI.create("https://a.example/1")), style).get(0);
        var screen = SlackScreen.of(message.blocks());
        var seen = screen.seen().replaceAll("\\s+", " ");
        var wantedSeen = wanted.replaceAll("\\s+", " ");
        assertThat(seen)
            .as(message.blocksJson())
            .contains(wantedSeen + " [1]" + wantedSeen + " end")
            .contains("[1] The Paper: " + wantedSeen + ", 2026-06-03 a.example");
        assertThat(screen.links()).as(message.blocksJson()).containsOnly("https://a.example/1");
      }
    }
  }

  /** Row C3: hosts are shown as they truly are, and invisible characters are gone. */
  @Test
  void a_link_shows_its_true_host_in_ascii() {
    var hosts = new ArrayList<List<String>>();
    hosts.add(List.of("https://openai.com@evil.example/x", "evil.example"));
    hosts.add(List.of("https://openai.com:443@evil.example:8443/x", "evil.example"));
    hosts.add(List.of("https://\u043epenai.com/x", IDN.toASCII("\u043epenai.com")));
    hosts.add(List.of("https://open\u0430i.com/", IDN.toASCII("open\u0430i.com")));
    hosts.add(List.of("https://OPENAI.com/x", "openai.com"));
    hosts.add(List.of("https://[2001:db8::1]:80/x", "[2001:db8::1]"));
    for (int i = 0; i < 300; i++) {
      hosts.add(
          List.of(
              "https://user" + i + "@b\u00fccher" + i + ".example/" + (char) (0x430 + i % 30),
              IDN.toASCII("b\u00fccher" + i + ".example")));
    }
    for (var host : hosts) {
      var shown =
          draw(reply("Words\u202e\u200b.", "Ti\u2066tle", URI.create(host.get(0))), Style.MARKDOWN)
              .get(0);
      assertThat(SlackScreen.of(shown.blocks()).seen())
          .contains("2026-06-03 " + host.get(1) + " ")
          .contains("[1] The Paper: Title")
          .doesNotContain("\u202e", "\u200b", "\u2066");
      assertThat(SlackScreen.of(shown.blocks()).links())
          .allSatisfy(l -> assertThat(l).isEqualTo(URI.create(host.get(0)).toASCIIString()));
    }
  }

  @Test
  void an_address_that_is_not_the_webs_is_no_link() {
    for (var url :
        List.of("javascript:alert(1)", "slack://open", "file:///etc/passwd", "https:x")) {
      var message = draw(reply("Words.", "Title", URI.create(url)), Style.MARKDOWN).get(0);

      assertThat(message.blocksJson()).contains("no link on file").doesNotContain(url);
    }
  }

  /** Row C4: from a byte to 100 KB; 1 in 10 of the sizes in everyday runs. */
  @Test
  void text_of_any_length_is_taken_by_Slack_and_keeps_every_citation() {
    var alphabets =
        List.of(
            "word ",
            "\u65b0\u95fb\u4e2d\u6587",
            "\ud83d\udc69\u200d\ud83d\udc67 ",
            "\ud83d\ude00",
            "&<>",
            "*_`[]",
            "nospacesatall",
            "e\u0301");
    for (var alphabet : alphabets) {
      for (int size = 1; size <= 100_000; size = size * (FULL ? 3 : 12) / 2 + 1) {
        var text = alphabet.repeat(size / alphabet.length() + 1);
        for (var style : Style.values()) {
          var messages = draw(long60(text), style);
          var seen = new StringBuilder();
          for (var message : messages) {
            assertThat(BlockKitRules.message(message.blocks())).isEmpty();
            assertThat(message.text().length()).isBetween(1, 4_000);
            seen.append(SlackScreen.of(message.blocks()).seen());
          }
          for (int n = 1; n <= 60; n++) {
            assertThat(seen).contains("[" + n + "]");
          }
        }
      }
    }
  }

  @Test
  void many_buttons_and_long_questions_fit() {
    var actions = new ArrayList<Action>();
    actions.add(new Action.Evidence());
    for (int i = 0; i < 60; i++) {
      actions.add(new Action.FollowUp("Why " + "so ".repeat(i * 20) + "?"));
    }
    actions.add(new Action.Feedback());
    var reply =
        new Reply(
            Optional.of("a1"),
            Optional.empty(),
            List.of(new Block.Paragraph(List.of(Span.text("Words.")))),
            List.of(),
            actions);
    var messages = draw(reply, Style.MARKDOWN);

    assertThat(messages).allSatisfy(m -> assertThat(BlockKitRules.message(m.blocks())).isEmpty());
    assertThat(messages.toString()).contains("kept:token");
  }

  private static Reply reply(String text, String title, @Nullable URI url) {
    return new Reply(
        Optional.of("a1"),
        Optional.empty(),
        List.of(
            new Block.Paragraph(
                List.of(Span.text(text + " "), new Span.Cite(1), Span.text(text + " end")))),
        List.of(citation(1, title, Optional.ofNullable(url))),
        List.of());
  }

  private static Reply long60(String text) {
    var spans = new ArrayList<Span>();
    var citations = new ArrayList<Citation>();
    spans.add(Span.text(text));
    for (int n = 1; n <= 60; n++) {
      spans.add(Span.text(" Another. "));
      spans.add(new Span.Cite(n));
      citations.add(
          citation(
              n,
              text.substring(0, Math.min(text.length(), 290)),
              Optional.of(URI.create("https://news.example/" + n))));
    }
    return new Reply(
        Optional.of("a1"),
        Optional.of(text.substring(0, Math.min(text.length(), 400))),
        List.of(
            new Block.Paragraph(spans), new Block.Bullets(List.of(spans)), new Block.Quote(spans)),
        citations,
        List.of(new Action.Evidence(), new Action.Feedback()));
  }

  private static Citation citation(int number, String title, Optional<URI> url) {
    return new Citation(
        number, "The Paper", title, url, LocalDate.of(2026, 6, 3), "A quote.", "2026/06/x");
  }
}
