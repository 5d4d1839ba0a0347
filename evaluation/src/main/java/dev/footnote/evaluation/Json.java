package dev.footnote.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON Lines, read and written. */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static List<JsonNode> lines(Path file) {
    try {
      return lines(Files.readString(file));
    } catch (IOException e) {
      throw new EvaluationException(file + ": cannot be read; check the path", e);
    }
  }

  static List<JsonNode> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(Json::read).toList();
  }

  static JsonNode read(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new EvaluationException("not JSON: " + line, e);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static List<String> strings(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }
}
