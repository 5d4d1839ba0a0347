package dev.footnote.core.service;

/** What a log may say of an exception: its message may quote a question, an address or a token. */
final class Failures {

  private Failures() {}

  /** The kinds of the exception and its causes, and where it was thrown. */
  static String name(Throwable failure) {
    var name = new StringBuilder(failure.getClass().getName());
    var trace = failure.getStackTrace();
    if (trace.length > 0) {
      name.append(" at ").append(trace[0]);
    }
    var cause = failure.getCause();
    if (cause != null) {
      name.append(", caused by ").append(cause.getClass().getName());
    }
    return name.toString();
  }
}
