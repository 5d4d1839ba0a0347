package dev.footnote.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What Slack refuses. The shapes are checked against a schema that lies beside the repository, in
 * {@code shared/specs}, or in the folder that {@code -Dfootnote.specs} names; without it only the
 * counts and lengths below are checked, and a test that is skipped says so.
 */
public final class BlockKitRules {

  /** All blocks of a message; not documented, slackapi/bolt-js issue 2509. */
  public static final int ALL_BLOCKS = 13_200;

  private static final Path SPEC =
      Path.of(System.getProperty("footnote.specs", "../../shared/specs"))
          .resolve("slack-blockkit-subset.schema.json");
  private static final Optional<Schema> MESSAGE = schema("message_blocks");
  private static final Optional<Schema> VIEW = schema("view");

  private BlockKitRules() {}

  /** Whether shapes are checked too. */
  public static boolean haveSchema() {
    return MESSAGE.isPresent() && VIEW.isPresent();
  }

  /** Where the schema is looked for. */
  public static Path schemaFile() {
    return SPEC.toAbsolutePath().normalize();
  }

  /** What is wrong with a message's blocks; empty if nothing is. */
  public static List<String> message(JsonArray blocks) {
    var wrong = new ArrayList<String>();
    if (blocks.size() > 50) {
      wrong.add("more than 50 blocks: " + blocks.size());
    }
    if (blocks.toString().length() > ALL_BLOCKS) {
      wrong.add("msg_blocks_too_long: " + blocks.toString().length());
    }
    common(blocks, wrong);
    MESSAGE.ifPresent(schema -> validate(schema, known(blocks), wrong));
    return wrong;
  }

  /** What is wrong with a modal or a Home tab. */
  public static List<String> view(JsonObject view) {
    var wrong = new ArrayList<String>();
    var blocks = view.getAsJsonArray("blocks");
    if (blocks.size() > 100) {
      wrong.add("more than 100 blocks: " + blocks.size());
    }
    common(blocks, wrong);
    var copy = view.deepCopy();
    copy.add("blocks", known(blocks));
    VIEW.ifPresent(schema -> validate(schema, copy, wrong));
    return wrong;
  }

  private static void common(JsonArray blocks, List<String> wrong) {
    int markdown = 0;
    for (var element : blocks) {
      var block = element.getAsJsonObject();
      var type = block.get("type").getAsString();
      if (type.equals("markdown")) {
        markdown += block.get("text").getAsString().length();
      }
      if (type.equals("context_actions")) {
        feedback(block, wrong);
      }
      if (isConversations(block)) {
        conversations(block, wrong);
      }
      if (block.has("elements") && !type.equals("rich_text")) {
        uniqueIds(block.getAsJsonArray("elements"), wrong);
      }
    }
    if (markdown > 12_000) {
      wrong.add("more than 12,000 characters of Markdown: " + markdown);
    }
  }

  private static void uniqueIds(JsonArray elements, List<String> wrong) {
    var ids = new HashSet<String>();
    for (var element : elements) {
      var id = element.getAsJsonObject().get("action_id");
      if (id != null && !ids.add(id.getAsString())) {
        wrong.add("action_id twice in a block: " + id.getAsString());
      }
    }
  }

  /** As documented for the context_actions block, which the schema does not have. */
  private static void feedback(JsonObject block, List<String> wrong) {
    var elements = block.getAsJsonArray("elements");
    if (elements.isEmpty() || elements.size() > 5) {
      wrong.add("context_actions with " + elements.size() + " elements");
    }
    for (var element : elements) {
      var object = element.getAsJsonObject();
      if (!object.get("type").getAsString().equals("feedback_buttons")) {
        wrong.add("context_actions with a " + object.get("type"));
        continue;
      }
      for (var name : List.of("positive_button", "negative_button")) {
        var button = object.getAsJsonObject(name);
        var text = button.getAsJsonObject("text");
        if (!text.get("type").getAsString().equals("plain_text")
            || text.get("text").getAsString().length() > 75
            || button.get("value").getAsString().length() > 2000
            || button.get("accessibility_label").getAsString().length() > 75) {
          wrong.add("feedback_buttons: " + name);
        }
      }
    }
  }

  private static JsonArray known(JsonArray blocks) {
    var known = new JsonArray();
    for (var block : blocks) {
      if (!block.getAsJsonObject().get("type").getAsString().equals("context_actions")
          && !isConversations(block.getAsJsonObject())) {
        known.add(block);
      }
    }
    return known;
  }

  /** An element that the schema does not have; its filter's words are checked here. */
  private static boolean isConversations(JsonObject block) {
    return block.get("element") instanceof JsonObject element
        && element.get("type").getAsString().equals("multi_conversations_select");
  }

  private static void conversations(JsonObject input, List<String> wrong) {
    var element = input.getAsJsonObject("element");
    for (var kind : element.getAsJsonObject("filter").getAsJsonArray("include")) {
      if (!List.of("im", "mpim", "private", "public").contains(kind.getAsString())) {
        wrong.add("multi_conversations_select: includes " + kind);
      }
    }
    if (element.has("initial_conversations")
        && element.getAsJsonArray("initial_conversations").isEmpty()) {
      wrong.add("multi_conversations_select: no initial conversation");
    }
  }

  private static void validate(Schema schema, JsonElement element, List<String> wrong) {
    schema.validate(element.toString(), InputFormat.JSON).forEach(e -> wrong.add(e.toString()));
  }

  private static Optional<Schema> schema(String definition) {
    if (!Files.exists(SPEC)) {
      return Optional.empty();
    }
    try {
      var root = JsonParser.parseString(Files.readString(SPEC)).getAsJsonObject();
      root.addProperty("$id", "https://spec.local/blockkit-" + definition);
      root.addProperty("$ref", "#/$defs/" + definition);
      return Optional.of(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(root.toString(), InputFormat.JSON));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
