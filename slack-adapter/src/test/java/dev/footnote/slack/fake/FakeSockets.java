package dev.footnote.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Slack's side of Socket Mode: greets, refreshes, drops, goes silent, and sends envelopes. */
public final class FakeSockets implements AutoCloseable {

  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final List<WebSocket> greeted = new CopyOnWriteArrayList<>();
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private final Server server = new Server();

  /** What a new connection hears. */
  public enum Mood {
    GREETS,
    /** Accepts and closes at once. */
    CLOSES,
    /** Accepts and says nothing. */
    SILENT,
    /** Says that there are too many, and closes. */
    TOO_MANY
  }

  public volatile Mood mood = Mood.GREETS;

  FakeSockets() {
    server.setReuseAddr(true);
    server.setDaemon(true);
    server.start();
  }

  private final class Server extends WebSocketServer {

    Server() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      setConnectionLostTimeout(0);
    }

    @Override
    public void onStart() {
      port.complete(getPort());
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      opened.incrementAndGet();
      most.accumulateAndGet(getConnections().size(), Math::max);
      var ticket = handshake.getResourceDescriptor().replaceFirst(".*ticket=", "");
      if (!tickets.remove(ticket)) {
        socket.close(1008, "ticket used");
        return;
      }
      switch (mood) {
        case GREETS -> {
          greeted.add(socket);
          var hello = new JsonObject();
          hello.addProperty("type", "hello");
          hello.addProperty("num_connections", getConnections().size());
          socket.send(hello.toString());
        }
        case CLOSES -> socket.close(1011, "not now");
        case TOO_MANY -> {
          socket.send(disconnect("too_many_websockets"));
          socket.close();
        }
        case SILENT -> {}
      }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      greeted.remove(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
      var ack = JsonParser.parseString(message).getAsJsonObject();
      var future = waiting.remove(ack.get("envelope_id").getAsString());
      if (future != null) {
        var payload = ack.get("payload");
        future.complete(payload == null ? "" : payload.toString());
      }
    }

    @Override
    public void onError(WebSocket socket, Exception e) {}
  }

  JsonObject ticket() {
    var ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    var ok = new JsonObject();
    ok.addProperty("ok", true);
    ok.addProperty("url", "ws://127.0.0.1:" + port.join() + "/link/?ticket=" + ticket);
    return ok;
  }

  /** Sends an envelope on the newest connection and waits for its acknowledgement. */
  Ack send(String type, JsonElement payload, String envelope, Duration patience) {
    return send(new JsonObject(), type, payload, envelope, patience);
  }

  /** As {@link #send}, an event that Slack sends once more: the envelope says so. */
  Ack retry(JsonElement payload, int attempt, String envelope, Duration patience) {
    var marked = new JsonObject();
    marked.addProperty("retry_attempt", attempt);
    marked.addProperty("retry_reason", "timeout");
    return send(marked, "events_api", payload, envelope, patience);
  }

  private Ack send(
      JsonObject message, String type, JsonElement payload, String envelope, Duration patience) {
    long start = System.nanoTime();
    var future = new CompletableFuture<String>();
    waiting.put(envelope, future);
    message.addProperty("type", type);
    message.addProperty("envelope_id", envelope);
    message.addProperty("accepts_response_payload", !type.equals("events_api"));
    message.add("payload", payload);
    try {
      var socket = newest();
      if (socket == null) {
        Thread.sleep(Math.min(50, patience.toMillis()));
        return new Ack(0, "", Duration.ofNanos(System.nanoTime() - start));
      }
      socket.send(message.toString());
      var body = future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Ack(200, body, Duration.ofNanos(System.nanoTime() - start));
    } catch (TimeoutException
        | ExecutionException
        | InterruptedException
        | WebsocketNotConnectedException e) {
      return new Ack(0, "", Duration.ofNanos(System.nanoTime() - start));
    } finally {
      waiting.remove(envelope);
    }
  }

  private @Nullable WebSocket newest() {
    var sockets = List.copyOf(greeted);
    return sockets.isEmpty() ? null : sockets.getLast();
  }

  /** Asks every connection to be replaced, for {@code reason}. */
  public void refresh(String reason) {
    for (var socket : List.copyOf(greeted)) {
      try {
        socket.send(disconnect(reason));
      } catch (WebsocketNotConnectedException e) {
        // It ended just now, which comes to the same.
        greeted.remove(socket);
      }
    }
  }

  /** Closes every connection, rudely if so wished. */
  public void drop(boolean rudely) {
    for (var socket : List.copyOf(greeted)) {
      greeted.remove(socket);
      if (rudely) {
        socket.closeConnection(1006, "");
      } else {
        socket.close(1000, "");
      }
    }
  }

  public int connected() {
    return greeted.size();
  }

  /** The most connections there were at a time. */
  public int most() {
    return most.get();
  }

  /** Connections so far. */
  public int opened() {
    return opened.get();
  }

  private static String disconnect(String reason) {
    var message = new JsonObject();
    message.addProperty("type", "disconnect");
    message.addProperty("reason", reason);
    return message.toString();
  }

  @Override
  public void close() {
    try {
      server.stop(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
