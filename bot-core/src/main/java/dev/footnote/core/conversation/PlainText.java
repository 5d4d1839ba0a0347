package dev.footnote.core.conversation;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A reply as plain lines: the fallback of every platform, and the model of how it reads. */
final class PlainText {

  private PlainText() {}

  static String of(Reply reply) {
    var lines = new ArrayList<String>();
    reply.title().ifPresent(lines::add);
    reply.blocks().forEach(block -> lines.addAll(lines(block)));
    if (!reply.citations().isEmpty()) {
      lines.add("Sources");
      reply.citations().forEach(c -> lines.add(line(c)));
    }
    var next = next(reply.actions());
    if (!next.isEmpty()) {
      lines.add("Ask next: " + String.join(" · ", next));
    }
    return String.join("\n", lines);
  }

  private static List<String> lines(Block block) {
    return switch (block) {
      case Block.Paragraph p -> List.of(text(p.spans()));
      case Block.Heading h -> List.of(h.text());
      case Block.Bullets b -> b.items().stream().map(item -> "- " + text(item)).toList();
      case Block.Quote q -> List.of("> " + text(q.spans()));
      case Block.Note n -> List.of(text(n.spans()));
      case Block.Divider d -> List.of("---");
    };
  }

  private static String text(List<Span> spans) {
    var text = new StringBuilder();
    for (var span : spans) {
      switch (span) {
        case Span.Text t -> text.append(t.text());
        case Span.Cite c -> text.append('[').append(c.number()).append(']');
        case Span.Link l -> text.append(l.text()).append(" (").append(l.url()).append(')');
      }
    }
    return text.toString();
  }

  private static String line(Citation c) {
    return "[%d] %s, %s, %s, %s"
        .formatted(
            c.number(),
            c.publisher(),
            c.title(),
            c.published(),
            c.url().map(URI::toString).orElse(References.NO_LINK));
  }

  private static List<String> next(List<Action> actions) {
    return actions.stream()
        .filter(Action.FollowUp.class::isInstance)
        .map(a -> ((Action.FollowUp) a).question())
        .toList();
  }
}
