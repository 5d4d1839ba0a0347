/** Brings articles in from outside, one clear message for each that cannot come. */
@NullMarked
package dev.footnote.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
