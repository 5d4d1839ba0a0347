/** The passage index on Lucene; the only importer of Lucene. */
@NullMarked
package dev.footnote.core.lucene;

import org.jspecify.annotations.NullMarked;
