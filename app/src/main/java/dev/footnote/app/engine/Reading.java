package dev.footnote.app.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that goes on beside other work. */
final class Reading {

  private Reading() {}

  /** Waits for it; what it threw is thrown as if it had been done here. */
  static <T> T join(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
