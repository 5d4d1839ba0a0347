package dev.footnote.slack.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what Slack sends to Bolt, whichever way it came. Bolt logs the whole of what it does not
 * know, so only what it knows reaches it.
 */
public final class SlackIntake {

  private static final Logger LOG = LoggerFactory.getLogger(SlackIntake.class);

  private static final Set<String> KNOWN =
      Set.of(
          "event_callback",
          "url_verification",
          "block_actions",
          "shortcut",
          "message_action",
          "view_submission",
          "view_closed");

  private final App app;
  private final SlackRequestParser parser;

  public SlackIntake(App app) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  /**
   * Runs what came by HTTP.
   *
   * @return 200 once it is taken in, and for what is not understood, or Slack would repeat it; 500
   *     if it could not be stored, so that Slack sends it again
   */
  Response http(String body, Map<String, List<String>> headers) {
    if (!body.startsWith("{") && field(body, "command=").isPresent()) {
      return run(body, headers, false);
    }
    var json = body.startsWith("{") ? Optional.of(body) : field(body, "payload=");
    var payload = json.flatMap(SlackIntake::object);
    return payload.filter(SlackIntake::isKnown).filter(p -> !isForNobody(p)).isEmpty()
        ? Response.ok()
        : run(body, headers, false);
  }

  /**
   * Runs the payload of a Socket Mode envelope.
   *
   * @return as {@link #http}
   */
  Response socket(JsonObject payload) {
    var known = payload.has("command") || isKnown(payload);
    return known && !isForNobody(payload) ? run(payload.toString(), Map.of(), true) : Response.ok();
  }

  private Response run(String body, Map<String, List<String>> headers, boolean socketMode) {
    try {
      Request<?> request =
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .socketMode(socketMode)
                  .requestUri("")
                  .remoteAddress("")
                  .queryString(Map.of())
                  .requestBody(body)
                  .headers(new RequestHeaders(headers))
                  .build());
      return request == null ? Response.ok() : answered(app.run(request));
    } catch (JsonParseException | IllegalStateException e) {
      LOG.warn("A request of Slack's was not understood, cause={}", e.getClass().getName());
      return Response.ok();
    } catch (Exception e) {
      // The adapter's event loop. Exceptions of libraries may quote what they were given.
      LOG.error(
          "A request of Slack's was not taken in, Slack will send it again, cause={} at {}",
          e.getClass().getName(),
          e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?");
      return Response.builder().statusCode(500).build();
    }
  }

  /** Bolt has its own word, 404, for what nothing handles. */
  private static Response answered(Response response) {
    return response.getStatusCode() == 404 ? Response.ok() : response;
  }

  private static Optional<String> field(String form, String name) {
    for (var field : form.split("&", 200)) {
      if (field.startsWith(name)) {
        return Optional.of(URLDecoder.decode(field.substring(name.length()), UTF_8));
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonObject> object(String json) {
    try {
      return JsonParser.parseString(json) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static boolean isKnown(JsonObject object) {
    return object.get("type") instanceof JsonPrimitive type && KNOWN.contains(type.getAsString());
  }

  /**
   * Whether a bot wrote it, or somebody edited it: nothing to answer. Bolt's types of some messages
   * do not say so.
   */
  private static boolean isForNobody(JsonObject payload) {
    return payload.get("event") instanceof JsonObject event
        && (event.get("bot_id") instanceof JsonPrimitive
            || event.get("edited") instanceof JsonObject);
  }
}
