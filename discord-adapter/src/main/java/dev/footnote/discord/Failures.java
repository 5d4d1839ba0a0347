package dev.footnote.discord;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Says what failed without its message: those of JDA and of JSON parsers quote addresses with
 * tokens in them, and what people wrote.
 */
final class Failures {

  private Failures() {}

  /** The kind of failure, Discord's code if there is one, and where it happened. */
  static String describe(@Nullable Throwable failure) {
    var cause = unwrap(failure);
    if (cause == null) {
      return "unknown";
    }
    if (cause instanceof ErrorResponseException e) {
      var unanswered = e.getResponse().getException();
      if (unanswered != null) {
        return "no answer from Discord, " + unanswered.getClass().getSimpleName();
      }
      return "Discord error " + e.getErrorCode() + ", HTTP " + e.getResponse().code;
    }
    for (var frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.footnote")) {
        return cause.getClass().getSimpleName() + " at " + frame;
      }
    }
    return cause.getClass().getSimpleName();
  }

  /** What a future failed of. */
  static @Nullable Throwable unwrap(@Nullable Throwable failure) {
    var cause = failure;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Whether a request certainly did not leave for Discord. */
  static boolean isUnsent(@Nullable Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException;
  }
}
