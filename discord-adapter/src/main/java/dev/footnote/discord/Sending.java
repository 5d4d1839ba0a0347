package dev.footnote.discord;

import dev.footnote.core.service.Outcome;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;

/** Sends one message and says what became of it. */
final class Sending {

  /** What became of it. */
  sealed interface Result {

    /** Discord has it under {@code id}. */
    record Sent(String id) implements Result {}

    /** Discord does not want it as it is drawn. */
    record Malformed(String why) implements Result {}

    /** Discord shows no reply there, as the bot may not read what it would be a reply to. */
    record Unreferable(String why) implements Result {}

    /**
     * Nothing can be sent there.
     *
     * @param refused whether Discord said so
     */
    record Closed(String why, boolean refused) implements Result {}

    /** Nothing was sent; it may work later. */
    record Later(Duration after, String why) implements Result {}

    /** It may have been sent. */
    record Unknown(String why) implements Result {}
  }

  /** JDA itself waits for rate limits and tries again at some errors of Discord's. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private static final int NO_HISTORY = 160002;

  /**
   * Unknown channel, guild, message, user, webhook, interaction; no access, permission, direct
   * messages; token of an interaction that has expired; archived thread.
   */
  private static final Set<Integer> CLOSED =
      Set.of(10003, 10004, 10008, 10013, 10015, 10062, 50001, 50013, 50007, 50027, 50083);

  private Sending() {}

  static Result send(RestAction<Message> action) {
    CompletableFuture<Message> sending;
    try {
      sending = action.submit();
    } catch (RejectedExecutionException e) {
      return new Result.Later(Duration.ZERO, "the connection is ending");
    } catch (InsufficientPermissionException e) {
      return new Result.Closed("the bot lacks " + e.getPermission(), false);
    }
    try {
      return new Result.Sent(sending.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS).getId());
    } catch (ExecutionException e) {
      return result(Failures.unwrap(e));
    } catch (TimeoutException | CancellationException e) {
      sending.cancel(true);
      return new Result.Unknown("no answer within " + LONGEST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.Unknown("interrupted");
    }
  }

  private static Result result(@Nullable Throwable failure) {
    if (failure instanceof RateLimitedException limited) {
      return new Result.Later(Duration.ofMillis(limited.getRetryAfter()), "rate limited");
    }
    if (failure instanceof InsufficientPermissionException lacking) {
      return new Result.Closed("the bot lacks " + lacking.getPermission(), false);
    }
    if (failure instanceof ErrorResponseException refused) {
      return result(refused);
    }
    return new Result.Unknown(Failures.describe(failure));
  }

  private static Result result(ErrorResponseException refused) {
    var why = Failures.describe(refused);
    if (refused.getResponse().getException() instanceof RestGuard.PausedException paused) {
      return new Result.Later(paused.wait, "too many requests were refused");
    }
    if (Failures.isUnsent(refused.getResponse().getException())) {
      return new Result.Later(Duration.ZERO, why);
    }
    int code = refused.getErrorCode();
    int status = refused.getResponse().code;
    if (status < 0 || status >= 500) {
      return new Result.Unknown(why);
    }
    if (code == NO_HISTORY) {
      return new Result.Unreferable(why);
    }
    if (CLOSED.contains(code) || status == 403 || status == 404) {
      return new Result.Closed(why, true);
    }
    return status == 401 || status == 429
        ? new Result.Later(Duration.ZERO, why)
        : new Result.Malformed(why);
  }

  /**
   * The outcome of a delivery that ended so.
   *
   * @param safe whether sending it again cannot double it, or Discord recognises it
   */
  static Outcome outcome(Result result, boolean safe) {
    return switch (result) {
      case Result.Sent s -> new Outcome.Delivered(s.id());
      case Result.Malformed m -> new Outcome.Gone(m.why());
      case Result.Unreferable n -> new Outcome.Gone(n.why());
      case Result.Closed c -> new Outcome.Gone(c.why());
      case Result.Later l -> new Outcome.Retry(l.after(), l.why());
      case Result.Unknown u ->
          safe ? new Outcome.LookAgain(Duration.ZERO, u.why()) : new Outcome.Unconfirmed(u.why());
    };
  }
}
