package dev.footnote.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.footnote.slack.fake.Workplace.ResponseUrl;
import dev.footnote.slack.fake.Workplace.Team;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Slack's Web API and its response_urls on a loopback port. */
public final class FakeWebApi implements AutoCloseable {

  /** A call as it came; {@code at} is of {@link System#nanoTime}. */
  public record Call(String method, String token, Map<String, String> arguments, long at) {}

  /** The code that an installation is exchanged for, and what it gives. */
  public final Map<String, JsonObject> codes = new ConcurrentHashMap<>();

  /** Runs around each post, for all or one: before it is stored, after, and once answered. */
  public volatile Consumer<Step> around = step -> {};

  /** A moment in the life of a post. */
  public enum Step {
    ARRIVED,
    STORED,
    ANSWERED
  }

  private final HttpServer server;
  private final Workplace workplace;
  private final FakeSockets sockets;
  private final String appToken;
  private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  FakeWebApi(Workplace workplace, FakeSockets sockets, String appToken) throws IOException {
    this.workplace = workplace;
    this.sockets = sockets;
    this.appToken = appToken;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/api/",
        exchange -> {
          try (exchange) {
            api(exchange);
          }
        });
    server.createContext(
        "/response/",
        exchange -> {
          try (exchange) {
            response(exchange);
          }
        });
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  /** A new response_url for an interaction. */
  public String responseUrl(String channel, String user) {
    var id = UUID.randomUUID().toString();
    workplace.responseUrls.put(id, new ResponseUrl(channel, user));
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/response/" + id;
  }

  /** The next call of {@code method} goes wrong; faults queue. */
  public void next(String method, Fault fault) {
    faults.computeIfAbsent(method, m -> new ConcurrentLinkedDeque<>()).add(fault);
  }

  public List<Call> calls() {
    return calls;
  }

