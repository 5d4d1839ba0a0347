package dev.footnote.core.conversation;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import java.util.ArrayList;
import java.util.List;

/** Numbers the references of one or more stories in the order of their first use. */
final class References {

  /** What stands where a link would, if none is known. */
  static final String NO_LINK = "no link on file";

  private final KnowledgeBase knowledge;
  private final List<Citation> citations = new ArrayList<>();

  References(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The statement's text followed by the marks of what carries it. */
  List<Span> cited(Story story, Story.Statement statement) {
    var spans = new ArrayList<Span>();
    spans.add(Span.text(statement.text() + " "));
    spans.addAll(marks(story, statement));
    return spans;
  }

  /** The marks alone. */
  List<Span> marks(Story story, Story.Statement statement) {
    return statement.references().stream()
        .<Span>map(n -> new Span.Cite(number(story, story.reference(n), statement.quote())))
        .toList();
  }

  /** Cites {@code reference} of {@code story}; the first quote given for a reference stays. */
  int number(Story story, Story.Reference reference, String quote) {
    var publisher =
        knowledge
            .publisher(reference.publisher())
            .map(p -> p.name())
            .orElse(reference.publisher().value());
    for (var c : citations) {
      if (c.publisher().equals(publisher)
          && c.title().equals(reference.title())
          && c.published().equals(reference.published())
          && c.url().equals(reference.url())) {
        return c.number();
      }
    }
    citations.add(
        new Citation(
            citations.size() + 1,
            publisher,
            reference.title(),
            reference.url(),
            reference.published(),
            quote,
            story.id().value()));
    return citations.size();
  }

  List<Citation> citations() {
    return List.copyOf(citations);
  }
}
