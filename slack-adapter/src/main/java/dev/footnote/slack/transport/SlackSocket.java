package dev.footnote.slack.transport;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of Socket Mode, from its greeting to its end. Every envelope is taken in on its
 * own virtual thread and acknowledged on the connection it came by, once it is stored.
 */
final class SlackSocket extends WebSocketClient {

  private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

  /** Hears of what changes; called on any thread. */
  interface Listener {
    /**
     * Slack asks for another connection.
     *
     * @param reason Slack's word for why
     */
    void onDisconnect(SlackSocket socket, String reason);

    void onEnd(SlackSocket socket);
  }

  private final SlackIntake intake;
  private final Listener listener;
  private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param silence after which a connection that answers no ping is given up, within about twice
   *     that; whole seconds
   */
  SlackSocket(URI address, SlackIntake intake, Listener listener, Duration silence) {
    super(address);
    this.intake = intake;
    this.listener = listener;
    setConnectionLostTimeout((int) silence.toSeconds());
    setTcpNoDelay(true);
  }

  /** Opens the connection; whether Slack greeted within {@code patience}. */
  boolean open(Duration patience) throws InterruptedException {
    connect();
    try {
      return greeted.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    }
  }

  /** Lets what was taken in be acknowledged, for {@code patience} at most, and ends. */
  void end(Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (underWay.get() > 0 && System.nanoTime() < until) {
      Thread.sleep(10);
    }
    drop();
  }

  /** Ends at once, also where the other side does not answer any more. */
  void drop() {
    if (isOpen()) {
      close(CloseFrame.NORMAL);
    }
    closeConnection(CloseFrame.NORMAL, "");
  }

  @Override
  public void onOpen(ServerHandshake handshake) {}

  @Override
  public void onMessage(String message) {
    underWay.incrementAndGet();
    Thread.ofVirtual()
        .name("slack-envelope")
        .start(() -> {
          try {
            take(message);
          } finally {
            underWay.decrementAndGet();
          }
        });
  }

  @Override
  public void onClose(int code, String reason, boolean remote) {
    greeted.complete(false);
    listener.onEnd(this);
  }

  @Override
  public void onError(Exception e) {
    // The message may hold the address, which holds a ticket.
    LOG.debug("A socket failed, cause={}", e.getClass().getName());
    greeted.complete(false);
  }

  private void take(String message) {
    JsonObject envelope;
    try {
      envelope = JsonParser.parseString(message).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      return;
    }
    switch (text(envelope, "type")) {
      case "hello" -> greeted.complete(true);
      case "disconnect" -> listener.onDisconnect(this, text(envelope, "reason"));
      default -> {
        var id = text(envelope, "envelope_id");
        if (!id.isEmpty() && envelope.get("payload") instanceof JsonObject payload) {
          acknowledge(id, intake.socket(payload));
        }
      }
    }
  }

  /** What was not taken in is not acknowledged: Slack sends it again. */
  private void acknowledge(String envelope, Response response) {
    if (response.getStatusCode() != 200) {
      return;
    }
    var answer = new JsonObject();
    answer.addProperty("envelope_id", envelope);
    if (response.getBody() != null && response.getBody().startsWith("{")) {
      answer.add("payload", JsonParser.parseString(response.getBody()));
    }
    try {
      send(answer.toString());
    } catch (WebsocketNotConnectedException e) {
      LOG.debug("A socket ended before an acknowledgement, Slack will send it again");
    }
  }

  private static String text(JsonObject object, String name) {
    var value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
