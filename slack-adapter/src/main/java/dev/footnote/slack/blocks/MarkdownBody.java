package dev.footnote.slack.blocks;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.util.ArrayList;
import java.util.List;

/** Draws what a reply says as Markdown blocks, its remarks as context. */
final class MarkdownBody implements Body {

  /** Characters of a piece of text before it is escaped; four pieces at most make a chunk. */
  private static final int PIECE = 700;

  private static final int CHUNK = 3_000;

  @Override
  public void draw(Block block, Pages pages) {
    switch (block) {
      case Block.Paragraph p -> lines(pages, p.spans(), "", "\n\n");
      case Block.Heading h -> lines(pages, List.of(Span.bold(h.text())), "", "\n\n");
      case Block.Bullets b -> {
        var separator = "\n\n";
        for (var item : b.items()) {
          lines(pages, item, "- ", separator);
          separator = "\n";
        }
      }
      case Block.Quote q -> lines(pages, q.spans(), "> ", "\n\n");
      case Block.Note n -> note(n.spans(), pages);
      case Block.Divider d -> pages.block(Kit.divider(), "");
    }
  }

  static void note(List<Span> spans, Pages pages) {
    var text = Spans.plain(spans);
    for (var piece : Graphemes.pieces(text, 500)) {
      if (!piece.isBlank()) {
        pages.block(Kit.context(Kit.plain(piece, 3000)), piece);
      }
    }
    for (var span : spans) {
      if (span instanceof Span.Link link) {
        SafeLink.of(link.url())
            .ifPresent(safe -> pages.block(Kit.context(Kit.mrkdwn(safe.shown())), ""));
      }
    }
  }

  private static void lines(Pages pages, List<Span> spans, String prefix, String separator) {
    var between = separator;
    for (var chunk : chunks(spans)) {
      if (!chunk.markup().isBlank()) {
        pages.markdown(prefix + chunk.markup(), between, chunk.plain());
        between = "\n\n";
      }
    }
  }

  private record Chunk(String markup, String plain) {}

  private static List<Chunk> chunks(List<Span> spans) {
    var chunks = new ArrayList<Chunk>();
    var markup = new StringBuilder();
    var plain = new StringBuilder();
    for (var span : spans) {
      for (var piece : pieces(span)) {
        var drawn = draw(piece, markup.isEmpty());
        if (markup.length() + drawn.length() > CHUNK && !markup.isEmpty()) {
          chunks.add(new Chunk(markup.toString(), plain.toString()));
          markup.setLength(0);
          plain.setLength(0);
          drawn = draw(piece, true);
        }
        markup.append(drawn);
        plain.append(Spans.plain(List.of(piece)));
      }
    }
    chunks.add(new Chunk(markup.toString(), plain.toString()));
    return chunks;
  }

  private static List<Span> pieces(Span span) {
    return switch (span) {
      case Span.Text t ->
          Graphemes.pieces(t.text(), PIECE).stream()
              .<Span>map(piece -> new Span.Text(piece, t.style()))
              .toList();
      case Span.Cite c -> List.of(c);
      case Span.Link l -> List.of(l);
    };
  }

  private static String draw(Span span, boolean first) {
    return switch (span) {
      case Span.Cite c -> "[" + c.number() + "]";
      case Span.Link l -> Escapes.markdown(l.text(), first) + link(l);
      case Span.Text t -> styled(t, first);
    };
  }

  /** The host alone is linked, after the words: what they say cannot lead elsewhere. */
  private static String link(Span.Link l) {
    return SafeLink.of(l.url())
        .map(safe -> " ([" + safe.host() + "](<" + safe.address() + ">))")
        .orElse("");
  }

  private static String styled(Span.Text t, boolean first) {
    var text = t.text();
    var bare = text.strip();
    if (bare.isEmpty() || t.style() == Reply.Style.PLAIN) {
      return Escapes.markdown(text, first);
    }
    if (t.style() == Reply.Style.CODE) {
      // Nothing can be escaped within code.
      return bare.chars().anyMatch(c -> "`<>&\\".indexOf(c) >= 0)
          ? Escapes.markdown(text, first)
          : text.replace(bare, "`" + bare + "`");
    }
    var mark = t.style() == Reply.Style.BOLD ? "**" : "*";
    int start = text.indexOf(bare);
    return text.substring(0, start)
        + mark
        + Escapes.markdown(bare, first)
        + mark
        + text.substring(start + bare.length());
  }
}
