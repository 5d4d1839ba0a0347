package dev.footnote.evaluation;

/** What cannot be measured, and the way out. */
final class EvaluationException extends RuntimeException {

  EvaluationException(String message) {
    super(message);
  }

  EvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
