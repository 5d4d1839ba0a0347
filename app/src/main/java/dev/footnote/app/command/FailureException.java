package dev.footnote.app.command;

/** A command cannot be carried out; the message names the thing and the way out. */
final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailureException(String message) {
    super(message);
  }
}
