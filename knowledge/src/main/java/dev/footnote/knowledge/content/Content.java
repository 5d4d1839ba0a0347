package dev.footnote.knowledge.content;

import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A content folder, read and checked.
 *
 * @param stories those without a problem, newest first
 * @param problems all of the folder, by file and line
 */
record Content(Vocabulary vocabulary, List<Story> stories, List<Problem> problems) {

  static final Comparator<Story> NEWEST_FIRST =
      Comparator.comparing(Story::date).reversed().thenComparing(Story::id);

  /**
   * @throws KnowledgeException if {@code dir} is no folder that can be listed
   */
  static Content read(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw new KnowledgeException(
          "content folder " + dir + ": is no folder; name the one that holds publishers.yaml");
    }
    List<Problem> found = new ArrayList<>();
    Vocabulary vocabulary = new VocabularyReader(dir, found).read();
    TreeMap<StoryId, FileProblems> files = new TreeMap<>();
    List<StoryDraft> drafts = new ArrayList<>();
    for (Path file : storyFiles(dir)) {
      String path = dir.relativize(file).toString().replace('\\', '/');
      FileProblems problems = new FileProblems(path);
      Optional<StoryId> id = id(path);
      if (id.isEmpty()) {
        problems.report(
            1,
            "is no story's place: name it stories/YYYY/MM/slug.md, slug in lower case with hyphens");
        found.addAll(problems.all());
      } else {
        files.put(id.get(), problems);
        StoryReader.read(file, id.get(), problems).ifPresent(drafts::add);
      }
    }
    StoryRules rules = new StoryRules(vocabulary);
    FollowRules follows = new FollowRules(drafts, files.keySet());
    drafts.forEach(rules::check);
    drafts.forEach(follows::check);
    files.values().forEach(p -> found.addAll(p.all()));
    List<Story> stories =
        drafts.stream()
            .filter(d -> d.problems().isEmpty())
            .map(StoryDraft::story)
            .sorted(NEWEST_FIRST)
            .toList();
    return new Content(vocabulary, stories, found.stream().sorted().toList());
  }

  private static Optional<StoryId> id(String path) {
    String name = path.substring("stories/".length());
    if (!name.endsWith(".md")) {
      return Optional.empty();
    }
    String id = name.substring(0, name.length() - ".md".length());
    return StoryId.isValid(id) ? Optional.of(new StoryId(id)) : Optional.empty();
  }

  private static List<Path> storyFiles(Path dir) {
    Path stories = dir.resolve("stories");
    if (!Files.exists(stories)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(stories, FileVisitOption.FOLLOW_LINKS)) {
      return walk.filter(f -> !Files.isDirectory(f))
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new KnowledgeException(
          "content folder " + dir + ": cannot be listed; check its permissions", e);
    }
  }
}
