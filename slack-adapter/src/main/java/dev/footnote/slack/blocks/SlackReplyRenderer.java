package dev.footnote.slack.blocks;

import dev.footnote.core.conversation.Reply;
import dev.footnote.slack.blocks.Buttons.More;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Draws a reply as messages of Block Kit, each within every limit that Slack has; no citation is
 * lost when one becomes several. Stateless and safe for several threads.
 */
public final class SlackReplyRenderer {

  private static final int LONGEST_HEADER = 150;

  /** How a reply is drawn. */
  public enum Style {
    /** Markdown blocks with the citations' numbers, which every workspace takes. */
    MARKDOWN,
    /** Rich text with Slack's citation element, which some refuse. */
    NATIVE_CITATIONS
  }

  /**
   * The messages that {@code reply} becomes, in order; at least one.
   *
   * @param keep takes a line too long for a button and gives a short token for it
   * @param more what can be done with an answer besides
   */
  public List<SlackMessage> render(
      Reply reply, Style style, More more, UnaryOperator<String> keep) {
    var pages = new Pages();
    reply.title().filter(t -> !t.isBlank()).ifPresent(title -> title(title, pages));
    Body body =
        style == Style.NATIVE_CITATIONS ? new NativeBody(reply.citations()) : new MarkdownBody();
    for (var block : reply.blocks()) {
      body.draw(block, pages);
    }
    SourceLines.draw(reply.citations(), pages);
    Buttons.rows(reply, keep, more).forEach(row -> pages.block(row, ""));
    var done = pages.done();
    if (done.isEmpty()) {
      throw new IllegalArgumentException("reply: says nothing");
    }
    return done;
  }

  private static void title(String title, Pages pages) {
    if (Escapes.control(title).length() <= LONGEST_HEADER) {
      pages.block(Kit.header(title), title);
    } else {
      for (var piece : Graphemes.pieces(title, 500)) {
        pages.block(Kit.section(piece), piece);
      }
    }
  }
}
