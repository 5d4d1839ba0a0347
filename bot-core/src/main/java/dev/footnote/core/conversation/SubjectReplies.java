package dev.footnote.core.conversation;

import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts what is known of an entity or topic into words. Needs the knowledge base alone. */
public final class SubjectReplies {

  private static final int EVENTS = 40;
  private static final int REFERENCES = 25;

  private final KnowledgeBase knowledge;
  private final StoryFinder finder;

  public SubjectReplies(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
    this.finder = new StoryFinder(knowledge);
  }

  /** What happened with the subject that goes by {@code typed}; empty if there is none. */
  public Optional<Reply> timeline(String typed) {
    return finder.subject(typed).map(this::timeline);
  }

  /** What no story, entity or topic goes by. */
  public Reply noSubject(String typed) {
    var spans = new ArrayList<Span>();
    spans.add(Span.bold("No entity or topic goes by that name."));
    var near = finder.subjectsNear(typed);
    if (!near.isEmpty()) {
      spans.add(Span.text(" Did you mean " + String.join(", ", near) + "?"));
    }
    return new Reply(
        Optional.empty(),
        Optional.empty(),
        List.of(new Block.Paragraph(spans)),
        List.of(),
        near.stream().<Action>map(n -> new Action.Run(n, "timeline " + n)).toList());
  }

  /**
   * The references on file about the subject that goes by {@code typed}; empty if there is none.
   */
  public Optional<Reply> sources(String typed) {
    return finder.subject(typed).map(this::sources);
  }

  private Reply sources(StoryFinder.Subject subject) {
    var references = new References(knowledge);
    record Cited(Story story, Story.Reference reference) {}
    var all =
        finder.stories(subject.about()).stream()
            .flatMap(s -> s.references().stream().map(r -> new Cited(s, r)))
            .sorted(Comparator.comparing((Cited c) -> c.reference().published()).reversed())
            .toList();
    for (var cited : all) {
      if (references.citations().size() < REFERENCES) {
        references.number(
            cited.story(), cited.reference(), quote(cited.story(), cited.reference()));
      }
    }
    int shown = references.citations().size();
    var text =
        all.isEmpty()
            ? "No sources are on file about " + subject.name() + "."
            : "%d sources in %d stories, newest first."
                .formatted(all.size(), all.stream().map(Cited::story).distinct().count());
    if (shown == REFERENCES && all.size() > shown) {
      text += " The newest %d are shown.".formatted(shown);
    }
    return new Reply(
        Optional.empty(),
        Optional.of("Sources on file about " + subject.name()),
        List.of(new Block.Paragraph(List.of(Span.text(text)))),
        references.citations(),
        List.of());
  }

  private Reply timeline(StoryFinder.Subject subject) {
    record Event(LocalDate date, String when, Story story, Story.Statement statement) {}
    var stories = finder.stories(subject.about());
    var events = new ArrayList<Event>();
    for (var story : stories) {
      events.add(new Event(story.date(), story.date().toString(), story, story.lead().getFirst()));
    }
    var days = events.stream().map(Event::date).toList();
    for (var story : stories) {
      for (var entry : story.timeline()) {
        boolean told = entry.when().length() == 10 && days.contains(entry.date());
        if (!told) {
          events.add(new Event(entry.date(), entry.when(), story, entry.statement()));
        }
      }
    }
    if (events.isEmpty()) {
      return Reply.of(
          new Block.Paragraph(
              List.of(Span.bold("No story is on file about " + subject.name() + "."))));
    }
    events.sort(Comparator.comparing(Event::date));
    int left = Math.max(0, events.size() - EVENTS);
    var references = new References(knowledge);
    var items = new ArrayList<List<Span>>();
    for (var e : events.subList(left, events.size())) {
      items.add(StoryReplies.dated(e.when(), references.cited(e.story(), e.statement())));
    }
    var note = "As of " + Days.inWords(StoryReplies.newest(stories)) + ".";
    if (left > 0) {
      note += " %d earlier events are not shown.".formatted(left);
    }
    return new Reply(
        Optional.empty(),
        Optional.of("Timeline: " + subject.name()),
        List.of(new Block.Bullets(items), new Block.Note(List.of(Span.text(note)))),
        references.citations(),
        List.of());
  }

  private static String quote(Story story, Story.Reference reference) {
    return story
        .statements()
        .filter(s -> s.references().contains(reference.number()))
        .findFirst()
        .map(Story.Statement::quote)
        .orElse("");
  }
}
