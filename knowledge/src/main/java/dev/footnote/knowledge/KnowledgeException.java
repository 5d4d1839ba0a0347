package dev.footnote.knowledge;

/** What is known cannot be read or kept. The message names the thing and the way out. */
public class KnowledgeException extends RuntimeException {

  public KnowledgeException(String message) {
    super(message);
  }

  public KnowledgeException(String message, Throwable cause) {
    super(message, cause);
  }
}
