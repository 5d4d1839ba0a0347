package dev.footnote.app.command;

import dev.footnote.core.conversation.StoryFinder;
import dev.footnote.core.conversation.StoryReplies;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one curated story. */
@Command(
    name = "story",
    description = "Show one story: what happened, its timeline, where its sources differ.",
    footer = {
      "",
      "Examples:",
      "  footnote story 2026/04/meta-launches-muse-spark",
      "  footnote story meta-launches-muse-spark",
      "  footnote story muse spark"
    })
final class StoryCommand implements Callable<Integer> {

  private final Footnote footnote;

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "Its id, a unique part of it, or its title.")
  private List<String> words = List.of();

  StoryCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    var typed = String.join(" ", words);
    var knowledge = footnote.knowledge();
    var replies = new StoryReplies(knowledge);
    var found = new StoryFinder(knowledge).story(typed).story();
    if (found.isEmpty()) {
      throw new FailureException(typed + ": " + replies.story(typed).plainText());
    }
    footnote.show(replies.story(found.get()));
    return CommandLines.DONE;
  }
}
