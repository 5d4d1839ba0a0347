package dev.footnote.discord;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between JDA and the network: keeps the pace, stops when Discord refuses too much, and puts
 * {@code Retry-After} right. JDA itself waits for neither of the first two, and takes a {@code
 * Retry-After} that is no whole number for none.
 */
final class RestGuard implements Interceptor {

  /** Nothing was sent, so nothing can have happened. */
  static final class PausedException extends IOException {
    final Duration wait;

    PausedException(Duration wait) {
      super("Discord refused too many requests; nothing is sent for " + wait);
      this.wait = wait;
    }
  }

  private static final Logger log = LoggerFactory.getLogger(RestGuard.class);

  /** Discord allows a bot 50; what answers interactions is not counted there. */
  private static final int REQUESTS_A_SECOND = 45;

  /** A second, and a tenth for how unevenly requests arrive. */
  private static final Duration SECOND = Duration.ofMillis(1100);

  private static final long USUAL_RETRY_SECONDS = 5;
  private static final Pattern OF_INTERACTION =
      Pattern.compile(".*/(?:interactions/[^/]+/[^/]+/callback|webhooks/[^/]+/[^/]+.*)");

  private static final Pattern FIRST_RESPONSE =
      Pattern.compile(".*/interactions/[^/]+/[^/]+/callback");

  private final InstantSource clock;
  private final Runnable tokenRefused;
  private final RestPace pace = new RestPace(REQUESTS_A_SECOND, SECOND);
  private final InvalidRequests invalid = new InvalidRequests();
  private volatile boolean tokenIsDead;
  private volatile boolean unreachable;

  /**
   * @param tokenRefused runs when Discord answers 401 to the bot's token, which is not used again
   */
  RestGuard(InstantSource clock, Runnable tokenRefused) {
    this.clock = clock;
    this.tokenRefused = tokenRefused;
  }

  /** Whether a request would have to wait noticeably. */
  boolean isCrowded() {
    return pace.ahead(System.nanoTime()) > 0;
  }

  /** Whether the last request did not even reach Discord. */
  boolean isUnreachable() {
    return unreachable;
  }

  /** How long nothing may be sent; empty if something may. */
  Optional<Duration> pause() {
    return invalid.pause(clock.instant());
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var path = chain.request().url().encodedPath();
    boolean ofInteraction = OF_INTERACTION.matcher(path).matches();
    var wait = admitted(ofInteraction, FIRST_RESPONSE.matcher(path).matches());
    if (wait.isPresent()) {
      throw new PausedException(wait.get());
    }
    boolean refused = false;
    try {
      var response = proceed(chain);
      refused = isRefused(response);
      if (response.code() == 401 && !ofInteraction) {
        tokenIsDead = true;
        tokenRefused.run();
      }
      return response.code() == 429 ? withSoundRetryAfter(chain.request(), response) : response;
    } finally {
      invalid.done(clock.instant(), refused);
      if (refused && invalid.pause(clock.instant()).isPresent()) {
        log.error(
            "discord: {} requests were refused within 10 minutes; nothing is sent for a while, look"
                + " at the bot's token and permissions",
            InvalidRequests.LIMIT);
      }
    }
  }

  private Response proceed(Chain chain) throws IOException {
    try {
      var response = chain.proceed(chain.request());
      unreachable = false;
      return response;
    } catch (IOException e) {
      unreachable = Failures.isUnsent(e);
      throw e;
    }
  }

  /** A 429 that is shared with other bots does not count against this one. */
  private static boolean isRefused(Response response) {
    return response.code() == 401
        || response.code() == 403
        || (response.code() == 429 && !"shared".equals(response.header("X-RateLimit-Scope")));
  }

  /**
   * Waits for its second first: what waits there is not yet under way. First responses need neither
   * token nor rights and have three seconds: no pause holds them up.
   */
  private Optional<Duration> admitted(boolean ofInteraction, boolean first) throws IOException {
    try {
      if (!ofInteraction) {
        TimeUnit.NANOSECONDS.sleep(pace.take(System.nanoTime()));
      }
      if (first && !tokenIsDead) {
        invalid.enterAnyway();
        return Optional.empty();
      }
      return tokenIsDead ? Optional.of(InvalidRequests.WINDOW) : invalid.enter(clock);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The later of what header and body say, in whole seconds; some seconds where neither does. */
  private static Response withSoundRetryAfter(Request request, Response response)
      throws IOException {
    double said = Math.max(number(response.header("Retry-After")), inBody(response));
    long seconds = said > 0 ? (long) Math.ceil(Math.min(said, 86_400)) : USUAL_RETRY_SECONDS;
    log.warn(
        "discord: rate limited, method {}, retry after {} s, scope {}",
        request.method(),
        seconds,
        response.header("X-RateLimit-Scope"));
    return response.newBuilder().header("Retry-After", Long.toString(seconds)).build();
  }

  private static double inBody(Response response) throws IOException {
    try {
      return number(
          DataObject.fromJson(response.peekBody(10_000).bytes())
              .opt("retry_after")
              .map(Object::toString)
              .orElse(null));
    } catch (ParsingException e) {
      return 0; // not from Discord itself, as an HTML page of its proxy
    }
  }

  private static double number(@Nullable String text) {
    try {
      double number = text == null ? 0 : Double.parseDouble(text);
      return Double.isFinite(number) ? number : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
