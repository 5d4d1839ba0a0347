package dev.footnote.discord;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws a reply as the texts of one or more messages. Every citation is drawn, however long the
 * reply: what is cut is running text, and the cut is shown. Stateless.
 */
final class DiscordReplyRenderer {

  /** Characters that all texts of a message with Components V2 may have together. */
  static final int LIMIT = 4000;

  /** Characters of a message without components. */
  static final int PLAIN_LIMIT = 2000;

  /**
   * Characters of running text, after which the rest is left out: with the sources of 30 pieces
   * that makes six messages, as many as Discord takes where only a user installed the bot.
   */
  private static final int LONGEST_BODY = 12_000;

  private static final String NO_LINK = "no link on file";

  /** The messages with Components V2, in order; at least one. */
  List<List<Pages.Part>> render(Reply reply) {
    return render(reply, "");
  }

  /**
   * The same.
   *
   * @param preface markdown above everything, one line; may be empty
   */
  List<List<Pages.Part>> render(Reply reply, String preface) {
    return draw(reply, preface, new Pages(LIMIT));
  }

  /** The messages where Discord takes no components: markdown alone. */
  List<String> renderPlain(Reply reply) {
    return renderPlain(reply, "");
  }

  /**
   * The same.
   *
   * @param preface markdown above everything, one line; may be empty
   */
  List<String> renderPlain(Reply reply, String preface) {
    return draw(reply, preface, new Pages(PLAIN_LIMIT - 20)).stream()
        .map(parts ->
            parts.stream()
                .map(p -> p instanceof Pages.Part.Text t ? t.markdown() : "")
                .collect(Collectors.joining("\n")))
        .toList();
  }

  private static List<List<Pages.Part>> draw(Reply reply, String preface, Pages pages) {
    if (!preface.isEmpty()) {
      pages.line("", List.of(new Words.Word(preface, false)));
      pages.endText();
    }
    reply.title().ifPresent(t -> pages.line("### ", Words.of(Words.shortened(t))));
    var body = new Body(pages);
    reply.blocks().forEach(body::draw);
    body.end();
    if (!reply.citations().isEmpty()) {
      pages.divider();
      pages.line("", List.of(new Words.Word("**Sources**", false)));
      pieces(reply.citations()).forEach(same -> drawPiece(pages, same));
    }
    var drawn = pages.pages();
    return drawn.isEmpty() ? List.of(List.of(new Pages.Part.Text("\u2026"))) : drawn;
  }

  /** Citations of one published piece together: each proves its own sentence, the piece is one. */
  static Collection<List<Citation>> pieces(List<Citation> citations) {
    return citations.stream()
        .collect(
            Collectors.groupingBy(
                c -> List.of(c.publisher(), c.title(), c.url(), c.published()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static void drawPiece(Pages pages, List<Citation> same) {
    var c = same.getFirst();
    var words = new ArrayList<Words.Word>();
    same.forEach(one -> words.add(new Words.Word(Words.mark(one.number()), false)));
    words.addAll(Words.of(" " + Words.shortened(c.publisher()) + ": "));
    var title = Words.shortened(c.title());
    var linked = c.url().filter(url -> DiscordMarkdown.host(url).isPresent());
    if (linked.isPresent()) {
      words.add(new Words.Word(DiscordMarkdown.link(title, linked.get()), true));
      words.addAll(Words.of(", " + c.published()));
    } else {
      words.addAll(Words.of(" " + title + ", " + c.published() + " (" + NO_LINK + ")"));
    }
    pages.line("-# ", words);
  }

  /** The blocks, as far as they go. */
  private static final class Body {

    private final Pages pages;
    private int left = LONGEST_BODY;
    private boolean first = true;

    Body(Pages pages) {
      this.pages = pages;
    }

    void draw(Block block) {
      switch (block) {
        case Block.Paragraph p -> {
          gap();
          line("", p.spans());
        }
        case Block.Heading h -> {
          gap();
          line("", List.of(Span.bold(h.text())));
        }
        case Block.Bullets b -> b.items().forEach(item -> line("- ", item));
        case Block.Quote q -> line("> ", q.spans());
        case Block.Note n -> line("-# ", n.spans());
        case Block.Divider d -> pages.divider();
      }
      first = false;
    }

    void end() {
      if (left < 0) {
        pages.line("-# ", Words.of("The rest is too long for Discord and not shown."));
      }
    }

    private void gap() {
      if (!first) {
        pages.gap();
      }
    }

    private void line(String prefix, List<Span> spans) {
      if (left < 0) {
        return;
      }
      var words = new ArrayList<Words.Word>();
      for (var word : Words.of(spans)) {
        left -= word.markdown().length() + 1;
        if (left < 0) {
          break;
        }
        words.add(word);
      }
      pages.line(prefix, words);
    }
  }
}
