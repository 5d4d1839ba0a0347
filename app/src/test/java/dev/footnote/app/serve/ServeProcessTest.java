package dev.footnote.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.footnote.app.Main;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process of its own, with a Slack that knows one token. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason =
        "there a process cannot be asked to end, only be ended, so nothing closes in order")
class ServeProcessTest {

  private static final Pattern LISTENING = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)");

  @TempDir private Path folder;
  private HttpServer slack;
  private @Nullable Process process;
  private Path err = Path.of("");

  @BeforeEach
  void open() throws IOException {
    slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack.createContext(
        "/api/",
        exchange -> {
          var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          var header = exchange.getRequestHeaders().getFirst("Authorization");
          var known = (form + header).contains("xoxb-good");
          var answer =
              known
                  ? "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"U1\",\"bot_id\":\"B1\"}"
                  : "{\"ok\":false,\"error\":\"invalid_auth\"}";
          var bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    slack.start();
    err = folder.resolve("err");
  }

  @AfterEach
  void close() {
    slack.stop(0);
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void it_serves_until_it_is_told_to_end_and_then_ends_in_order() throws Exception {
    var serve = start("xoxb-good");
    int port = port(serve);
    await(port, "/readyz", 200);

    assertThat(get(port, "/healthz").body()).isEqualTo("ok\n");
    assertThat(get(port, "/readyz").body()).contains("desk: UP").contains("slack: UP");
    assertThat(get(port, "/metrics").body())
        .contains("footnote_accepted_total 0")
        .contains("footnote_up{part=\"slack\"} 1");
    assertThat(get(port, "/elsewhere").statusCode()).isEqualTo(404);
    assertThat(get(port, "/healthz/more").statusCode()).isEqualTo(404);
    assertThat(get(port, "/slack/events").statusCode()).isBetween(400, 499);
    assertThat(second().waitFor()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("second")))
        .contains("another 'footnote serve' runs on this data folder");

    serve.destroy();

    assertThat(serve.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(serve.exitValue()).isZero();
    assertThat(Files.readString(err))
        .contains("slack is up")
        .doesNotContain("WARN")
        .doesNotContain("xoxb-good")
        .doesNotContain("s3cr3t");
    assertThat(folder.resolve("data/footnote.db-wal")).as("closed in order").doesNotExist();
  }

  @Test
  void a_token_that_is_refused_ends_it_with_one_clear_line() throws Exception {
    var serve = start("xoxb-bad");

    assertThat(serve.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(serve.exitValue()).isEqualTo(1);
    assertThat(Files.readString(err).lines().toList().getLast())
        .startsWith("Slack: SLACK_BOT_TOKEN is refused (invalid_auth)");
    assertThat(Files.readString(err)).doesNotContain("xoxb-bad").doesNotContain("\tat ");
  }

  private Process start(String token) throws IOException {
    var started = process(token, err);
    process = started;
    return started;
  }

  private Process second() throws IOException {
    return process("xoxb-good", folder.resolve("second"));
  }

  private Process process(String token, Path output) throws IOException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve");
    builder.environment().keySet().removeIf(name -> name.startsWith("FOOTNOTE_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "FOOTNOTE_DATA",
                folder.resolve("data").toString(),
                "FOOTNOTE_EMBEDDINGS",
                "false",
                "FOOTNOTE_HTTP_PORT",
                "0",
                "FOOTNOTE_SLACK_API_URL",
                "http://127.0.0.1:" + slack.getAddress().getPort() + "/api/",
                "SLACK_BOT_TOKEN",
                token,
                "SLACK_SIGNING_SECRET",
                "s3cr3t"));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(output.toFile())
        .start();
  }

  private int port(Process serve) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end && serve.isAlive()) {
      var found = LISTENING.matcher(Files.readString(err));
      if (found.find()) {
        return Integer.parseInt(found.group(1));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("does not listen: " + List.of(Files.readString(err)));
  }

  private static void await(int port, String path, int status) throws Exception {
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (get(port, path).statusCode() != status && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(get(port, path).statusCode()).isEqualTo(status);
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
