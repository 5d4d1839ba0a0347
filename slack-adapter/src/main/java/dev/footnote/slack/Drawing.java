package dev.footnote.slack;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.TenantId;
import dev.footnote.slack.blocks.Buttons.More;
import dev.footnote.slack.blocks.SlackMessage;
import dev.footnote.slack.blocks.SlackReplyRenderer;
import dev.footnote.slack.blocks.SlackReplyRenderer.Style;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws replies as their workspace takes them. A reply that becomes several messages has no
 * citation elements: it is drawn the same at every try, whatever the workspace or a setting says
 * meanwhile, so that its messages can be counted. Safe for use by several threads.
 */
final class Drawing {

  private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

  private static final Set<String> BAD_BLOCKS =
      Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

  private final Desk desk;
  private final boolean nativeCitations;
  private final SlackReplyRenderer renderer = new SlackReplyRenderer();
  private final Set<TenantId> withoutCitations = ConcurrentHashMap.newKeySet();

  /**
   * @param nativeCitations whether to try Slack's citation element first
   */
  Drawing(Desk desk, boolean nativeCitations) {
    this.desk = desk;
    this.nativeCitations = nativeCitations;
  }

  /** The messages that {@code reply} becomes, in order; at least one. */
  List<SlackMessage> draw(Reply reply, More more, TenantId tenant) {
    UnaryOperator<String> keep = line -> desk.remember(tenant, line);
    var plain = renderer.render(reply, Style.MARKDOWN, more, keep);
    if (plain.size() > 1 || !triesCitations(tenant)) {
      return plain;
    }
    var cited = renderer.render(reply, Style.NATIVE_CITATIONS, more, keep);
    return cited.size() > 1 ? plain : cited;
  }

  /** Whether to draw a message again that was refused: it gets no citation elements any more. */
  boolean drawsPlainer(TenantId tenant, String error) {
    if (!nativeCitations || !BAD_BLOCKS.contains(error)) {
      return false;
    }
    if (withoutCitations.add(tenant)) {
      LOG.info("Workspace {} does not take citation elements, numbers are used", tenant.id());
    }
    return true;
  }

  private boolean triesCitations(TenantId tenant) {
    return nativeCitations && !withoutCitations.contains(tenant);
  }
}
