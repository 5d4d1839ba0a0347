package dev.footnote.knowledge;

/** The data folder's store cannot be opened, read or written: a retry alone will not help. */
public final class StoreException extends KnowledgeException {

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }
}
