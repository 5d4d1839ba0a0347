/** Draws replies for people at a terminal. */
@NullMarked
package dev.footnote.app.terminal;

import org.jspecify.annotations.NullMarked;
