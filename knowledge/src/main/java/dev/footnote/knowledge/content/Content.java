package dev.footnote.knowledge.content;

import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private static final String STORIES = "stories";
  private static final String QUESTIONS = "questions";

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
    Map<StoryId, StoryDraft> read = new LinkedHashMap<>();
    for (Path file : files(dir, STORIES)) {
      String path = path(dir, file);
      FileProblems problems = new FileProblems(path);
      Optional<StoryId> id = id(path, STORIES, ".md");
      if (id.isEmpty()) {
        problems.report(
            1,
            "is no story's place: name it stories/YYYY/MM/slug.md, slug in lower case with hyphens");
        found.addAll(problems.all());
      } else {
        files.put(id.get(), problems);
        StoryReader.read(file, id.get(), problems).ifPresent(d -> read.put(d.id(), d));
      }
    }
    questions(dir, read, found);
    List<StoryDraft> drafts = List.copyOf(read.values());
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

  /** Gives the drafts the questions that stand below {@code questions/}. */
  private static void questions(Path dir, Map<StoryId, StoryDraft> drafts, List<Problem> found) {
    var readers = new ArrayList<QuestionsReader>();
    var read = new ArrayList<FileProblems>();
    for (Path file : files(dir, QUESTIONS)) {
      String path = path(dir, file);
      FileProblems problems = new FileProblems(path);
      read.add(problems);
      Optional<StoryDraft> draft =
          id(path, QUESTIONS, ".yaml").flatMap(id -> Optional.ofNullable(drafts.get(id)));
      if (draft.isPresent()) {
        var reader = new QuestionsReader(draft.get(), problems);
        drafts.put(draft.get().id(), reader.read(file));
        readers.add(reader);
      } else {
        problems.report(
            1,
            "belongs to no story: name it after the one whose questions it holds,"
                + " questions/YYYY/MM/slug.yaml");
      }
    }
    Map<String, StoryId> answered = answered(drafts.values());
    readers.forEach(reader -> reader.check(answered));
    read.forEach(problems -> found.addAll(problems.all()));
  }

  /** The stories by the questions that they answer. */
  private static Map<String, StoryId> answered(Collection<StoryDraft> drafts) {
    var answered = new HashMap<String, StoryId>();
    for (StoryDraft draft : drafts) {
      draft.body().statements().stream()
          .flatMap(statement -> statement.questions().stream())
          .forEach(question -> answered.put(question, draft.id()));
    }
    return answered;
  }

  private static String path(Path dir, Path file) {
    return dir.relativize(file).toString().replace('\\', '/');
  }

  private static Optional<StoryId> id(String path, String folder, String ending) {
    String name = path.substring(folder.length() + 1);
    if (!name.endsWith(ending)) {
      return Optional.empty();
    }
    String id = name.substring(0, name.length() - ending.length());
    return StoryId.isValid(id) ? Optional.of(new StoryId(id)) : Optional.empty();
  }

  private static List<Path> files(Path dir, String folder) {
    Path files = dir.resolve(folder);
    if (!Files.exists(files)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(files, FileVisitOption.FOLLOW_LINKS)) {
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