  public List<Call> calls(String method) {
    return calls.stream().filter(c -> c.method().equals(method)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void api(HttpExchange exchange) throws IOException {
    var method = exchange.getRequestURI().getPath().substring("/api/".length());
    var arguments =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var token = token(exchange, arguments);
    calls.add(new Call(method, token, arguments, System.nanoTime()));
    var fault = fault(method);
    switch (fault) {
      case Fault.Limited limited -> {
        exchange.getResponseHeaders().set("Retry-After", String.valueOf(limited.seconds()));
        send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
      }
      case Fault.Refusal error ->
          send(exchange, 200, "{\"ok\":false,\"error\":\"" + error.error() + "\"}");
      case Fault.Http http -> send(exchange, http.status(), "oops");
      case Fault.Cut cut -> {}
      case Fault.DoneThenCut cut -> run(exchange, method, token, arguments);
      case Fault.HalfAnswer half -> {
        var whole = run(exchange, method, token, arguments).toString();
        send(exchange, 200, whole.substring(0, whole.length() / 2));
      }
      case Fault.Slow slow -> {
        sleep(slow.delay());
        send(exchange, 200, run(exchange, method, token, arguments).toString());
      }
      case null -> {
        step(method, Step.ARRIVED);
        var answer = run(exchange, method, token, arguments).toString();
        step(method, Step.STORED);
        send(exchange, 200, answer);
        step(method, Step.ANSWERED);
      }
    }
  }

  private void step(String method, Step step) {
    if (method.equals("chat.postMessage") || method.equals("chat.postEphemeral")) {
      around.accept(step);
    }
  }

  private @Nullable Fault fault(String method) {
    var queue = faults.get(method);
    return queue == null ? null : queue.poll();
  }

  private JsonObject run(
      HttpExchange exchange, String method, String token, Map<String, String> arguments) {
    if (method.equals("apps.connections.open")) {
      return token.equals(appToken) ? sockets.ticket() : error("invalid_auth");
    }
    if (method.equals("oauth.v2.access")) {
      var granted = codes.remove(arguments.getOrDefault("code", ""));
      return granted == null ? error("invalid_code") : granted;
    }
    var team = workplace.tokens.get(token);
    if (team == null || workplace.revoked.contains(token)) {
      return error(workplace.revoked.contains(token) ? "token_revoked" : "invalid_auth");
    }
    exchange.getResponseHeaders().set("x-oauth-scopes", String.join(",", team.scopes()));
    return switch (method) {
      case "auth.test" -> {
        var ok = ok();
        ok.addProperty("team_id", team.id());
        ok.addProperty("user_id", team.botUser());
        if (token.startsWith("xoxb")) {
          ok.addProperty("bot_id", "B" + team.id());
        }
        yield ok;
      }
      case "chat.postMessage" -> post(team, arguments, "");
      case "chat.postEphemeral" -> post(team, arguments, arguments.getOrDefault("user", ""));
      case "views.open", "views.publish" -> view(method, arguments);
      case "conversations.replies", "conversations.history" -> replies(method, team, arguments);
      case "assistant.threads.setStatus",
          "assistant.threads.setTitle",
          "assistant.threads.setSuggestedPrompts" ->
          pane(method, team, arguments);
      default -> error("unknown_method");
    };
  }

  private JsonObject post(Team team, Map<String, String> arguments, String onlyFor) {
    var channel = arguments.getOrDefault("channel", "");
    if (!team.scopes().contains("chat:write")) {
      return missing("chat:write");
    }
    if (workplace.outside.contains(channel)) {
      return error(onlyFor.isEmpty() ? "not_in_channel" : "user_not_in_channel");
    }
    var blocks = JsonParser.parseString(arguments.getOrDefault("blocks", "[]")).getAsJsonArray();
    var text = arguments.getOrDefault("text", "");
    var refused = refusal(text, blocks, onlyFor.isEmpty() ? arguments : null);
    if (!refused.isEmpty()) {
      return error(refused);
    }
    var stored =
        workplace.store(
            team.id(),
            channel,
            arguments.getOrDefault("thread_ts", ""),
            onlyFor,
            text,
            kept(blocks));
    var ok = ok();
    if (onlyFor.isEmpty()) {
      ok.addProperty("channel", channel.startsWith("U") ? "D" + channel.substring(1) : channel);
      ok.addProperty("ts", stored.ts());
    } else {
      ok.addProperty("message_ts", stored.ts());
    }
    return ok;
  }

  /**
   * Blocks as Slack keeps them: it forgets the id of a markdown block, and may make several of one.
   */
  private static JsonArray kept(JsonArray blocks) {
    var kept = new JsonArray();
    for (var element : blocks) {
      var block = element.getAsJsonObject();
      if (!block.get("type").getAsString().equals("markdown")) {
        kept.add(block);
        continue;
      }
      for (var piece : block.get("text").getAsString().split("\n\n", 2)) {
        var markdown = new JsonObject();
        markdown.addProperty("type", "markdown");
        markdown.addProperty("text", piece);
        kept.add(markdown);
      }
    }
    return kept;
  }

  /** Slack's word for why it does not take a message; empty if it does. */
  private String refusal(String text, JsonArray blocks, @Nullable Map<String, String> unfurling) {
    if (workplace.refusesCitations && blocks.toString().contains("\"citation\"")) {
      return "invalid_blocks";
    }
    var wrong = BlockKitRules.message(blocks);
    workplace.violations.addAll(wrong);
    if (text.isBlank() || text.length() > 40_000) {
      workplace.violations.add("no fallback text, or too long: " + text.length());
    }
    if (!SlackScreen.of(blocks).calls().isEmpty() || text.contains("<!") || text.contains("<@")) {
      workplace.violations.add("calls somebody");
    }
    if (unfurling != null
        && !("false".equals(unfurling.get("unfurl_links"))
            && "false".equals(unfurling.get("unfurl_media")))) {
      workplace.violations.add("unfurls links");
    }
    return wrong.isEmpty() ? "" : "invalid_blocks";
  }

  private JsonObject view(String method, Map<String, String> arguments) {
    var view = JsonParser.parseString(arguments.getOrDefault("view", "{}")).getAsJsonObject();
    var wrong = BlockKitRules.view(view);
    workplace.violations.addAll(wrong);
    if (!wrong.isEmpty()) {
      return error("invalid_arguments");
    }
    if (method.equals("views.publish")) {
      workplace.home(arguments.getOrDefault("user_id", ""), view);
    } else {
      workplace.modal(view);
    }
    return ok();
  }

  private JsonObject replies(String method, Team team, Map<String, String> arguments) {
    var channel = arguments.getOrDefault("channel", "");
    var scope = channel.startsWith("D") ? "im:history" : "channels:history";
    if (!team.scopes().contains(scope)) {
      return missing(scope);
    }
    if (workplace.outside.contains(channel)) {
      return error(channel.startsWith("D") ? "channel_not_found" : "not_in_channel");
    }
    var thread = method.endsWith("replies") ? arguments.getOrDefault("ts", "") : "";
    var found =
        new ArrayList<>(
            workplace.inThread(channel, thread).stream()
                .filter(m -> m.onlyFor().isEmpty())
                .filter(m -> m.ts().compareTo(arguments.getOrDefault("oldest", "")) > 0)
                .toList());
    if (thread.isEmpty()) {
      // The newest first; a thread's replies come in the order of the thread.
      Collections.reverse(found);
    }
    // As for apps outside the Marketplace.
    int limit = Math.min(15, Integer.parseInt(arguments.getOrDefault("limit", "15")));
    int from = Integer.parseInt(arguments.getOrDefault("cursor", "0"));
    int to = Math.min(found.size(), from + limit);
    var messages = new JsonArray();
    for (var message : found.subList(from, to)) {
      var json = new JsonObject();
      json.addProperty("ts", message.ts());
      json.addProperty("text", message.text());
      json.add("blocks", message.blocks());
      messages.add(json);
    }
    var metadata = new JsonObject();
    metadata.addProperty("next_cursor", to < found.size() ? String.valueOf(to) : "");
    var ok = ok();
    ok.add("messages", messages);
    ok.addProperty("has_more", to < found.size());
    ok.add("response_metadata", metadata);
    return ok;
  }

  private JsonObject pane(String method, Team team, Map<String, String> arguments) {
    if (!team.scopes().contains("assistant:write")) {
      return missing("assistant:write");
    }
    var call = new HashMap<>(arguments);
    call.put("method", method);
    workplace.pane(call);
    if (arguments.containsKey("prompts")
        && JsonParser.parseString(arguments.get("prompts")).getAsJsonArray().size() > 4) {
      workplace.violations.add("more than four prompts");
    }
    return ok();
  }

  private void response(HttpExchange exchange) throws IOException {
    var id = exchange.getRequestURI().getPath().substring("/response/".length());
    var body =
        JsonParser.parseString(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
            .getAsJsonObject();
    calls.add(new Call("response_url", "", Map.of(), System.nanoTime()));
    var fault = fault("response_url");
    if (fault instanceof Fault.Cut) {
      return;
    }
    var url = workplace.responseUrls.get(id);
    if (url == null || System.nanoTime() - url.since > Duration.ofMinutes(30).toNanos()) {
      send(exchange, 404, "{\"ok\":false,\"error\":\"expired_url\"}");
      return;
    }
    synchronized (url) {
      if (++url.uses > 5) {
        send(exchange, 404, "{\"ok\":false,\"error\":\"used_url\"}");
        return;
      }
    }
    var blocks = body.getAsJsonArray("blocks");
    var unfurling = new HashMap<String, String>();
    body.entrySet().stream()
        .filter(e -> e.getValue().isJsonPrimitive())
        .forEach(e -> unfurling.put(e.getKey(), e.getValue().getAsString()));
    var refused = refusal(body.get("text").getAsString(), blocks, unfurling);
    if (!refused.isEmpty()) {
      send(exchange, 200, error(refused).toString());
      return;
    }
    var toAll = body.get("response_type").getAsString().equals("in_channel");
    workplace.store(
        "", url.channel, "", toAll ? "" : url.user, body.get("text").getAsString(), blocks);
    if (!(fault instanceof Fault.DoneThenCut)) {
      send(exchange, 200, "{\"ok\":true}");
    }
  }

  private static String token(HttpExchange exchange, Map<String, String> arguments) {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null
        ? arguments.getOrDefault("token", "")
        : header.replaceFirst("^Bearer ", "");
  }

  static Map<String, String> form(String body) {
    var form = new HashMap<String, String>();
    for (var field : body.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void sleep(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonObject ok() {
    var ok = new JsonObject();
    ok.addProperty("ok", true);
    return ok;
  }

  private static JsonObject error(String word) {
    var error = new JsonObject();
    error.addProperty("ok", false);
    error.addProperty("error", word);
    return error;
  }

  private static JsonObject missing(String scope) {
    var error = error("missing_scope");
    error.addProperty("needed", scope);
    return error;
  }
}
