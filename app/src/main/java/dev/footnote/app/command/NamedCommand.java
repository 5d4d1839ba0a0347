package dev.footnote.app.command;

import dev.footnote.core.conversation.Reply;
import dev.footnote.knowledge.KnowledgeBase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/** Shows what goes by a name, or fails with what was perhaps meant. */
abstract class NamedCommand implements Callable<Integer> {

  private final Footnote footnote;

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "Its id or name; of a story, a unique part of them is enough.")
  private List<String> words = List.of();

  NamedCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  /** What goes by {@code name}; empty if nothing does, or several things. */
  abstract Optional<Reply> find(KnowledgeBase knowledge, String name);

  /** Says that nothing goes by {@code name}, and what comes near. */
  abstract Reply nearest(KnowledgeBase knowledge, String name);

  @Override
  public final Integer call() {
    var name = String.join(" ", words);
    var knowledge = footnote.knowledge();
    footnote.show(
        find(knowledge, name)
            .orElseThrow(() -> FailureException.notFound(name, nearest(knowledge, name))));
    return CommandLines.DONE;
  }
}
