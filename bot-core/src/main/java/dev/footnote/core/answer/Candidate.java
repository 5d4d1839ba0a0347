package dev.footnote.core.answer;

import dev.footnote.core.retrieval.Passage;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.Story;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A sentence that may become part of an answer, with all that its citations need.
 *
 * @param passage where it was found
 * @param section which part of a story it stands in; {@link Section#ARTICLE} outside stories
 * @param text for reading
 * @param quote verbatim from the document
 * @param references what carries it, at least one
 * @param day when what it says happened
 * @param retrieval how well its passage fits the query, 0 to 1 within one retrieval
 */
record Candidate(
    Passage passage,
    Section section,
    String text,
    String quote,
    List<Reference> references,
    LocalDate day,
    double retrieval) {

  enum Section {
    LEAD,
    WHY,
    TIMELINE,
    DIFFERENCE,
    ARTICLE
  }

  /** One published piece that carries the sentence. */
  record Reference(String publisher, String title, Optional<URI> url, LocalDate published) {

    static Reference of(Story.Reference reference, KnowledgeBase knowledge) {
      return new Reference(
          knowledge
              .publisher(reference.publisher())
              .map(Publisher::name)
              .orElse(reference.publisher().value()),
          reference.title(),
          reference.url(),
          reference.published());
    }
  }

  Candidate {
    references = List.copyOf(references);
  }

  String document() {
    return passage.document();
  }

  /** What the reader sees or knows beside it: the title gives a sentence its context. */
  String context() {
    return passage.title() + " " + text;
  }
}
