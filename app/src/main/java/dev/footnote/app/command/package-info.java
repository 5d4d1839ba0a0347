/** The command line: one class a command. */
@NullMarked
package dev.footnote.app.command;

import org.jspecify.annotations.NullMarked;
