package dev.footnote.app.serve;

/** The service cannot start or go on; the message has a line for each reason and the way out. */
public final class ServiceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServiceException(String message) {
    super(message);
  }
}
