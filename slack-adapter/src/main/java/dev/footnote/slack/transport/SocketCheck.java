package dev.footnote.slack.transport;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Tries a connection of Socket Mode, takes nothing in, and leaves. */
public final class SocketCheck {

  private SocketCheck() {}

  /**
   * Whether Slack greets at {@code address}.
   *
   * @param address holds a ticket: never logged
   */
  public static boolean greets(String address, Duration patience) {
    var greeted = new CompletableFuture<Boolean>();
    var socket =
        new WebSocketClient(URI.create(address)) {
          @Override
          public void onOpen(ServerHandshake handshake) {}

          @Override
          public void onMessage(String message) {
            greeted.complete(message.contains("\"hello\""));
          }

          @Override
          public void onClose(int code, String reason, boolean remote) {
            greeted.complete(false);
          }

          @Override
          public void onError(Exception e) {
            greeted.complete(false);
          }
        };
    socket.connect();
    try {
      return greeted.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } finally {
      socket.close();
    }
  }
}
