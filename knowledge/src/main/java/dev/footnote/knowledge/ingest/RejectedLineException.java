package dev.footnote.knowledge.ingest;

/** Leaves the reading of one line; never leaves the package. */
final class RejectedLineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RejectedLineException(String message) {
    super(message, null, false, false);
  }

  /** What is wrong and the way out. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
