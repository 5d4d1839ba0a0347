package dev.footnote.core.retrieval;

/** The index is damaged or of another format: delete it and build it anew from its sources. */
public final class IndexDamagedException extends RuntimeException {

  public IndexDamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
