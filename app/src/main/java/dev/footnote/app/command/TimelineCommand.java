package dev.footnote.app.command;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.SubjectReplies;
import dev.footnote.knowledge.KnowledgeBase;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Shows what happened with an entity or topic, in order. */
@Command(
    name = "timeline",
    description = "Show what happened with a topic, company, person or model, in order.",
    footer = {"", "Examples:", "  footnote timeline \"Muse Spark\"", "  footnote timeline openai"})
final class TimelineCommand extends NamedCommand {

  TimelineCommand(Footnote footnote) {
    super(footnote);
  }

  @Override
  Optional<Reply> find(KnowledgeBase knowledge, String name) {
    return new SubjectReplies(knowledge).timeline(name);
  }

  @Override
  Reply nearest(KnowledgeBase knowledge, String name) {
    return new SubjectReplies(knowledge).noSubject(name);
  }
}
