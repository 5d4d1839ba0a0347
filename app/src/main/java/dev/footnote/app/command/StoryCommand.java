package dev.footnote.app.command;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.StoryFinder;
import dev.footnote.core.conversation.StoryReplies;
import dev.footnote.knowledge.KnowledgeBase;
import java.util.Optional;
import picocli.CommandLine.Command;

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
final class StoryCommand extends NamedCommand {

  StoryCommand(Footnote footnote) {
    super(footnote);
  }

  @Override
  Optional<Reply> find(KnowledgeBase knowledge, String name) {
    return new StoryFinder(knowledge).story(name).story().map(new StoryReplies(knowledge)::story);
  }

  @Override
  Reply nearest(KnowledgeBase knowledge, String name) {
    return new StoryReplies(knowledge).story(name);
  }
}
