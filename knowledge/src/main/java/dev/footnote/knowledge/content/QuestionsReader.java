package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story.Statement;
import dev.footnote.knowledge.StoryId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what people ask of a story: under a few words of a statement, verbatim, the questions that
 * it answers, and under a heading of their own those that nothing on file does. The words must
 * single the statement out, so that one which changes takes its questions along or is reported.
 */
final class QuestionsReader {

  /** Stands above what nothing on file answers, in the place of a statement's words. */
  private static final String UNANSWERED = "Not on file";

  private static final int LIMIT = 64 * 1024;

  /** As people type in chats. */
  private static final int MOST_CHARACTERS = 200;

  private final StoryDraft draft;
  private final FileProblems problems;
  private final Set<String> seen = new HashSet<>();
  private List<Located<String>> unanswered = List.of();

  QuestionsReader(StoryDraft draft, FileProblems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  /** The draft with the questions of {@code file}; problems are reported. */
  StoryDraft read(Path file) {
    Optional<YamlMapping> yaml =
        TextFile.read(file, LIMIT, problems).flatMap(t -> new YamlText(1, problems).mapping(t));
    if (yaml.isEmpty()) {
      return draft;
    }
    Map<Statement, List<String>> questions = new HashMap<>();
    for (String words : yaml.get().keys()) {
      List<Located<String>> located = yaml.get().list(words, this::question);
      if (words.equals(UNANSWERED)) {
        unanswered = located;
        continue;
      }
      List<String> asked = located.stream().map(Located::value).toList();
      statement(words, yaml.get().line(words))
          .filter(s -> questions.putIfAbsent(s, asked) != null)
          .ifPresent(s ->
              problems.report(
                  yaml.get().line(words),
                  "'" + words + "' is of a statement that has questions above: join the two"));
    }
    return draft.with(
        draft.body().map(s -> s.asked(questions.getOrDefault(s, List.of()))),
        unanswered.stream().map(Located::value).toList());
  }

  /**
   * Reports what is said to be on file nowhere and is.
   *
   * @param answered the stories by the questions that they answer
   */
  void check(Map<String, StoryId> answered) {
    for (Located<String> question : unanswered) {
      StoryId story = answered.get(question.value());
      if (story != null) {
        problems.report(
            question.line(), "'" + question.value() + "' is answered by " + story + ": remove it");
      }
    }
  }

  /** The one statement that is {@code words}, or else the one that says them. */
  private Optional<Statement> statement(String words, int line) {
    List<Statement> all = draft.body().statements();
    List<Statement> found = all.stream().filter(s -> s.text().equals(words)).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(s -> s.text().contains(words)).toList();
    }
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    String story = draft.problems().path();
    problems.report(
        line,
        found.isEmpty()
            ? "no statement of "
                + story
                + " says '"
                + words
                + "': quote a few words of the one that answers"
            : found.size()
                + " statements of "
                + story
                + " say '"
                + words
                + "': quote more of the one that answers");
    return Optional.empty();
  }

  private String question(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "a question of " + text.length() + " characters: ask in at most " + MOST_CHARACTERS);
    }
    if (!seen.add(text)) {
      throw new IllegalArgumentException("'" + text + "' stands twice: keep one");
    }
    return text;
  }
}
