package dev.footnote.app.command;

import dev.footnote.core.conversation.Reply;

/** A command cannot be carried out; the message names the thing and the way out. */
final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailureException(String message) {
    super(message);
  }

  /** Nothing goes by {@code name}; {@code nearest} says so, and what comes near. */
  static FailureException notFound(String name, Reply nearest) {
    return new FailureException(name + ": " + nearest.plainText());
  }
}
