package dev.footnote.app.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.footnote.core.service.Routes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is served over HTTP; TLS is left to a proxy in front of it. */
final class HttpEndpoints implements Routes, AutoCloseable {

  /*
   * How long a request and an answer may take, in seconds, and how many connections may be open:
   * settings of the JDK's server, read when its first instance is made.
   */
  private static final String REQUEST_TIME = "sun.net.httpserver.maxReqTime";
  private static final String ANSWER_TIME = "sun.net.httpserver.maxRspTime";
  private static final String CONNECTIONS = "jdk.httpserver.maxConnections";

  private static final int BACKLOG = 512;
  private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoints.class);

  /** An answer of text. */
  record Text(int status, String type, String body) {

    static Text plain(int status, String body) {
      return new Text(status, "text/plain; charset=utf-8", body);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private HttpEndpoints(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext(
        "/", exchange -> answer(exchange, Text.plain(404, "There is nothing here.\n")));
  }

  /**
   * Listens; answers nothing but 404 yet.
   *
   * @param port 0 for any that is free
   * @throws IOException if the address cannot be listened on
   */
  static HttpEndpoints open(String host, int port) throws IOException {
    setIfAbsent(REQUEST_TIME, "30");
    setIfAbsent(ANSWER_TIME, "60");
    setIfAbsent(CONNECTIONS, "2000");
    var server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
    var endpoints = new HttpEndpoints(server);
    server.start();
    return endpoints;
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** The port it listens on. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void add(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  /** Serves a text at {@code path} alone. */
  void show(String path, Supplier<Text> text) {
    add(
        path,
        exchange -> {
          if (!exchange.getRequestURI().getPath().equals(path)) {
            answer(exchange, Text.plain(404, "There is nothing here.\n"));
          } else if (!exchange.getRequestMethod().equals("GET")
              && !exchange.getRequestMethod().equals("HEAD")) {
            answer(exchange, Text.plain(405, "GET only.\n"));
          } else {
            answer(exchange, text.get());
          }
        });
  }

  private static void answer(HttpExchange exchange, Text text) throws IOException {
    try (exchange) {
      var bytes = text.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", text.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(text.status(), -1);
      } else {
        exchange.sendResponseHeaders(text.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  /** Waits a second for exchanges under way. */
  @Override
  public void close() {
    server.stop(1);
    threads.shutdown();
    LOG.debug("Closed the HTTP endpoints");
  }
}
