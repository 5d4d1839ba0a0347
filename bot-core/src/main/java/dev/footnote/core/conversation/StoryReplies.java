package dev.footnote.core.conversation;

import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.TopicId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts curated stories into words. Needs the knowledge base alone. */
public final class StoryReplies {

  private static final int LATEST = 5;

  private final KnowledgeBase knowledge;
  private final StoryFinder finder;

  public StoryReplies(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.finder = new StoryFinder(knowledge);
  }

  /** The story that goes by {@code typed}, or what may have been meant. */
  public Reply story(String typed) {
    var found = finder.story(typed);
    return found.story().map(this::story).orElseGet(() -> noStory(found.candidates()));
  }

  /** One story: what happened, when, where its sources differ, and how well it is sourced. */
  public Reply story(Story story) {
    var references = new References(knowledge);
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Note(List.of(Span.text(dates(story)), Span.code(story.id().value()))));
    addStatements(blocks, references, story, story.lead());
    if (!story.whyItMatters().isEmpty()) {
      blocks.add(new Block.Heading("Why it matters"));
      addStatements(blocks, references, story, story.whyItMatters());
    }
    if (!story.timeline().isEmpty()) {
      blocks.add(new Block.Heading("Timeline"));
      blocks.add(
          new Block.Bullets(
              story.timeline().stream()
                  .map(e -> dated(e.when(), references.cited(story, e.statement())))
                  .toList()));
    }
    addDisagreements(blocks, references, story);
    addCorrections(blocks, story);
    addNeighbours(
        blocks, "Follows", story.follows().stream().flatMap(id -> knowledge.story(id).stream()));
    addNeighbours(
        blocks,
        "Followed by",
        knowledge.stories().stream().filter(s -> s.follows().contains(story.id())));
    blocks.add(new Block.Note(List.of(Span.text(standing(story)))));
    return new Reply(
        Optional.empty(),
        Optional.of(story.title()),
        blocks,
        references.citations(),
        story.follows().stream().limit(2).map(StoryReplies::open).toList());
  }

  /** The newest stories, each by its first statement. */
  public Reply latest() {
    return latest(Set.of());
  }

  /**
   * The newest stories on any of {@code topics}, each by its first statement.
   *
   * @param topics empty for all
   */
  public Reply latest(Set<TopicId> topics) {
    var references = new References(knowledge);
    var stories =
        knowledge.stories().stream()
            .filter(s -> topics.isEmpty() || s.topics().stream().anyMatch(topics::contains))
            .limit(LATEST)
            .toList();
    if (stories.isEmpty()) {
      return Reply.of(new Block.Paragraph(List.of(Span.bold("No stories are on file."))));
    }
    var items = new ArrayList<List<Span>>();
    for (var story : stories) {
      items.add(dated(story.date().toString(), references.cited(story, story.lead().getFirst())));
    }
    return new Reply(
        Optional.empty(),
        Optional.of("Latest stories"),
        List.of(
            new Block.Bullets(items),
            new Block.Note(List.of(Span.text("As of " + Days.inWords(newest(stories)) + ".")))),
        references.citations(),
        stories.stream().limit(3).map(StoryReplies::open).toList());
  }

  private static Reply noStory(List<Story> candidates) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(
            List.of(
                Span.bold(
                    candidates.isEmpty()
                        ? "No story on file goes by that name."
                        : "No single story goes by that name. Did you mean one of these?"))));
    if (!candidates.isEmpty()) {
      blocks.add(
          new Block.Bullets(
              candidates.stream()
                  .map(s ->
                      List.<Span>of(
                          Span.text(s.title() + " (" + Days.inWords(s.date()) + ") "),
                          Span.code(s.id().value())))
                  .toList()));
    }
    return new Reply(
        Optional.empty(),
        Optional.empty(),
        blocks,
        List.of(),
        candidates.stream().limit(3).map(StoryReplies::open).toList());
  }

  private static void addStatements(
      List<Block> blocks, References references, Story story, List<Story.Statement> statements) {
    var spans = new ArrayList<Span>();
    for (var statement : statements) {
      if (!spans.isEmpty()) {
        spans.add(Span.text(" "));
      }
      spans.addAll(references.cited(story, statement));
    }
    blocks.add(new Block.Paragraph(spans));
  }

  private static void addDisagreements(List<Block> blocks, References references, Story story) {
    for (var d : story.disagreements()) {
      blocks.add(new Block.Heading("Sources differ: " + d.about()));
      blocks.add(
          new Block.Bullets(d.values().stream().map(v -> references.cited(story, v)).toList()));
    }
  }

  private static void addCorrections(List<Block> blocks, Story story) {
    if (!story.corrections().isEmpty()) {
      blocks.add(new Block.Heading("Corrected"));
      blocks.add(
          new Block.Bullets(
              story.corrections().stream()
                  .map(c -> List.<Span>of(Span.text(Days.inWords(c.date()) + ": " + c.what())))
                  .toList()));
    }
  }

  private static void addNeighbours(List<Block> blocks, String heading, Stream<Story> stories) {
    var items =
        stories
            .map(s ->
                List.<Span>of(
                    Span.text(s.title() + " (" + Days.inWords(s.date()) + ") "),
                    Span.code(s.id().value())))
            .toList();
    if (!items.isEmpty()) {
      blocks.add(new Block.Heading(heading));
      blocks.add(new Block.Bullets(items));
    }
  }

  static List<Span> dated(String when, List<Span> statement) {
    return Stream.concat(Stream.of(Span.bold(when + ": ")), statement.stream()).toList();
  }

  private static String dates(Story story) {
    return story.updated().equals(story.date())
        ? Days.inWords(story.date()) + " · "
        : Days.inWords(story.date()) + ", updated " + Days.inWords(story.updated()) + " · ";
  }

  private String standing(Story story) {
    int count = story.references().size();
    return "%d %s, %d independent. Last verified %s."
        .formatted(
            count,
            count == 1 ? "source" : "sources",
            knowledge.independentReferences(story),
            Days.inWords(story.verified()));
  }

  static LocalDate newest(List<Story> stories) {
    return stories.stream().map(Story::updated).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Action open(Story story) {
    return new Action.Run(story.title(), "story " + story.id());
  }

  private static Action open(StoryId id) {
    return new Action.Run("The story before", "story " + id);
  }
}
