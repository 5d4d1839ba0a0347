package dev.footnote.app.command;

import dev.footnote.core.conversation.SubjectReplies;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what happened with a name, in order. */
@Command(
    name = "timeline",
    description = "Show what happened with a topic, company, person or model, in order.",
    footer = {"", "Examples:", "  footnote timeline \"Muse Spark\"", "  footnote timeline openai"})
final class TimelineCommand implements Callable<Integer> {

  private final Footnote footnote;

  @Parameters(
      paramLabel = "NAME",
      arity = "1..*",
      description = "An entity or topic, by id or name.")
  private List<String> words = List.of();

  TimelineCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    var name = String.join(" ", words);
    var replies = new SubjectReplies(footnote.knowledge());
    footnote.show(
        replies
            .timeline(name)
            .orElseThrow(
                () -> new FailureException(name + ": " + replies.noSubject(name).plainText())));
    return CommandLines.DONE;
  }
}
