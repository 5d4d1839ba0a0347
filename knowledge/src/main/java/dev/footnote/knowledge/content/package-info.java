/** The format of the curated files: loads, validates and packages them. */
@NullMarked
package dev.footnote.knowledge.content;

import org.jspecify.annotations.NullMarked;
