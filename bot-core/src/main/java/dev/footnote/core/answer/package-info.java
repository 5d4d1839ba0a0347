/** Turns evidence into an answer whose every statement is cited, or abstains. */
@NullMarked
package dev.footnote.core.answer;

import org.jspecify.annotations.NullMarked;
