/** Tests of the curated files' format. */
@NullMarked
package dev.footnote.knowledge.content;

import org.jspecify.annotations.NullMarked;
