/** What is known: publishers, entities, topics, curated stories and imported articles. */
@NullMarked
package dev.footnote.knowledge;

import org.jspecify.annotations.NullMarked;
