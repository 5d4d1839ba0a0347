package dev.footnote.core.retrieval;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A citable span of a curated story or an imported article: whole sentences, cut to what an
 * embedding model reads at once.
 *
 * @param id unique in the index: the document's id, {@code #} and an ordinal
 * @param document the story's or article's id
 * @param publishers names of who published it, at least one: for a story those its references name
 * @param published the article's day; for a story the day its first reference was published: before
 *     that day nobody could know it
 * @param day the day of the event; an article's is that of its publication
 * @param entities ids of the entities that a curator named; empty for an article
 * @param text verbatim from the document
 * @param ordinal position in its document, from 0
 */
public record Passage(
    String id,
    String document,
    Origin origin,
    String title,
    List<String> publishers,
    Optional<URI> url,
    LocalDate published,
    LocalDate day,
    List<String> entities,
    String text,
    int ordinal) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /** Where a passage comes from. */
  public enum Origin {
    CURATED,
    ARTICLE
  }

  public Passage {
    publishers = List.copyOf(publishers);
    entities = List.copyOf(entities);
  }

  /** Title, publishers and day: searched with the text, not part of what is quoted. */
  public String head() {
    return title + " (" + String.join(", ", publishers) + ", " + DAY.format(day) + ")";
  }
}
