package dev.footnote.slack;

import com.sun.net.httpserver.HttpServer;
import dev.footnote.slack.fake.FakeSlack;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Stands between the bot and Slack's socket; once it swallows, connections stay open and nothing
 * passes on those there are.
 */
final class BlackHole implements AutoCloseable {

  private final FakeSlack slack;
  private final ServerSocket door;
  private final HttpServer api;
  private final List<Passage> passages = new CopyOnWriteArrayList<>();
  private volatile int target;

  private static final class Passage {
    volatile boolean swallows;
  }

  BlackHole(FakeSlack slack) {
    this.slack = slack;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.createContext(
        "/",
        exchange -> {
          try (exchange;
              var client = HttpClient.newHttpClient()) {
            var request =
                HttpRequest.newBuilder(slack.api.url().resolve(exchange.getRequestURI().getPath()))
                    .header(
                        "Authorization",
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")))
                    .POST(
                        HttpRequest.BodyPublishers.ofByteArray(
                            exchange.getRequestBody().readAllBytes()))
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            var port = Pattern.compile("ws://127.0.0.1:(\\d+)/").matcher(response.body());
            var body = response.body();
            if (port.find()) {
              target = Integer.parseInt(port.group(1));
              body = body.replace(":" + target + "/", ":" + door.getLocalPort() + "/");
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.statusCode(), bytes.length);
            exchange.getResponseBody().write(bytes);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    api.start();
    Thread.ofVirtual().start(this::accept);
  }

  SlackSettings settings() {
    var usual = BotFixture.settings(slack, BotFixture.Way.SOCKET);
    return new SlackSettings(
        usual.botToken(),
        usual.appToken(),
        usual.signingSecret(),
        usual.install(),
        usual.administrators(),
        URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/api/"),
        false);
  }

  void swallow() {
    passages.forEach(p -> p.swallows = true);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var in = door.accept();
        var out = new Socket(InetAddress.getLoopbackAddress(), target);
        var passage = new Passage();
        passages.add(passage);
        pass(passage, in.getInputStream(), out.getOutputStream(), out);
        pass(passage, out.getInputStream(), in.getOutputStream(), in);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void pass(Passage passage, InputStream in, OutputStream out, Closeable other) {
    Thread.ofVirtual()
        .start(() -> {
          var buffer = new byte[8192];
          try (other) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
              if (!passage.swallows) {
                out.write(buffer, 0, n);
                out.flush();
              }
            }
          } catch (IOException e) {
            // The passage has ended.
          }
        });
  }

  @Override
  public void close() throws IOException {
    door.close();
    api.stop(0);
  }
}
