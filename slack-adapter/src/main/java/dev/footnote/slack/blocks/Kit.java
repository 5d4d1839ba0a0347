package dev.footnote.slack.blocks;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Block Kit's objects, each within the length that Slack documents. */
final class Kit {

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private Kit() {}

  static String json(JsonElement element) {
    return GSON.toJson(element);
  }

  static JsonObject object(String type) {
    var object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }

  /** Text shown as it is; what is beyond {@code limit} once escaped is cut. */
  static JsonObject plain(String text, int limit) {
    var plain = object("plain_text");
    plain.addProperty("text", fit(text, limit));
    plain.addProperty("emoji", false);
    return plain;
  }

  /** Slack's own markup, already escaped. */
  static JsonObject mrkdwn(String markup) {
    var mrkdwn = object("mrkdwn");
    mrkdwn.addProperty("text", markup);
    mrkdwn.addProperty("verbatim", true);
    return mrkdwn;
  }

  static JsonObject header(String text) {
    return with(object("header"), "text", plain(text, 150));
  }

  static JsonObject section(String text) {
    return with(object("section"), "text", plain(text, 3000));
  }

  static JsonObject markdown(String text) {
    var block = object("markdown");
    block.addProperty("text", text);
    return block;
  }

  static JsonObject divider() {
    return object("divider");
  }

  static JsonObject context(JsonObject... elements) {
    return with(object("context"), "elements", array(List.of(elements)));
  }

  static JsonObject actions(List<JsonObject> elements) {
    return with(object("actions"), "elements", array(elements));
  }

  /**
   * @param action at most 255 characters, unique among its block's
   * @param value at most 2000 characters
   */
  static JsonObject button(String action, String text, String value) {
    var button = with(object("button"), "text", plain(text, 75));
    button.addProperty("action_id", action);
    button.addProperty("value", value);
    return button;
  }

  static JsonObject option(String text, String value) {
    var option = new JsonObject();
    option.add("text", plain(text, 75));
    option.addProperty("value", value);
    return option;
  }

  static JsonObject input(String id, String label, boolean optional, JsonObject element) {
    var input = with(object("input"), "label", plain(label, 2000));
    input.addProperty("block_id", id);
    input.addProperty("optional", optional);
    element.addProperty("action_id", "value");
    return with(input, "element", element);
  }

  static JsonObject with(JsonObject object, String name, JsonElement value) {
    object.add(name, value);
    return object;
  }

  static JsonArray array(List<JsonObject> elements) {
    var array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }

  static JsonArray words(List<String> words) {
    var array = new JsonArray();
    words.forEach(array::add);
    return array;
  }

  /** Escapes {@code text} and cuts it between characters, so that it has at most {@code limit}. */
  static String fit(String text, int limit) {
    var escaped = Escapes.control(text.isBlank() ? "…" : text);
    var raw = text;
    while (escaped.length() > limit) {
      int over = Math.max(1, (escaped.length() - limit) / 5);
      raw = Graphemes.head(raw, Math.max(0, raw.length() - over - 1));
      escaped = Escapes.control(raw) + "…";
    }
    return escaped;
  }
}
