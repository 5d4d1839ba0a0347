package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small content folder to break rules in. */
final class ContentFolder {

  static final String PUBLISHERS =
      """
      - {id: wsj, name: The Wall Street Journal, kind: press, domains: [wsj.com], aliases: [WSJ]}
      - {id: reuters, name: Reuters, kind: agency, domains: [reuters.com]}
      - {id: marketwatch, name: MarketWatch, kind: press, domains: [marketwatch.com], owner: wsj}
      - {id: meta-newsroom, name: Meta, kind: company, domains: [about.fb.com]}
      """;

  static final String ENTITIES =
      """
      - {id: meta, name: Meta, kind: company, aliases: [Facebook, fb]}
      - {id: muse-spark, name: Muse Spark, kind: model, since: 2026-04-08}
      """;

  static final String TOPICS =
      """
      - {id: models, name: Models, aliases: [model releases]}
      - {id: funding, name: Funding}
      """;

  static final String FRONT =
      """
      ---
      title: Meta holds back the API for Muse Spark
      date: 2026-06-03
      updated: 2026-06-05
      topics: [models]
      entities: [meta, muse-spark]
      verified: 2026-11-22
      sources:
        1: {publisher: wsj, published: 2026-06-03, title: "Meta delays"}
        2: {publisher: reuters, published: 2026-06-04, title: "No date", url: "https://www.reuters.com/a"}
      ---
      """;

  static final String BODY = "Meta set no date for the API. [1][2]\n";

  private final Path dir;

  ContentFolder(Path dir) {
    this.dir = dir;
    with("publishers.yaml", PUBLISHERS).with("entities.yaml", ENTITIES).with("topics.yaml", TOPICS);
  }

  ContentFolder with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  ContentFolder with(String path, byte[] bytes) {
    try {
      Path file = dir.resolve(path);
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The story that the other tests' stories are variations of. */
  ContentFolder withStory(String front, String body) {
    return with("stories/2026/06/x.md", front + body);
  }

  List<String> problems() {
    return CuratedKnowledge.check(dir).stream().map(Problem::toString).toList();
  }

  /** The problems' texts after {@code stories/2026/06/x.md:}. */
  List<String> storyProblems(String front, String body) {
    return withStory(front, body).problems().stream()
        .map(p -> p.replaceFirst("^stories/2026/06/x\\.md:", ""))
        .toList();
  }

  CuratedKnowledge load() {
    return CuratedKnowledge.load(dir);
  }

  /** The story with {@code body}, whose problems fail the test. */
  Story story(String body) {
    return withStory(FRONT, body).load().stories().getFirst();
  }
}
