/** Draws replies, modals and the Home tab as Block Kit. */
@NullMarked
package dev.footnote.slack.blocks;

import org.jspecify.annotations.NullMarked;
