package dev.footnote.knowledge.content;

import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story.Correction;
import dev.footnote.knowledge.Story.Image;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.TopicId;
import dev.footnote.knowledge.content.FrontMatter.SourceEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the front matter of a story, each value by itself; the rules between them come later. */
final class FrontMatterReader {

  private static final int TITLE = 200;
  private static final int REFERENCE_TITLE = 500;

  private FrontMatterReader() {}

  static FrontMatter read(YamlMapping yaml) {
    yaml.allowOnly(
        List.of(
            "title",
            "date",
            "updated",
            "topics",
            "entities",
            "follows",
            "verified",
            "image",
            "sources",
            "corrected"));
    var date = yaml.date("date").map(d -> new Located<>(d, yaml.line("date")));
    var updated = yaml.optionalDate("updated").map(d -> new Located<>(d, yaml.line("updated")));
    var topics = unique(yaml, "topics", yaml.list("topics", TopicId::new));
    var entities = unique(yaml, "entities", yaml.list("entities", EntityId::new));
    for (String key : List.of("topics", "entities")) {
      if (yaml.texts(key).isEmpty()) {
        yaml.report(
            yaml.line(key), "'" + key + "' must list at least one id: see " + key + ".yaml");
      }
    }
    return new FrontMatter(
        yaml.required("title", text -> title(text, TITLE)),
        date,
        updated,
        topics,
        entities,
        unique(yaml, "follows", yaml.list("follows", StoryId::new)),
        yaml.date("verified"),
        yaml.mapping("image").flatMap(FrontMatterReader::image),
        sources(yaml),
        yaml.mappings("corrected").stream().flatMap(entry -> correction(entry).stream()).toList());
  }

  private static String title(String text, int limit) {
    if (text.codePointCount(0, text.length()) > limit) {
      throw new IllegalArgumentException(
          "the title is longer than " + limit + " characters: shorten it");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the title must be a single line of plain text");
    }
    return text;
  }

  private static <T> List<Located<T>> unique(
      YamlMapping yaml, String key, List<Located<T>> values) {
    List<T> seen = new ArrayList<>();
    for (Located<T> value : values) {
      if (seen.contains(value.value())) {
        yaml.report(value.line(), "'" + key + "' names '" + value.value() + "' twice: keep one");
      }
      seen.add(value.value());
    }
    return values;
  }

  private static Optional<Image> image(YamlMapping yaml) {
    yaml.allowOnly(List.of("url", "credit", "alt"));
    var url = yaml.required("url", Addresses::https);
    var credit = yaml.text("credit");
    var alt = yaml.text("alt");
    if (url.isEmpty() || credit.isEmpty() || alt.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Image(url.get(), credit.get(), alt.get()));
  }

  private static Optional<Correction> correction(YamlMapping yaml) {
    yaml.allowOnly(List.of("date", "what"));
    var date = yaml.date("date");
    var what = yaml.text("what");
    if (date.isEmpty() || what.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Correction(date.get(), what.get()));
  }

  private static List<SourceEntry> sources(YamlMapping yaml) {
    if (!yaml.has("sources")) {
      yaml.report(yaml.line(), "'sources' is missing: list them by number, '  1: {publisher: …}'");
      return List.of();
    }
    List<SourceEntry> sources = new ArrayList<>();
    yaml.mapping("sources")
        .ifPresent(numbered -> {
          for (String key : numbered.keys()) {
            if (!key.matches("[1-9]\\d{0,2}")) {
              numbered.report(
                  numbered.line(key), "a source's key is its number, 1 to 999, not '" + key + "'");
            } else {
              numbered
                  .mapping(key)
                  .map(entry -> source(Integer.parseInt(key), numbered.line(key), entry))
                  .ifPresent(sources::add);
            }
          }
        });
    sources.sort((a, b) -> Integer.compare(a.number(), b.number()));
    return List.copyOf(sources);
  }

  private static SourceEntry source(int number, int line, YamlMapping yaml) {
    yaml.allowOnly(List.of("publisher", "published", "title", "url", "author", "via"));
    yaml.optionalText("author");
    return new SourceEntry(
        number,
        line,
        located(yaml, "publisher", yaml.required("publisher", PublisherId::new)),
        located(yaml, "published", yaml.date("published")),
        yaml.required("title", text -> title(text, REFERENCE_TITLE)),
        located(yaml, "url", yaml.optional("url", Addresses::https)),
        located(yaml, "via", yaml.optional("via", FrontMatterReader::number)));
  }

  private static int number(String text) {
    if (!text.matches("[1-9]\\d{0,2}")) {
      throw new IllegalArgumentException(
          "'via' is the number of the source that this one repeats, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  private static <T> Optional<Located<T>> located(YamlMapping yaml, String key, Optional<T> value) {
    return value.map(v -> new Located<>(v, yaml.line(key)));
  }
}
