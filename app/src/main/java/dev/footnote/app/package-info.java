/** The launcher: command line, configuration, wiring and the terminal adapter. */
@NullMarked
package dev.footnote.app;

import org.jspecify.annotations.NullMarked;
