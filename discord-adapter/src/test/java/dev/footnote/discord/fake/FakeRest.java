package dev.footnote.discord.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Discord's REST API as far as the bot uses it. */
public final class FakeRest {

  /** One request and its answer. */
  public record Call(Instant at, String method, String path, String body, int status) {

    public String route() {
      return method + " " + path;
    }
  }

  record Answer(int status, Object body) {
    static Answer error(int status, int code, String message) {
      return new Answer(status, DataObject.empty().put("code", code).put("message", message));
    }
  }

  private record Route(String method, Pattern pattern, String spec) {}

  private static final List<Route> ROUTES =
      List.of(
          route("GET", "/users/@me"),
          route("GET", "/users/@me/guilds"),
          route("POST", "/users/@me/channels"),
          route("GET", "/applications/@me"),
          route("GET", "/gateway/bot"),
          route("GET", "/applications/{application_id}/commands"),
          route("PUT", "/applications/{application_id}/commands"),
          route("POST", "/channels/{channel_id}/messages"),
          route("GET", "/channels/{channel_id}"),
          route("POST", "/interactions/{interaction_id}/{interaction_token}/callback"),
          route("POST", "/webhooks/{webhook_id}/{webhook_token}"),
          route("PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"),
          route("DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original"));

  private final FakeWorld discord;
  private volatile HttpServer server;
  private final Faults faults = new Faults();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private volatile int channelLimit = Integer.MAX_VALUE;
  private volatile Predicate<String> reached = request -> true;
  private final AtomicInteger earlyRetries = new AtomicInteger();

  private static final class Window {
    long start;
    int count;
    long blockedUntil;
  }

  FakeRest(FakeWorld discord, int port) throws IOException {
    this.discord = discord;
    server = listening(port);
  }

  private HttpServer listening(int port) throws IOException {
    var listening =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    listening.createContext("/api/v10", this::serve);
    listening.start();
    return listening;
  }

  /** Takes no connections meanwhile. */
  public void whileUnreachable(Runnable meanwhile) throws IOException {
    int port = server.getAddress().getPort();
    server.stop(0);
    try {
      meanwhile.run();
    } finally {
      server = listening(port);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/");
  }

  void stop() {
    server.stop(0);
  }

  public Faults faults() {
    return faults;
  }

  /** Every request so far, in the order they ended. */
  public List<Call> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Forgets the requests so far. */
  public void forgetCalls() {
    calls.clear();
  }

  /** What Discord's own description finds wrong with what was sent. */
  public List<String> violations() {
    return violations;
  }

  /** Cuts every request off, before it has any effect, that {@code reached} is false for. */
  public void reachedBy(Predicate<String> reached) {
    this.reached = reached;
  }

  /** From now on {@code limit} messages get into each channel every 5 seconds, as with Discord. */
  public void limitChannels(int limit) {
    channelLimit = limit;
    windows.clear();
  }

  /** Requests that came while their bucket was said to be closed. */
  public int earlyRetries() {
    return earlyRetries.get();
  }

  private static Route route(String method, String spec) {
    return new Route(
        method,
        Pattern.compile(
            Pattern.compile("\\{\\w+}").matcher(spec.replace("@", "@")).replaceAll("([^/]+)")),
        spec);
  }

  private void serve(HttpExchange exchange) throws IOException {
    var at = Instant.now();
    var method = exchange.getRequestMethod();
    var path =
        exchange
            .getRequestURI()
            .getRawPath()
            .substring("/api/v10".length())
            .replace("%40", "@")
            .replaceAll("/$", "");
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (!reached.test(method + " " + path)) {
      calls.add(new Call(at, method, path, body, 0));
      exchange.close();
      return;
    }
    var fault = faults.next(method + " " + path);
    try {
      if (fault.isPresent()) {
        var f = fault.get();
        Thread.sleep(f.delay());
        if (f.afterwards()) {
          answer(exchange.getRequestHeaders().getFirst("Authorization"), method, path, body, at);
        }
        if (f.status() == 0) {
          calls.add(new Call(at, method, path, body, 0));
          exchange.close();
          return;
        }
        if (f.status() > 0) {
          f.headers().forEach((k, v) -> exchange.getResponseHeaders().set(k, v));
          calls.add(new Call(at, method, path, body, f.status()));
          send(exchange, f.status(), f.body());
          return;
        }
      }
      if (limited(exchange, method, path, body, at)) {
        return;
      }
      exchange.getResponseHeaders().set("via", "1.1 fake");
      var answer =
          answer(exchange.getRequestHeaders().getFirst("Authorization"), method, path, body, at);
      calls.add(new Call(at, method, path, body, answer.status()));
      send(exchange, answer.status(), answer.body().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      violations.add(method + " " + path + ": the fake failed: " + e);
      send(exchange, 500, "{}");
    } finally {
      exchange.close();
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
    if (status != 204) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private boolean limited(
      HttpExchange exchange, String method, String path, String body, Instant at)
      throws IOException {
    if (channelLimit == Integer.MAX_VALUE
        || !(method + path).matches("POST/channels/\\d+/messages")) {
      return false;
    }
    var window = windows.computeIfAbsent(path, p -> new Window());
    synchronized (window) {
      long now = System.currentTimeMillis();
      if (now < window.blockedUntil - 5) {
        earlyRetries.incrementAndGet();
      }
      if (now - window.start >= 5000) {
        window.start = now;
        window.count = 0;
      }
      var headers = exchange.getResponseHeaders();
      double resetAfter = (window.start + 5000 - now) / 1000.0;
      headers.set("X-RateLimit-Bucket", "messages");
      headers.set("X-RateLimit-Limit", Integer.toString(channelLimit));
      headers.set("X-RateLimit-Reset-After", Double.toString(resetAfter));
      headers.set("X-RateLimit-Reset", Double.toString((window.start + 5000) / 1000.0));
      if (window.count >= channelLimit) {
        window.blockedUntil = window.start + 5000;
        headers.set("X-RateLimit-Remaining", "0");
        headers.set("X-RateLimit-Scope", "user");
        headers.set("Retry-After", Integer.toString((int) Math.ceil(resetAfter)));
        headers.set("via", "1.1 fake");
        calls.add(new Call(at, method, path, body, 429));
        send(
            exchange,
            429,
            "{\"message\":\"You are being rate limited.\",\"retry_after\":%s,\"global\":false}"
                .formatted(resetAfter));
        return true;
      }
      window.count++;
      headers.set("X-RateLimit-Remaining", Integer.toString(channelLimit - window.count));
      return false;
    }
  }

  private Answer answer(
      @org.jspecify.annotations.Nullable String authorization,
      String method,
      String path,
      String body,
      Instant at) {
    for (var route : ROUTES) {
      var m = route.pattern().matcher(path);
      if (route.method().equals(method) && m.matches()) {
        if (!body.isEmpty()) {
          OpenApi.get()
              .ifPresent(api -> violations.addAll(api.violations(method, route.spec(), body)));
        }
        boolean token = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
        if (!token && (authorization == null || !discord.accepts(authorization))) {
          return Answer.error(401, 0, "401: Unauthorized");
        }
        return discord.rest(
            route.method() + " " + route.spec(),
            m.groupCount() > 0 ? m.group(1) : "",
            m.groupCount() > 1 ? m.group(2) : "",
            body,
            at);
      }
    }
    violations.add("unknown route " + method + " " + path);
    return Answer.error(404, 0, "404: Not Found");
  }

  static DataArray array(String body) {
    return DataArray.fromJson(body);
  }
}
