package dev.footnote.knowledge.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Reads one article from one JSON object. Keys it does not know are left alone. */
final class ArticleJson {

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private ArticleJson() {}

  /**
   * @throws RejectedLineException with what is wrong and the way out
   */
  static Article read(String json) {
    JsonNode node = parse(json);
    if (node.isArray()) {
      throw new RejectedLineException(
          "is a JSON array: write JSON Lines, each article as one object on a line of its own");
    }
    if (!node.isObject()) {
      throw new RejectedLineException("is no JSON object: write {\"id\": …, \"title\": …}");
    }
    return new Article(
        id(text(node, "id")),
        text(node, "title"),
        address(text(node, "url")),
        text(node, "publisher"),
        optionalText(node, "author"),
        instant(text(node, "published")),
        text(node, "body"));
  }

  private static JsonNode parse(String json) {
    try {
      return READER.readTree(json);
    } catch (JsonProcessingException e) {
      String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      String where = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      throw new RejectedLineException(
          "is not valid JSON" + where + " (" + shortened(why) + "): write one object a line");
    }
  }

  private static Optional<String> optionalText(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull() || (value.isTextual() && value.textValue().isBlank())) {
      return Optional.empty();
    }
    return Optional.of(text(node, field));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw new RejectedLineException("'" + field + "' is missing: add it");
    }
    if (!value.isTextual()) {
      throw new RejectedLineException(
          "'"
              + field
              + "' is of type "
              + value.getNodeType().name().toLowerCase(Locale.ROOT)
              + ": write it as text in double quotes");
    }
    String text = value.textValue().strip();
    if (text.isEmpty()) {
      throw new RejectedLineException("'" + field + "' is blank: fill it in");
    }
    if (text.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new RejectedLineException("'" + field + "' holds a NUL or half a character: remove it");
    }
    return text;
  }

  private static ArticleId id(String text) {
    try {
      return new ArticleId(text);
    } catch (IllegalArgumentException e) {
      throw new RejectedLineException(
          "'id' is longer than 200 characters or holds control characters: shorten it");
    }
  }

  private static URI address(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Rejected below: whatever is wrong, the way out is the same.
    }
    throw new RejectedLineException(
        "'url' is no absolute address: write https://host/path instead of '"
            + shortened(text)
            + "'");
  }

  private static Instant instant(String text) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new RejectedLineException(
          "'published' is '"
              + shortened(text)
              + "': write a real date such as 2026-06-03, or a time with its zone such as"
              + " 2026-06-03T08:00:00Z");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }
}
