/**
 * Understands a question: what kind of answer it wants, about whom, when, and in how many parts.
 */
@NullMarked
package dev.footnote.core.question;

import org.jspecify.annotations.NullMarked;
