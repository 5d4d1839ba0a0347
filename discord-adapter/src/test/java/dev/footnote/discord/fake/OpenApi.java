package dev.footnote.discord.fake;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Discord's own description of its API, where it is at hand: {@code -Dfootnote.discord.openapi}, or
 * {@code shared/specs/discord-openapi.json} beside the repository.
 */
final class OpenApi {

  private static final String ROOT = "https://discord.example/openapi.json";
  private static final Optional<OpenApi> LOADED = load();

  private final SchemaRegistry registry;
  private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();
  private final DataObject paths;

  private OpenApi(String text) {
    paths = DataObject.fromJson(text).getObject("paths");
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ROOT, text)));
  }

  static Optional<OpenApi> get() {
    return LOADED;
  }

  private static Optional<OpenApi> load() {
    var file =
        Path.of(
            System.getProperty(
                "footnote.discord.openapi", "../../shared/specs/discord-openapi.json"));
    if (Files.isReadable(file)) {
      try {
        return Optional.of(new OpenApi(Files.readString(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    System.err.println(
        "Discord's OpenAPI is not at hand (looked for "
            + file
            + "; -Dfootnote.discord.openapi=FILE names it): request bodies are NOT validated");
    return Optional.empty();
  }

  /**
   * What is wrong with {@code body}; empty if nothing is.
   *
   * @param path as the description spells it, such as {@code /channels/{channel_id}/messages}
   */
  List<String> violations(String method, String path, String body) {
    return schemas
        .computeIfAbsent(method + " " + path, key -> schema(method, path))
        .map(schema -> schema.validate(intsForStrings(body), InputFormat.JSON))
        .orElse(List.of())
        .stream()
        .map(Error::toString)
        .map(error -> method + " " + path + ": " + error)
        .toList();
  }

  private Optional<Schema> schema(String method, String path) {
    var verb = method.toLowerCase(java.util.Locale.ROOT);
    var operation = paths.optObject(path).flatMap(p -> p.optObject(verb));
    if (operation.isEmpty()) {
      throw new AssertionError("no such operation: " + method + " " + path);
    }
    var json =
        operation
            .get()
            .optObject("requestBody")
            .flatMap(b -> b.optObject("content"))
            .flatMap(c -> c.optObject("application/json"));
    if (json.isEmpty()) {
      return Optional.empty();
    }
    var pointer =
        "#/paths/%s/%s/requestBody/content/application~1json/schema"
            .formatted(path.replace("~", "~0").replace("/", "~1"), verb);
    return Optional.of(registry.getSchema(SchemaLocation.of(ROOT + encoded(pointer))));
  }

  private static String encoded(String pointer) {
    return pointer.replace("{", "%7B").replace("}", "%7D");
  }

  /** JDA sends two kinds of integers as strings and one id as an integer, which Discord takes. */
  private static String intsForStrings(String body) {
    if (body.startsWith("[")) {
      var commands = DataArray.fromJson(body);
      for (int i = 0; i < commands.length(); i++) {
        var command = commands.getObject(i);
        for (var key : List.of("contexts", "integration_types")) {
          if (command.hasKey(key)) {
            var ints = DataArray.empty();
            command.getArray(key).stream(DataArray::getString)
                .forEach(s -> ints.add(Integer.parseInt(s)));
            command.put(key, ints);
          }
        }
      }
      return commands.toString();
    }
    var json = DataObject.fromJson(body);
    return json.hasKey("recipient_id")
        ? json.put("recipient_id", json.getString("recipient_id")).toString()
        : body;
  }
}
