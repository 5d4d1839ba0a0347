package dev.footnote.knowledge.content;

import dev.footnote.knowledge.KnowledgeException;
import java.util.List;
import java.util.stream.Collectors;

/** The curated files break rules; the message lists every problem, a line each. */
public final class ContentException extends KnowledgeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ContentException(List<Problem> problems) {
    super(
        problems.size()
            + (problems.size() == 1 ? " problem" : " problems")
            + " in the curated files:\n"
            + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one, by file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
