package dev.footnote.core.retrieval;

/** The index cannot be read now; a retry may succeed. */
public final class RetrieverUnavailableException extends RuntimeException {

  public RetrieverUnavailableException(String message) {
    super(message);
  }

  public RetrieverUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
