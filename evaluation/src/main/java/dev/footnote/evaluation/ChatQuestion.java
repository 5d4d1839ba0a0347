package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question as typed in a chat, and what is right.
 *
 * @param after id of the question before it in the same conversation
 * @param asOf the day it is asked as of
 * @param stories ids of the stories that hold the answer: one must be cited
 * @param facts groups of strings: of each group one must be said; none where it must be abstained
 */
record ChatQuestion(
    String id,
    String question,
    Optional<String> after,
    Optional<String> asOf,
    String kind,
    List<String> stories,
    List<List<String>> facts) {

  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** The questions of a set, {@code dev} or {@code test}. */
  static List<ChatQuestion> read(String set) {
    try (var in = ChatQuestion.class.getResourceAsStream("chat." + set + ".jsonl")) {
      if (in == null) {
        throw new EvaluationException("no set of questions '" + set + "'; there are dev and test");
      }
      return Json.lines(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
          .map(ChatQuestion::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ChatQuestion of(JsonNode line) {
    return new ChatQuestion(
        line.path("id").asText(),
        line.path("question").asText(),
        Optional.ofNullable(line.path("after").asText(null)),
        Optional.ofNullable(line.path("asOf").asText(null)),
        line.path("kind").asText(),
        Json.strings(line.path("stories")),
        Json.stream(line.path("facts")).map(Json::strings).toList());
  }

  /** Whether it must be abstained from. */
  boolean abstains() {
    return kind.startsWith("abstain");
  }

  /** Whether {@code answer}, as {@code ask --json} prints it, is right. */
  boolean isRight(JsonNode answer) {
    boolean abstained = answer.path("abstained").asBoolean();
    if (abstains() || abstained) {
      return abstains() && abstained;
    }
    var said = said(answer);
    return facts.stream().allMatch(group -> group.stream().anyMatch(fact -> says(said, fact)))
        && Json.stream(answer.path("citations"))
            .anyMatch(c -> stories.contains(c.path("document").asText()));
  }

  /** What the reader is told: the statements, and both sides where the evidence differs. */
  private static String said(JsonNode answer) {
    var said = new StringBuilder(answer.path("answer").asText());
    answer
        .path("disagreements")
        .forEach(
            d -> d.path("values").forEach(v -> said.append('\n').append(v.path("text").asText())));
    return said.toString();
  }

  /** Whether {@code text} holds {@code fact}, in any case, and not within a longer number. */
  static boolean says(String text, String fact) {
    var words = Pattern.quote(spaced(fact));
    return Pattern.compile(
            "(?<!\\d)(?<!\\d[.,])" + words + "(?![.,]?\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(spaced(text))
        .find();
  }

  private static String spaced(String text) {
    return SPACES.matcher(text).replaceAll(" ");
  }
}
