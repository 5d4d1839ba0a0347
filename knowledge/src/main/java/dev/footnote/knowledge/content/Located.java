package dev.footnote.knowledge.content;

/**
 * A value and the line of its file, counted from 1, that it stands on.
 *
 * @param <T> what is located
 */
record Located<T>(T value, int line) {}
