package dev.footnote.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.footnote.slack.fake.Workplace.Team;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A Slack of one machine: Web API with state, Socket Mode, and a sender of signed requests. */
public final class FakeSlack implements AutoCloseable {

  /** Made up at run time, so that no scanner takes them for tokens that leaked. */
  public static final String BOT_TOKEN = String.join("-", "xoxb", "1", "2", "canaryBotToken");

  public static final String APP_TOKEN = String.join("-", "xapp", "1", "A1", "canaryAppToken");
  public static final String SIGNING_SECRET = "canarySigningSecret";
  public static final String TEAM = "T1";
  public static final String BOT = "UBOT";

  public final Workplace workplace = new Workplace();
  public final FakeSockets sockets = new FakeSockets();
  public final FakeWebApi api;
  private final HttpClient client =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private volatile @Nullable URI endpoint;

  public FakeSlack() {
    try {
      api = new FakeWebApi(workplace, sockets, APP_TOKEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    scopes("app_mentions:read", "chat:write", "commands", "im:history");
    // Read now, for it takes seconds: Slack answers at once.
    BlockKitRules.message(new JsonArray());
  }

  public void scopes(String... scopes) {
    workplace.tokens.put(BOT_TOKEN, new Team(TEAM, BOT, Set.of(scopes)));
  }

  /** Sends by HTTP to {@code endpoint} from now on, and no longer by socket. */
  public void endpoint(URI endpoint) {
    this.endpoint = endpoint;
  }

  public Ack event(JsonObject event) {
    return event("Ev" + UUID.randomUUID(), event);
  }

  public Ack event(String eventId, JsonObject event) {
    return callback(Payloads.callback(TEAM, eventId, event), Duration.ofSeconds(3));
  }

  public Ack callback(JsonObject callback, Duration patience) {
    if (callback.get("event") instanceof JsonObject event && event.has("thread_ts")) {
      workplace.heard(event.get("channel").getAsString(), event.get("thread_ts").getAsString());
    }
    var to = endpoint;
    return to == null
        ? sockets.send("events_api", callback, UUID.randomUUID().toString(), patience)
        : http(to, "application/json", callback.toString(), patience);
  }

  /** Sends what Slack sends once more, the {@code attempt}-th time, marked as it marks that. */
  public Ack retry(JsonObject callback, int attempt, Duration patience) {
    var to = endpoint;
    return to == null
        ? sockets.retry(callback, attempt, UUID.randomUUID().toString(), patience)
        : signed(
            to,
            "application/json",
            callback.toString(),
            patience,
            "X-Slack-Retry-Num",
            String.valueOf(attempt),
            "X-Slack-Retry-Reason",
            "http_timeout");
  }

  /** Sends what is not acknowledged again, as Slack does, without its pauses. */
  public Ack eventWithRetries(String eventId, JsonObject event) {
    var callback = Payloads.callback(TEAM, eventId, event);
    var ack = callback(callback, Duration.ofSeconds(3));
    for (int retry = 1; retry <= 3 && !ack.isOk(); retry++) {
      ack = retry(callback, retry, Duration.ofSeconds(3));
    }
    return ack;
  }

  /** Says hello in a channel by mentioning the bot; returns the message's timestamp. */
  public String mention(String channel, String text) {
    var ts = workplace.ts();
    var ack =
        eventWithRetries(
            "Ev" + UUID.randomUUID(),
            Payloads.mention(
                channel, "U1", ts, "", "<@" + BOT + "> " + text, UUID.randomUUID().toString()));
    if (!ack.isOk()) {
      throw new AssertionError("not acknowledged: " + ack);
    }
    return ts;
  }

  public Ack command(String channel, String user, String text) {
    return command(channel, user, text, "trigger-" + UUID.randomUUID());
  }

  public Ack command(String channel, String user, String text, String trigger) {
    var form = Payloads.command(TEAM, channel, user, text, trigger, api.responseUrl(channel, user));
    var to = endpoint;
    if (to != null) {
      return http(to, "application/x-www-form-urlencoded", encode(form), Duration.ofSeconds(3));
    }
    var payload = new JsonObject();
    form.forEach(payload::addProperty);
    return sockets.send(
        "slash_commands", payload, UUID.randomUUID().toString(), Duration.ofSeconds(3));
  }

  public Ack interaction(JsonObject payload) {
    var to = endpoint;
    return to == null
        ? sockets.send("interactive", payload, UUID.randomUUID().toString(), Duration.ofSeconds(3))
        : http(
            to,
            "application/x-www-form-urlencoded",
            "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8),
            Duration.ofSeconds(3));
  }

  /** Presses an element below a message. */
  public Ack press(Posted message, String action, String option, String user) {
    var element = element(message, action);
    var real = message.team().isEmpty() ? withTeam(message) : message;
    return interaction(
        Payloads.pressed(real, element, option, user, api.responseUrl(message.channel(), user)));
  }

  /** The element of a message that {@code action} names. */
  public static JsonObject element(Posted message, String action) {
    return find(message.blocks(), action);
  }

  public static JsonObject find(JsonElement within, String action) {
    if (within.isJsonArray()) {
      for (var child : within.getAsJsonArray()) {
        var found = findOrNull(child, action);
        if (found != null) {
          return found;
        }
      }
    }
    throw new AssertionError("nothing to press called " + action + " in " + within);
  }

  private static @Nullable JsonObject findOrNull(JsonElement within, String action) {
    if (within.isJsonArray()) {
      for (var child : within.getAsJsonArray()) {
        var found = findOrNull(child, action);
        if (found != null) {
          return found;
        }
      }
    } else if (within.isJsonObject()) {
      var object = within.getAsJsonObject();
      if (object.has("action_id") && object.get("action_id").getAsString().equals(action)) {
        return object;
      }
      for (var entry : object.entrySet()) {
        var found = findOrNull(entry.getValue(), action);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static Posted withTeam(Posted m) {
    return new Posted(TEAM, m.channel(), m.thread(), m.ts(), m.onlyFor(), m.text(), m.blocks());
  }

  private Ack http(URI to, String type, String body, Duration patience) {
    return signed(to, type, body, patience);
  }

  private Ack signed(URI to, String type, String body, Duration patience, String... more) {
    var seconds = String.valueOf(System.currentTimeMillis() / 1000);
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(
        to,
        type,
        HttpRequest.BodyPublishers.ofByteArray(bytes),
        seconds,
        sign(SIGNING_SECRET, seconds, bytes),
        patience,
        more);
  }

  /** Sends anything, signed or not. */
  public Ack send(
      URI to, String type, byte[] body, String timestamp, String signature, Duration patience) {
    var publisher = HttpRequest.BodyPublishers.ofByteArray(body);
    return send(to, type, publisher, timestamp, signature, patience);
  }

  /** Sends anything without saying how long it is. */
  public Ack sendChunked(
      URI to, String type, byte[] body, String timestamp, String signature, Duration patience) {
    var publisher = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    return send(to, type, publisher, timestamp, signature, patience);
  }

  private Ack send(
      URI to,
      String type,
      HttpRequest.BodyPublisher body,
      String timestamp,
      String signature,
      Duration patience,
      String... more) {
    long start = System.nanoTime();
    try {
      var request =
          HttpRequest.newBuilder(to)
              .header("Content-Type", type)
              .header("X-Slack-Request-Timestamp", timestamp)
              .header("X-Slack-Signature", signature)
              .timeout(patience)
              .POST(body);
      for (int i = 0; i + 1 < more.length; i += 2) {
        request.header(more[i], more[i + 1]);
      }
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Ack(
          response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      return new Ack(0, "", Duration.ofNanos(System.nanoTime() - start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ack(0, "", Duration.ofNanos(System.nanoTime() - start));
    }
  }

  public static String sign(String secret, String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** For tests that read what was posted as JSON. */
  public static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Override
  public void close() {
    api.close();
    sockets.close();
    client.close();
  }
}
