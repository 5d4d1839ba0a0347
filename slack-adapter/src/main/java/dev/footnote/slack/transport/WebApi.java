package dev.footnote.slack.transport;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import dev.footnote.core.service.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API through Slack's own client. Answers are values; nothing is tried twice, and
 * nothing of what is sent or received is logged. Blocks for up to {@link #TIMEOUT}. Safe for use by
 * several threads.
 */
public final class WebApi implements AutoCloseable {

  /** Slack's own address. */
  public static final URI SLACK = URI.create("https://slack.com/api/");

  /** How long one call may take in all. */
  public static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final Duration UNNAMED_WAIT = Duration.ofSeconds(30);
  private static final int LONGEST_ERROR = 100;

  private final OkHttpClient http;
  private final Slack slack;
  private final String base;

  /** Whether this thread's call has reached a connection: from there on it may take effect. */
  private final ThreadLocal<Boolean> sent = ThreadLocal.withInitial(() -> false);

  /**
   * @param base ends with a slash
   */
  public WebApi(URI base, Duration timeout) {
    this.base = base.toString();
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(this.base);
    // The statistics call auth.test now and then; the handlers log bodies.
    config.setStatsEnabled(false);
    config.setHttpClientResponseHandlers(List.of());
    config.setHttpClientCallTimeoutMillis((int) timeout.toMillis());
    config.setHttpClientReadTimeoutMillis((int) timeout.toMillis());
    this.http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            // A repeated post is a second message: Slack has no key to recognise it by.
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(chain -> {
              sent.set(true);
              return chain.proceed(chain.request());
            })
            .build();
    this.slack = Slack.getInstance(config, client(config, http));
  }

  /** Slack's client, configured as here. */
  public Slack slack() {
    return slack;
  }

  private static SlackHttpClient client(SlackConfig config, OkHttpClient http) {
    var client = new SlackHttpClient(http);
    client.setConfig(config);
    return client;
  }

  /** Calls {@code method}, waiting for {@code patience} at most. */
  public ApiAnswer call(
      String method, Secret token, Map<String, String> arguments, Duration patience) {
    // Shares its connections with the other.
    var hasty = http.newBuilder().callTimeout(patience).readTimeout(patience).build();
    return run(
        method,
        () ->
            client(slack.getConfig(), hasty)
                .postFormWithBearerHeader(base + method, token.reveal(), form(arguments)));
  }

  /** Calls {@code method}, such as {@code chat.postMessage}. */
  public ApiAnswer call(String method, Secret token, Map<String, String> arguments) {
    return run(
        method,
        () ->
            slack
                .getHttpClient()
                .postFormWithBearerHeader(base + method, token.reveal(), form(arguments)));
  }

  /** Calls {@code method}, whose arguments say who calls. */
  public ApiAnswer call(String method, Map<String, String> arguments) {
    return run(method, () -> slack.getHttpClient().postForm(base + method, form(arguments)));
  }

  /** Posts to an address that an interaction came with; it holds a secret. */
  public ApiAnswer respond(String responseUrl, JsonObject message) {
    return run(
        "response_url", () -> slack.getHttpClient().postJsonBody(responseUrl, message.toString()));
  }

  @Override
  public void close() {
    try {
      slack.getHttpClient().close();
      slack.close();
    } catch (Exception e) {
      throw new IllegalStateException("Slack's client: cannot be closed", e);
    }
  }

  private interface Call {
    Response run() throws IOException;
  }

  private ApiAnswer run(String method, Call call) {
    sent.set(false);
    try (var response = call.run()) {
      var code = response.code();
      if (code == 429) {
        return new ApiAnswer.Limited(wait(response.header("Retry-After")));
      }
      var body = response.body().string();
      if (code == 401) {
        return new ApiAnswer.Refused("invalid_auth", "");
      }
      if (code == 404 || code == 403 || code == 410) {
        return new ApiAnswer.Refused("http_" + code, "");
      }
      if (code / 100 != 2) {
        return new ApiAnswer.Lost(method + ": HTTP " + code);
      }
      return read(method, body, response.header("x-oauth-scopes"));
    } catch (IOException | IllegalArgumentException e) {
      var why = method + ": " + e.getClass().getSimpleName();
      return sent.get() ? new ApiAnswer.Lost(why) : new ApiAnswer.Unreached(why);
    }
  }

  private static ApiAnswer read(String method, String body, @Nullable String scopes) {
    if (method.equals("response_url") && !body.startsWith("{")) {
      return new ApiAnswer.Ok(new JsonObject(), Set.of());
    }
    try {
      var json = JsonParser.parseString(body).getAsJsonObject();
      if (json.has("ok") && !json.get("ok").getAsBoolean()) {
        return new ApiAnswer.Refused(word(json, "error"), word(json, "needed"));
      }
      return new ApiAnswer.Ok(json, scopes == null ? Set.of() : set(scopes));
    } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
      return new ApiAnswer.Lost(method + ": the answer is cut");
    }
  }

  /** Slack's own word; whatever else stands there is not passed on. */
  private static String word(JsonObject json, String name) {
    var value = json.get(name);
    var word = value != null && value.isJsonPrimitive() ? value.getAsString() : "";
    return word.length() <= LONGEST_ERROR && word.matches("[\\w:,.-]*") ? word : "unknown_error";
  }

  private static Set<String> set(String scopes) {
    return Arrays.stream(scopes.split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Duration wait(@Nullable String seconds) {
    try {
      return seconds == null
          ? UNNAMED_WAIT
          : Duration.ofSeconds(Math.clamp(Long.parseLong(seconds.strip()), 1, 3600));
    } catch (NumberFormatException e) {
      return UNNAMED_WAIT;
    }
  }

  private static FormBody form(Map<String, String> arguments) {
    var form = new FormBody.Builder();
    arguments.forEach(form::add);
    return form.build();
  }
}
