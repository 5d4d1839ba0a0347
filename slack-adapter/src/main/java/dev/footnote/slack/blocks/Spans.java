package dev.footnote.slack.blocks;

import dev.footnote.core.conversation.Reply.Span;
import java.util.List;

/** Spans as plain text, not escaped. */
final class Spans {

  private Spans() {}

  static String plain(List<Span> spans) {
    var text = new StringBuilder();
    for (var span : spans) {
      switch (span) {
        case Span.Text t -> text.append(t.text());
        case Span.Cite c -> text.append('[').append(c.number()).append(']');
        case Span.Link l -> text.append(l.text());
      }
    }
    return text.toString();
  }
}
