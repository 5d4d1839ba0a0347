/** All an adapter needs to speak: commands in, replies out. */
@NullMarked
package dev.footnote.core.conversation;

import org.jspecify.annotations.NullMarked;
