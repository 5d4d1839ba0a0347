package dev.footnote.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a reply goes. Holds a secret while {@code responseUrl} is good.
 *
 * @param channel a channel, or a user for a direct message
 * @param thread the timestamp of the thread's first message; empty outside threads
 * @param threaded whether that thread exists: a first reply to a message only begins it
 * @param user who asked
 * @param responseUrl what the interaction may be answered by; empty where there was none
 * @param asked whether what was asked stands where the reply goes
 * @param since when it was given
 */
record Address(
    String channel,
    String thread,
    boolean threaded,
    String user,
    String responseUrl,
    boolean asked,
    Instant since) {

  /** Slack takes a response_url for half an hour. */
  private static final Duration RESPONSE = Duration.ofMinutes(29);

  /** ... and five times. */
  static final int RESPONSES = 5;

  boolean isDirect() {
    return channel.startsWith("D") || channel.startsWith("U") || channel.startsWith("W");
  }

  /** Slack shows what is for one member alone in threads that exist, and elsewhere nowhere. */
  String privateThread() {
    return threaded ? thread : "";
  }

  boolean mayRespond(Instant now) {
    return !responseUrl.isEmpty() && now.isBefore(since.plus(RESPONSE));
  }

  String json() {
    var json = new JsonObject();
    json.addProperty("channel", channel);
    json.addProperty("thread", thread);
    json.addProperty("threaded", threaded);
    json.addProperty("user", user);
    json.addProperty("responseUrl", responseUrl);
    json.addProperty("asked", asked);
    json.addProperty("since", since.toString());
    return json.toString();
  }

  static Address of(String json) {
    var object = JsonParser.parseString(json).getAsJsonObject();
    return new Address(
        object.get("channel").getAsString(),
        object.get("thread").getAsString(),
        object.has("threaded") && object.get("threaded").getAsBoolean(),
        object.get("user").getAsString(),
        object.get("responseUrl").getAsString(),
        object.get("asked").getAsBoolean(),
        Instant.parse(object.get("since").getAsString()));
  }

  @Override
  public String toString() {
    return "Address[" + channel + "]";
  }
}
