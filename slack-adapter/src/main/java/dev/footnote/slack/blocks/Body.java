package dev.footnote.slack.blocks;

import dev.footnote.core.conversation.Reply.Block;

/** Draws what a reply says, without its sources and buttons. */
interface Body {

  void draw(Block block, Pages pages);
}
