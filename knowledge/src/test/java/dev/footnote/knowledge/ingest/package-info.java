/** Tests of what comes in from outside. */
@NullMarked
package dev.footnote.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
