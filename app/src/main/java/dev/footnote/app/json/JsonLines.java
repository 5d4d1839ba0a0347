package dev.footnote.app.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Statement;
import dev.footnote.core.retrieval.ScoredPassage;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One JSON object a line, as the contract of the command line has them: keys in its order. */
public final class JsonLines {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonLines() {}

  /**
   * One line of a batch.
   *
   * @param text the question or query
   * @param after id of the question before it in the same conversation
   */
  public record Asked(String id, String text, Optional<String> after) {}

  /**
   * Reads a line of a batch.
   *
   * @param key where the text stands: {@code question} or {@code query}
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Asked read(String line, String key) {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "not JSON; write {\"id\": \"1\", \"" + key + "\": \"…\"} on one line", e);
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    var id = node.path("id");
    if (!id.isTextual() && !id.isNumber()) {
      throw new IllegalArgumentException("needs an \"id\"");
    }
    if (!node.path(key).isTextual()) {
      throw new IllegalArgumentException("needs a \"" + key + "\" that is text");
    }
    var after = node.path("after");
    return new Asked(
        id.asText(),
        node.path(key).asText(),
        after.isTextual() || after.isNumber() ? Optional.of(after.asText()) : Optional.empty());
  }

  /** An answer. */
  public static String answer(String id, String question, Answered answered) {
    var root = MAPPER.createObjectNode();
    root.put("id", id).put("question", question);
    switch (answered.answer()) {
      case Answer.Grounded g -> {
        root.put("answer", g.text()).put("abstained", false).putNull("reason");
        root.put("asOf", g.asOf().toString());
        statements(root.putArray("statements"), g.statements());
        var citations = root.putArray("citations");
        for (var c : g.citations()) {
          citations
              .addObject()
              .put("n", c.number())
              .put("publisher", c.publisher())
              .put("title", c.title())
              .put("url", c.url().map(URI::toString).orElse(null))
              .put("published", c.published().toString())
              .put("quote", c.quote())
              .put("document", c.document());
        }
        var disagreements = root.putArray("disagreements");
        for (var d : g.disagreements()) {
          statements(
              disagreements.addObject().put("about", d.about()).putArray("values"), d.values());
        }
        root.putArray("nearest");
        strings(root.putArray("followUps"), g.followUps());
        millis(root, answered);
        root.put("removed", g.removed());
      }
      case Answer.Abstained a -> {
        root.put("answer", a.text()).put("abstained", true).put("reason", a.reason().code());
        root.putNull("asOf");
        root.putArray("statements");
        root.putArray("citations");
        root.putArray("disagreements");
        var nearest = root.putArray("nearest");
        for (var n : a.nearest()) {
          nearest
              .addObject()
              .put("document", n.document())
              .put("title", n.title())
              .put("published", n.published().toString());
        }
        strings(root.putArray("followUps"), a.followUps());
        millis(root, answered);
        root.put("removed", 0);
      }
    }
    return line(root);
  }

  /** What a query found. */
  public static String passages(String id, String query, List<ScoredPassage> found) {
    var root = MAPPER.createObjectNode();
    root.put("id", id).put("query", query);
    var passages = root.putArray("passages");
    int rank = 1;
    for (var scored : found) {
      var p = scored.passage();
      passages
          .addObject()
          .put("rank", rank++)
          .put("score", scored.score())
          .put("document", p.document())
          .put("publisher", String.join(", ", p.publishers()))
          .put("title", p.title())
          .put("url", p.url().map(URI::toString).orElse(null))
          .put("published", p.published().toString())
          .put("text", p.text());
    }
    return line(root);
  }

  private static void statements(ArrayNode into, List<Statement> statements) {
    for (var s : statements) {
      var citations = into.addObject().put("text", s.text()).putArray("citations");
      s.citations().forEach(citations::add);
    }
  }

  private static void strings(ArrayNode into, Collection<String> strings) {
    strings.forEach(into::add);
  }

  private static void millis(ObjectNode root, Answered answered) {
    root.putObject("millis")
        .put("retrieve", answered.retrieve().toMillis())
        .put("write", answered.write().toMillis())
        .put("total", answered.total().toMillis());
  }

  private static String line(ObjectNode root) {
    try {
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }
}
