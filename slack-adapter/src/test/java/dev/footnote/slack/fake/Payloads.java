package dev.footnote.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Slack sends, as its documentation shows it. */
public final class Payloads {

  private Payloads() {}

  public static JsonObject mention(
      String channel, String user, String ts, String thread, String text, String clientId) {
    var event = message(channel, user, ts, thread, text, clientId, "");
    event.addProperty("type", "app_mention");
    return event;
  }

  /**
   * @param channelType im, channel, group or mpim
   */
  public static JsonObject message(
      String channel,
      String user,
      String ts,
      String thread,
      String text,
      String clientId,
      String channelType) {
    var event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", channel);
    event.addProperty("user", user);
    event.addProperty("text", text);
    event.addProperty("ts", ts);
    event.addProperty("event_ts", ts);
    add(event, "thread_ts", thread);
    add(event, "client_msg_id", clientId);
    add(event, "channel_type", channelType);
    // Slack sends what was typed as rich text too, with elements that no SDK knows yet.
    var element = new JsonObject();
    element.addProperty("type", "an_element_of_next_year");
    var section = new JsonObject();
    section.addProperty("type", "rich_text_section");
    section.add("elements", array(element));
    var block = new JsonObject();
    block.addProperty("type", "rich_text");
    block.add("elements", array(section));
    event.add("blocks", array(block));
    return event;
  }

  public static JsonObject callback(String team, String eventId, JsonObject event) {
    var payload = new JsonObject();
    payload.addProperty("token", "verification");
    payload.addProperty("team_id", team);
    payload.addProperty("api_app_id", "A1");
    payload.add("event", event);
    payload.addProperty("type", "event_callback");
    payload.addProperty("event_id", eventId);
    payload.addProperty("event_time", System.currentTimeMillis() / 1000);
    return payload;
  }

  public static JsonObject event(String type) {
    var event = new JsonObject();
    event.addProperty("type", type);
    return event;
  }

  public static Map<String, String> command(
      String team, String channel, String user, String text, String trigger, String responseUrl) {
    var form = new LinkedHashMap<String, String>();
    form.put("token", "verification");
    form.put("team_id", team);
    form.put("channel_id", channel);
    form.put("user_id", user);
    form.put("command", "/ainews");
    form.put("text", text);
    form.put("trigger_id", trigger);
    form.put("response_url", responseUrl);
    form.put("api_app_id", "A1");
    return form;
  }

  /**
   * Somebody pressed {@code element} of {@code message}.
   *
   * @param option what was chosen of a menu; empty for a button
   */
  public static JsonObject pressed(
      Posted message, JsonObject element, String option, String user, String responseUrl) {
    var payload = interaction("block_actions", message.team(), user);
    payload.addProperty("response_url", responseUrl);
    payload.add("channel", id(message.channel()));
    var container = new JsonObject();
    container.addProperty("type", "message");
    container.addProperty("message_ts", message.ts());
    container.addProperty("channel_id", message.channel());
    container.addProperty("is_ephemeral", !message.onlyFor().isEmpty());
    add(container, "thread_ts", message.thread());
    payload.add("container", container);
    var original = new JsonObject();
    original.addProperty("type", "message");
    original.addProperty("ts", message.ts());
    original.addProperty("text", message.text());
    add(original, "thread_ts", message.thread());
    original.add("blocks", message.blocks());
    payload.add("message", original);
    payload.add("actions", array(action(element, option)));
    return payload;
  }

  /** Somebody pressed {@code element} of a Home tab. */
  public static JsonObject pressedAtHome(String team, JsonObject element, String user) {
    var payload = interaction("block_actions", team, user);
    var container = new JsonObject();
    container.addProperty("type", "view");
    container.addProperty("view_id", "V1");
    payload.add("container", container);
    payload.add("actions", array(action(element, "")));
    return payload;
  }

  private static JsonObject action(JsonObject element, String option) {
    var action = new JsonObject();
    action.addProperty("type", element.get("type").getAsString());
    action.addProperty("action_id", element.get("action_id").getAsString());
    action.addProperty("block_id", "b1");
    action.addProperty("action_ts", String.valueOf(System.nanoTime()));
    if (element.has("value")) {
      action.addProperty("value", element.get("value").getAsString());
    }
    if (element.get("type").getAsString().equals("overflow")) {
      var selected = new JsonObject();
      selected.addProperty("value", option);
      action.add("selected_option", selected);
    } else if (!option.isEmpty()) {
      action.addProperty("value", option);
    }
    return action;
  }

  public static JsonObject messageShortcut(
      String team, String channel, String user, String ts, String text, String responseUrl) {
    return messageShortcut(team, channel, user, ts, "", text, responseUrl);
  }

  public static JsonObject messageShortcut(
      String team,
      String channel,
      String user,
      String ts,
      String thread,
      String text,
      String responseUrl) {
    var payload = interaction("message_action", team, user);
    payload.addProperty("callback_id", "check_news");
    payload.addProperty("action_ts", String.valueOf(System.nanoTime()));
    payload.addProperty("message_ts", ts);
    payload.addProperty("response_url", responseUrl);
    payload.add("channel", id(channel));
    payload.add("message", message(channel, "U9", ts, thread, text, "", ""));
    return payload;
  }

  public static JsonObject globalShortcut(String team, String user) {
    var payload = interaction("shortcut", team, user);
    payload.addProperty("callback_id", "ask_news");
    payload.addProperty("action_ts", String.valueOf(System.nanoTime()));
    return payload;
  }

  /**
   * @param values by block id, as the state has them
   */
  public static JsonObject submitted(
      String team, String user, JsonObject modal, String viewId, Map<String, JsonObject> values) {
    var payload = interaction("view_submission", team, user);
    var view = modal.deepCopy();
    view.addProperty("id", viewId);
    var all = new JsonObject();
    values.forEach((block, value) -> {
      var input = new JsonObject();
      input.add("value", value);
      all.add(block, input);
    });
    var state = new JsonObject();
    state.add("values", all);
    view.add("state", state);
    payload.add("view", view);
    return payload;
  }

  public static JsonObject text(String text) {
    var value = new JsonObject();
    value.addProperty("type", "plain_text_input");
    value.addProperty("value", text);
    return value;
  }

  public static JsonObject conversations(String... ids) {
    var selected = new JsonArray();
    for (var id : ids) {
      selected.add(id);
    }
    var value = new JsonObject();
    value.addProperty("type", "multi_conversations_select");
    value.add("selected_conversations", selected);
    return value;
  }

  public static JsonObject choice(String option) {
    var selected = new JsonObject();
    selected.addProperty("value", option);
    var value = new JsonObject();
    value.addProperty("type", "radio_buttons");
    value.add("selected_option", selected);
    return value;
  }

  private static JsonObject interaction(String type, String team, String user) {
    var payload = new JsonObject();
    payload.addProperty("type", type);
    payload.addProperty("token", "verification");
    payload.addProperty("api_app_id", "A1");
    payload.addProperty("trigger_id", "trigger-" + System.nanoTime());
    payload.add("team", id(team));
    payload.add("user", id(user));
    return payload;
  }

  private static JsonObject id(String id) {
    var object = new JsonObject();
    object.addProperty("id", id);
    return object;
  }

  private static JsonArray array(JsonObject element) {
    var array = new JsonArray();
    array.add(element);
    return array;
  }

  private static void add(JsonObject object, String name, String value) {
    if (!value.isEmpty()) {
      object.addProperty(name, value);
    }
  }
}
