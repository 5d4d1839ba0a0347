/** Writes answers and passages as one JSON object a line. */
@NullMarked
package dev.footnote.app.json;

import org.jspecify.annotations.NullMarked;
