package dev.footnote.core.service;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes an answer short: its first statements alone. Where sources differ, both sides stay; so do
 * notes, and every citation of what is left, with its number. Other replies stay as they are.
 */
final class Shortening {

  private static final int STATEMENTS = 2;

  private Shortening() {}

  static Reply of(Reply reply) {
    if (reply.answerId().isEmpty()) {
      return reply;
    }
    var blocks = new ArrayList<Block>();
    var headed = false;
    for (var block : reply.blocks()) {
      headed |= block instanceof Block.Heading;
      blocks.add(headed ? block : cut(block));
    }
    if (blocks.equals(reply.blocks())) {
      return reply;
    }
    blocks.add(
        new Block.Note(
            List.of(Span.text("Shortened, as is set here; the evidence shows all sources."))));
    var used = cited(blocks);
    return new Reply(
        reply.answerId(),
        reply.title(),
        blocks,
        reply.citations().stream().filter(c -> used.contains(c.number())).toList(),
        reply.actions());
  }

  private static Block cut(Block block) {
    return switch (block) {
      case Block.Paragraph p -> new Block.Paragraph(statements(p.spans()));
      case Block.Bullets b ->
          new Block.Bullets(b.items().subList(0, Math.min(STATEMENTS, b.items().size())));
      case Block.Heading h -> h;
      case Block.Quote q -> q;
      case Block.Note n -> n;
      case Block.Divider d -> d;
    };
  }

  /** The spans up to the citations of the last statement that stays. */
  private static List<Span> statements(List<Span> spans) {
    var ended = 0;
    for (var i = 0; i < spans.size(); i++) {
      var ends =
          spans.get(i) instanceof Span.Cite
              && (i + 1 == spans.size() || !(spans.get(i + 1) instanceof Span.Cite));
      if (ends && ++ended == STATEMENTS) {
        return spans.subList(0, i + 1);
      }
    }
    return spans;
  }

  private static Set<Integer> cited(List<Block> blocks) {
    var numbers = new HashSet<Integer>();
    for (var block : blocks) {
      var spans =
          switch (block) {
            case Block.Paragraph p -> p.spans();
            case Block.Bullets b -> b.items().stream().flatMap(List::stream).toList();
            case Block.Quote q -> q.spans();
            case Block.Note n -> n.spans();
            case Block.Heading h -> List.<Span>of();
            case Block.Divider d -> List.<Span>of();
          };
      for (var span : spans) {
        if (span instanceof Span.Cite cite) {
          numbers.add(cite.number());
        }
      }
    }
    return numbers;
  }
}
