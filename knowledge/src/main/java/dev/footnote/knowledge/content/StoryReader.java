package dev.footnote.knowledge.content;

import dev.footnote.knowledge.StoryId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one story file. */
final class StoryReader {

  private static final int LIMIT = 64 * 1024;
  private static final Pattern FENCE = Pattern.compile("(?m)^---[ \\t]*\\r?$\\n?");

  private StoryReader() {}

  /** The draft; empty when the file could not be taken apart, which was reported. */
  static Optional<StoryDraft> read(Path file, StoryId id, FileProblems problems) {
    return TextFile.read(file, LIMIT, problems).flatMap(text -> parse(text, id, problems));
  }

  static Optional<StoryDraft> parse(String text, StoryId id, FileProblems problems) {
    Matcher fence = FENCE.matcher(text);
    if (!fence.find() || fence.start() != 0) {
      problems.report(1, "the front matter is missing: begin the file with a line '---'");
      return Optional.empty();
    }
    int start = fence.end();
    if (!fence.find()) {
      problems.report(1, "the front matter has no end: close it with a line '---'");
      return Optional.empty();
    }
    String body = text.substring(fence.end());
    int bodyLine = new FileLines(text, 1).at(fence.start()) + 1;
    Body read = new BodyReader(body, bodyLine, problems).read();
    Optional<YamlMapping> yaml =
        new YamlText(2, problems).mapping(text.substring(start, fence.start()));
    if (yaml.isEmpty() && problems.isEmpty()) {
      problems.report(2, "the front matter is empty: add title, date, topics, entities, sources");
    }
    return yaml.map(FrontMatterReader::read)
        .map(front -> new StoryDraft(id, front, read, List.of(), body, problems));
  }
}
