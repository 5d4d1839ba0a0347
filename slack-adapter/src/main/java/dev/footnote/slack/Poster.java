package dev.footnote.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.footnote.slack.blocks.SlackMessage;
import dev.footnote.slack.transport.ApiAnswer;
import dev.footnote.slack.transport.WebApi;
import dev.footnote.slack.transport.Workspace;
import dev.footnote.slack.transport.Workspaces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Posts single messages, to all or to one, and finds those whose post went unanswered. */
final class Poster {

  /** What comes before a message's name in the id of one of its blocks: how it is found again. */
  private static final String MARK = "fn-";

  /** What Slack lets apps outside its Marketplace read at a time. */
  private static final String PAGE = "15";

  private static final int PAGES = 20;

  private final WebApi api;
  private final Workspaces workspaces;
  private final TokenGate gate;
  private final InstantSource clock;

  Poster(WebApi api, Workspaces workspaces, InstantSource clock) {
    this.api = api;
    this.workspaces = workspaces;
    this.gate = new TokenGate(workspaces);
    this.clock = clock;
  }

  /**
   * Posts where everybody of the channel sees it.
   *
   * @param name names this message among all, so that it can be found
   */
  ApiAnswer post(Workspace workspace, Address address, SlackMessage message, String name) {
    return post(workspace, address, message, marked(message.blocks(), name));
  }

  private ApiAnswer post(
      Workspace workspace, Address address, SlackMessage message, JsonArray blocks) {
    var arguments = arguments(address, address.thread(), message);
    arguments.put("blocks", blocks.toString());
    arguments.put("unfurl_links", "false");
    arguments.put("unfurl_media", "false");
    arguments.put("parse", "none");
    arguments.put("link_names", "false");
    return call(workspace, "chat.postMessage", arguments);
  }

  /**
   * Posts where the asker alone sees it: as a message to stay where nobody else is.
   *
   * @param part of a reply that becomes several messages, from 0
   */
  ApiAnswer whisper(Workspace workspace, Address address, SlackMessage message, int part) {
    var respond = address.mayRespond(clock.instant()) && part < Address.RESPONSES;
    if (respond && address.privateThread().isEmpty() && !address.isDirect()) {
      var answer = respond(address, message, false);
      return answer instanceof ApiAnswer.Refused ? ephemeral(workspace, address, message) : answer;
    }
    var answer =
        address.isDirect()
            ? post(workspace, address, message, message.blocks())
            : ephemeral(workspace, address, message);
    return respond && answer instanceof ApiAnswer.Refused refused && !refused.refusesToken()
        ? respond(address, message, false)
        : answer;
  }

  /** Posts where the bot is not a member, for everybody there or for the asker alone. */
  ApiAnswer respond(Address address, SlackMessage message, boolean toAll) {
    return api.respond(
        address.responseUrl(), response(message, toAll ? "in_channel" : "ephemeral"));
  }

  /** Calls any method; a token that is refused is not used again. */
  ApiAnswer call(Workspace workspace, String method, Map<String, String> arguments) {
    return gate.pass(
        workspace.tenant(),
        () -> {
          var answer = api.call(method, workspace.token(), arguments);
          if (answer instanceof ApiAnswer.Refused refused && refused.refusesToken()) {
            workspaces.refused(workspace, refused.error());
          }
          return answer;
        });
  }

  /** What looking for a message came to. */
  sealed interface Search {
    record Found(String ts) implements Search {}

    record NotThere() implements Search {}

    /** The workspace does not let the bot read there, or there is too much to read. */
    record NotAllowed() implements Search {}

    /** Slack did not answer, or wants to be asked later. */
    record Later(Duration after) implements Search {}
  }

  /** Looks for the message that was posted as {@code name}, in what came since it was asked for. */
  Search find(Workspace workspace, Address address, String name) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", address.channel());
    arguments.put("limit", PAGE);
    arguments.put("oldest", String.valueOf(address.since().minusSeconds(60).getEpochSecond()));
    if (!address.thread().isEmpty()) {
      arguments.put("ts", address.thread());
    }
    var method = address.thread().isEmpty() ? "conversations.history" : "conversations.replies";
    for (int page = 0; page < PAGES; page++) {
      switch (call(workspace, method, arguments)) {
        case ApiAnswer.Ok ok -> {
          var found = named(ok, name);
          var cursor = cursor(ok);
          if (found.isPresent()) {
            return new Search.Found(found.get());
          }
          if (cursor.isEmpty()) {
            return new Search.NotThere();
          }
          arguments.put("cursor", cursor);
        }
        case ApiAnswer.Refused refused -> {
          return refused.error().equals("ratelimited")
              ? new Search.Later(Duration.ofMinutes(1))
              : new Search.NotAllowed();
        }
        case ApiAnswer.Limited limited -> {
          return new Search.Later(limited.after());
        }
        case ApiAnswer.Unreached unreached -> {
          return new Search.Later(Duration.ZERO);
        }
        case ApiAnswer.Lost lost -> {
          return new Search.Later(Duration.ZERO);
        }
      }
    }
    return new Search.NotAllowed();
  }

  private static Optional<String> named(ApiAnswer.Ok ok, String name) {
    if (ok.body().get("messages") instanceof JsonArray messages) {
      for (var message : messages) {
        if (message instanceof JsonObject object && isNamed(object, name)) {
          return Optional.of(object.get("ts").getAsString());
        }
      }
    }
    return Optional.empty();
  }

  private static String cursor(ApiAnswer.Ok ok) {
    return ok.body().get("response_metadata") instanceof JsonObject metadata
            && metadata.get("next_cursor") instanceof JsonPrimitive cursor
        ? cursor.getAsString()
        : "";
  }

  private static boolean isNamed(JsonObject message, String name) {
    return message.get("blocks") instanceof JsonArray blocks
        && blocks.asList().stream()
            .map(JsonElement::getAsJsonObject)
            .map(block -> block.get("block_id"))
            .anyMatch(id -> id != null && id.getAsString().equals(MARK + name));
  }

  private ApiAnswer ephemeral(Workspace workspace, Address address, SlackMessage message) {
    var arguments = arguments(address, address.privateThread(), message);
    arguments.put("blocks", message.blocksJson());
    arguments.put("user", address.user());
    arguments.put("parse", "none");
    arguments.put("link_names", "false");
    return call(workspace, "chat.postEphemeral", arguments);
  }

  private static Map<String, String> arguments(
      Address address, String thread, SlackMessage message) {
    var arguments = new LinkedHashMap<String, String>();
    arguments.put("channel", address.channel());
    arguments.put("text", message.text());
    if (!thread.isEmpty()) {
      arguments.put("thread_ts", thread);
    }
    return arguments;
  }

  static JsonObject response(SlackMessage message, String type) {
    var response = new JsonObject();
    response.addProperty("response_type", type);
    response.addProperty("replace_original", false);
    response.addProperty("text", message.text());
    response.add("blocks", message.blocks());
    response.addProperty("unfurl_links", false);
    response.addProperty("unfurl_media", false);
    return response;
  }

  /** Slack forgets the id of a markdown block: another bears the mark, or a line added for it. */
  private static JsonArray marked(JsonArray blocks, String name) {
    var marked = blocks.deepCopy();
    marked.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(block -> !block.get("type").getAsString().equals("markdown"))
        .findFirst()
        .orElseGet(() -> added(marked))
        .addProperty("block_id", MARK + name);
    return marked;
  }

  private static JsonObject added(JsonArray blocks) {
    var line = new JsonObject();
    line.addProperty("type", "divider");
    blocks.add(line);
    return line;
  }
}
