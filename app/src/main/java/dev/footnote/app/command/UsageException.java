package dev.footnote.app.command;

/** The command line asks for something that cannot be done; the message says what to write. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
