/** Finds the passages that a question needs; the ports that search technology implements. */
@NullMarked
package dev.footnote.core.retrieval;

import org.jspecify.annotations.NullMarked;
