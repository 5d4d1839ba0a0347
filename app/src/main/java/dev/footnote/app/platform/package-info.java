/** The chat platforms that the program can serve, and how they are set up. */
@NullMarked
package dev.footnote.app.platform;

import org.jspecify.annotations.NullMarked;
