package dev.footnote.app.command;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.conversation.StoryFinder;
import dev.footnote.core.conversation.SubjectReplies;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists curated stories. */
@Command(
    name = "stories",
    description = "List the stories on file, newest first.",
    footer = {
      "",
      "Examples:",
      "  footnote stories",
      "  footnote stories --entity openai --since 2026-01-01",
      "  footnote stories --topic funding --limit 5"
    })
final class StoriesCommand implements Callable<Integer> {

  private final Footnote footnote;

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Only stories about this topic.")
  private @Nullable String topic;

  @Option(
      names = "--entity",
      paramLabel = "NAME",
      description = "Only stories about this company, person, model or other name.")
  private @Nullable String entity;

  @Option(names = "--since", paramLabel = "DATE", description = "Only that day and later.")
  private @Nullable LocalDate since;

  @Option(names = "--until", paramLabel = "DATE", description = "Only that day and before.")
  private @Nullable LocalDate until;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many to show (default: ${DEFAULT-VALUE}).")
  private int limit;

  StoriesCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new UsageException("footnote stories: --limit is 1 or more, not " + limit);
    }
    var knowledge = footnote.knowledge();
    Predicate<Story> wanted =
        s ->
            (since == null || !s.date().isBefore(since))
                && (until == null || !s.date().isAfter(until));
    for (var name : new String[] {topic, entity}) {
      if (name != null) {
        wanted = wanted.and(about(knowledge, name));
      }
    }
    var stories = new StoryFinder(knowledge).stories(wanted);
    footnote.show(reply(knowledge, stories));
    return CommandLines.DONE;
  }

  private static Predicate<Story> about(KnowledgeBase knowledge, String name) {
    return new StoryFinder(knowledge)
        .subject(name)
        .orElseThrow(
            () -> FailureException.notFound(name, new SubjectReplies(knowledge).noSubject(name)))
        .about();
  }

  private Reply reply(KnowledgeBase knowledge, List<Story> stories) {
    if (stories.isEmpty()) {
      return Reply.of(new Block.Paragraph(List.of(Span.bold("No story on file fits."))));
    }
    var items = new ArrayList<List<Span>>();
    for (var s : stories.subList(0, Math.min(limit, stories.size()))) {
      items.add(
          List.of(
              Span.text(s.date() + " "),
              Span.bold(s.title()),
              Span.text(
                  " (%d sources, %d independent) "
                      .formatted(s.references().size(), knowledge.independentReferences(s))),
              Span.code(s.id().value())));
    }
    var note = "%d of %d stories.".formatted(items.size(), stories.size());
    return new Reply(
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Block.Bullets(items),
            new Block.Note(
                List.of(
                    Span.text(note + " "),
                    Span.code("footnote story ID"),
                    Span.text(" shows one.")))),
        List.of(),
        List.of());
  }
}
