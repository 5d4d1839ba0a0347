package dev.footnote.core.service;

/** How much an answer says. */
public enum AnswerLength {
  /** The first statements alone. */
  SHORT,
  /** All of it. */
  NORMAL
}
