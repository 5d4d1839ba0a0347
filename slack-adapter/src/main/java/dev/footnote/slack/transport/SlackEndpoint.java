package dev.footnote.slack.transport;

import com.slack.api.bolt.response.Response;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.footnote.core.service.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes signed events, commands and interactions at {@code /slack/events}. What is not signed by
 * Slack within five minutes, or too large, is refused before anything reads it. TLS is left to the
 * proxy in front.
 */
public final class SlackEndpoint implements HttpHandler {

  /** Slack's largest events are a tenth of this. */
  static final int LARGEST_BODY = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(SlackEndpoint.class);

  private final SlackIntake intake;
  private final Signature signature;
  private final InstantSource clock;

  public SlackEndpoint(SlackIntake intake, Secret signingSecret, InstantSource clock) {
    this.intake = intake;
    this.signature = new Signature(signingSecret);
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var response = answer(exchange);
      var body =
          Optional.ofNullable(response.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
      if (body.length > 0) {
        exchange.getResponseHeaders().set("Content-Type", response.getContentType());
      }
      exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private Response answer(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return status(405);
    }
    var headers = exchange.getRequestHeaders();
    var timestamp = headers.getFirst("X-Slack-Request-Timestamp");
    var signed = headers.getFirst("X-Slack-Signature");
    if (timestamp == null || signed == null) {
      return refused("not signed");
    }
    if (length(headers.getFirst("Content-Length")) > LARGEST_BODY) {
      return status(413);
    }
    var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return status(413);
    }
    if (!signature.isGenuine(timestamp, signed, body, clock.instant())) {
      return refused("the signature or its time is not right");
    }
    return intake.http(new String(body, StandardCharsets.UTF_8), flat(headers));
  }

  private static Response refused(String why) {
    LOG.debug("Refused a request to /slack/events, {}", why);
    return status(401);
  }

  private static Response status(int code) {
    return Response.builder().statusCode(code).build();
  }

  private static long length(@Nullable String header) {
    try {
      return header == null ? 0 : Long.parseLong(header.strip());
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static Map<String, List<String>> flat(Map<String, List<String>> headers) {
    var flat = new HashMap<String, List<String>>();
    headers.forEach((name, values) -> flat.put(name, List.copyOf(values)));
    return flat;
  }
}
