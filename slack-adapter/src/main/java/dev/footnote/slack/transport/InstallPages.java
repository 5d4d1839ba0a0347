package dev.footnote.slack.transport;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.footnote.core.service.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets any workspace install the app: {@code /slack/install} leads to Slack's consent, {@code
 * /slack/oauth_redirect} takes the token. Both belong behind a proxy that speaks TLS.
 */
public final class InstallPages implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(InstallPages.class);
  private static final String COOKIE = "footnote_install";

  private final WebApi api;
  private final Workspaces workspaces;
  private final String clientId;
  private final Secret clientSecret;
  private final URI authorize;
  private final Set<String> scopes;
  private final InstallState states;
  private final InstantSource clock;

  /**
   * @param authorize where a member consents, {@code https://slack.com/oauth/v2/authorize}
   * @param scopes what is asked for
   */
  public InstallPages(
      WebApi api,
      Workspaces workspaces,
      String clientId,
      Secret clientSecret,
      URI authorize,
      Set<String> scopes,
      InstantSource clock) {
    this.api = api;
    this.workspaces = workspaces;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.authorize = authorize;
    this.scopes = Set.copyOf(scopes);
    this.states = new InstallState(clientSecret, clock);
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
      } else if (exchange.getRequestURI().getPath().equals("/slack/install")) {
        begin(exchange);
      } else {
        end(exchange);
      }
    }
  }

  private void begin(HttpExchange exchange) throws IOException {
    var state = states.issue();
    var address =
        authorize
            + "?client_id="
            + encode(clientId)
            + "&scope="
            + encode(String.join(",", scopes.stream().sorted().toList()))
            + "&state="
            + encode(state);
    var headers = exchange.getResponseHeaders();
    headers.set("Location", address);
    headers.set("Cache-Control", "no-store");
    headers.set(
        "Set-Cookie",
        COOKIE + "=" + state + "; Max-Age=600; Path=/slack; HttpOnly; Secure; SameSite=Lax");
    exchange.sendResponseHeaders(302, -1);
  }

  private void end(HttpExchange exchange) throws IOException {
    var query = query(exchange.getRequestURI().getRawQuery());
    var state = query.getOrDefault("state", "");
    if (!states.isOurs(state, cookie(exchange))) {
      page(exchange, 400, "This link is too old or not ours. Start again at /slack/install.");
    } else if (query.containsKey("error")) {
      page(exchange, 200, "Nothing was installed.");
    } else {
      exchange(exchange, query.getOrDefault("code", ""));
    }
  }

  private void exchange(HttpExchange exchange, String code) throws IOException {
    var answer =
        api.call(
            "oauth.v2.access",
            Map.of("client_id", clientId, "client_secret", clientSecret.reveal(), "code", code));
    var workspace =
        answer instanceof ApiAnswer.Ok ok ? workspace(ok.body()) : Optional.<Workspace>empty();
    if (workspace.isEmpty()) {
      LOG.warn(
          "An installation failed, {}",
          answer instanceof ApiAnswer.Refused r ? r.error() : answer.getClass().getSimpleName());
      page(
          exchange,
          400,
          "Slack did not confirm the installation into a workspace. Start again at"
              + " /slack/install.");
      return;
    }
    workspaces.install(workspace.get());
    page(exchange, 200, "Footnote is installed. Mention it in a channel, or type /ainews help.");
  }

  private Optional<Workspace> workspace(JsonObject body) {
    var token = text(body, "access_token");
    var team = body.get("team") instanceof JsonObject object ? text(object, "id") : "";
    var installer = body.get("authed_user") instanceof JsonObject object ? text(object, "id") : "";
    if (token.isBlank() || team.isBlank()) {
      return Optional.empty();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return Optional.of(
        new Workspace(
            Workspaces.tenant(team),
            new Secret(token),
            text(body, "bot_user_id"),
            Set.of(text(body, "scope").split(",")),
            installer.isBlank() ? Set.of() : Set.of(installer),
            now));
  }

  private static void page(HttpExchange exchange, int code, String text) throws IOException {
    var body =
        ("<!doctype html><meta charset=utf-8><title>Footnote</title><p>" + text + "\n")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String cookie(HttpExchange exchange) {
    for (var header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (var cookie : header.split(";")) {
        if (cookie.strip().startsWith(COOKIE + "=")) {
          return cookie.strip().substring(COOKIE.length() + 1);
        }
      }
    }
    return "";
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new HashMap<String, String>();
    for (var field : raw == null ? new String[0] : raw.split("&", 50)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        query.put(field.substring(0, equals), decode(field.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String text(JsonObject object, String name) {
    var value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
