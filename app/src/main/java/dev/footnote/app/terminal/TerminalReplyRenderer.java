package dev.footnote.app.terminal;

import dev.footnote.app.terminal.Lines.Look;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a reply for a terminal, or as plain lines for a file. */
public final class TerminalReplyRenderer {

  private final Screen screen;

  public TerminalReplyRenderer(Screen screen) {
    this.screen = screen;
  }

  /** The reply as lines, without a line break at the end. */
  public String render(Reply reply) {
    var lines = new Lines(screen);
    reply.title().ifPresent(title -> lines.add(title, Look.TITLE).end());
    for (var block : reply.blocks()) {
      draw(lines, block);
    }
    if (!reply.citations().isEmpty()) {
      lines.blank();
      lines.add("Sources", Look.BOLD).end();
      pieces(reply.citations()).forEach(same -> drawPiece(lines, same));
    }
    drawNext(lines, reply.actions());
    return lines.text();
  }

  private static void draw(Lines lines, Block block) {
    switch (block) {
      case Block.Paragraph p -> {
        lines.blank();
        draw(lines, p.spans(), Look.PLAIN);
        lines.end();
      }
      case Block.Heading h -> {
        lines.blank();
        lines.add(h.text(), Look.BOLD).end();
      }
      case Block.Bullets b -> {
        for (var item : b.items()) {
          draw(lines, item, Look.PLAIN);
          lines.end("- ", "  ");
        }
      }
      case Block.Quote q -> {
        lines.blank();
        draw(lines, q.spans(), Look.ITALIC);
        lines.end("  | ", "  | ");
      }
      case Block.Note n -> {
        lines.blank();
        draw(lines, n.spans(), Look.DIM);
        lines.end();
      }
      case Block.Divider d -> {
        lines.blank();
        lines.add("----", Look.DIM).end();
      }
    }
  }

  private static void draw(Lines lines, List<Span> spans, Look usual) {
    for (var span : spans) {
      switch (span) {
        case Span.Text t -> lines.add(t.text(), look(t.style(), usual));
        case Span.Cite c -> lines.add("[" + c.number() + "]", Look.MARK);
        case Span.Link l -> {
          lines.add(l.text(), usual, l.url().toString());
          lines.add(" (" + l.url() + ")", Look.DIM);
        }
      }
    }
  }

  private static Look look(Reply.Style style, Look usual) {
    return switch (style) {
      case PLAIN -> usual;
      case BOLD -> Look.BOLD;
      case ITALIC -> Look.ITALIC;
      case CODE -> Look.CODE;
    };
  }

  /** Citations of one published piece together: each proves its own sentence, the piece is one. */
  private static Collection<List<Citation>> pieces(List<Citation> citations) {
    return citations.stream()
        .collect(
            Collectors.groupingBy(
                c -> List.of(c.publisher(), c.title(), c.url(), c.published()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  /** Where links are drawn the headline is one, and the true host stands beside it. */
  private void drawPiece(Lines lines, List<Citation> same) {
    var c = same.get(0);
    var mark = same.stream().map(one -> "[" + one.number() + "]").collect(Collectors.joining());
    var indent = " ".repeat(mark.length() + 1);
    lines.add(mark, Look.MARK);
    lines.add(" " + c.publisher() + ": ", Look.PLAIN);
    lines.add(c.title(), Look.PLAIN, c.url().map(URI::toString).orElse(""));
    lines.add(", " + c.published(), Look.DIM);
    if (c.url().isEmpty()) {
      lines.add(" (no link on file)", Look.DIM);
    } else if (screen.links()) {
      lines.add(" (" + c.url().get().getHost() + ")", Look.DIM);
    }
    lines.end("", indent);
    if (c.url().isPresent() && !screen.links()) {
      lines.add(c.url().get().toString(), Look.DIM).end(indent, indent);
    }
  }

  private static void drawNext(Lines lines, List<Action> actions) {
    var next =
        actions.stream()
            .filter(Action.FollowUp.class::isInstance)
            .map(a -> ((Action.FollowUp) a).question())
            .toList();
    if (!next.isEmpty()) {
      lines.blank();
      lines.add("Ask next", Look.BOLD).end();
      next.forEach(question -> lines.add(question, Look.PLAIN).end("- ", "  "));
    }
  }
}
