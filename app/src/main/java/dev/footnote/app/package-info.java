/** The launcher. */
@NullMarked
package dev.footnote.app;

import org.jspecify.annotations.NullMarked;
