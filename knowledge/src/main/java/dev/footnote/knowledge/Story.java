package dev.footnote.knowledge;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One event, curated: statements of our own words, each with the references that carry it.
 *
 * @param date the day of the event, or of its first report
 * @param updated the newest day the story takes into account; {@code date} where it was not updated
 * @param follows the stories it continues, nearest first
 * @param verified when a curator last checked every fact and address
 * @param references what was read, by number, ascending; each is used by some statement
 * @param lead what happened; at least one statement
 * @param timeline in the order of the file, which is that of time
 * @param disagreements where the references differ
 * @param unanswered what people will ask of it, as they ask it, and nothing on file answers
 * @param text the file's body after the front matter, byte for byte: what quotes are cut from
 */
public record Story(
    StoryId id,
    String title,
    LocalDate date,
    LocalDate updated,
    List<TopicId> topics,
    List<EntityId> entities,
    List<StoryId> follows,
    LocalDate verified,
    Optional<Image> image,
    List<Reference> references,
    List<Statement> lead,
    List<Statement> whyItMatters,
    List<TimelineEntry> timeline,
    List<Disagreement> disagreements,
    List<Correction> corrections,
    List<String> unanswered,
    String text) {

  /**
   * One published piece that the story rests on.
   *
   * @param url empty where none is known, shown as "no link on file"
   * @param via the number of the reference that this one merely repeats: the two are not
   *     independent
   */
  public record Reference(
      int number,
      PublisherId publisher,
      LocalDate published,
      String title,
      Optional<URI> url,
      Optional<Integer> via) {}

  /**
   * One sentence or item and the references that carry it.
   *
   * @param text for reading: white space folded, citation marks left out
   * @param quote a substring of {@link Story#text}, byte for byte, without citation marks
   * @param references numbers, in the order of the file; at least one
   * @param questions that it answers, as people ask them; none where no curator wrote one
   */
  public record Statement(
      String text, String quote, List<Integer> references, List<String> questions) {

    public Statement {
      references = List.copyOf(references);
      questions = List.copyOf(questions);
      if (references.isEmpty()) {
        throw new IllegalArgumentException("uncited statement: " + text);
      }
    }

    /** One that no question was written for. */
    public Statement(String text, String quote, List<Integer> references) {
      this(text, quote, references, List.of());
    }

    /** The same with {@code questions} that it answers. */
    public Statement asked(List<String> questions) {
      return new Statement(text, quote, references, questions);
    }
  }

  /**
   * @param when as written: {@code 2026-04-08}, {@code 2026-04} or {@code 2026}
   * @param date the first day that {@code when} can mean
   */
  public record TimelineEntry(String when, LocalDate date, Statement statement) {}

  /**
   * @param about what the references differ on
   * @param values what each says; at least two
   */
  public record Disagreement(String about, List<Statement> values) {

    public Disagreement {
      values = List.copyOf(values);
    }
  }

  /** What was wrong and has been put right. */
  public record Correction(LocalDate date, String what) {}

  /** A picture that may illustrate the story. */
  public record Image(URI url, String credit, String alt) {}

  public Story {
    topics = List.copyOf(topics);
    entities = List.copyOf(entities);
    follows = List.copyOf(follows);
    references = List.copyOf(references);
    lead = List.copyOf(lead);
    whyItMatters = List.copyOf(whyItMatters);
    timeline = List.copyOf(timeline);
    disagreements = List.copyOf(disagreements);
    corrections = List.copyOf(corrections);
    unanswered = List.copyOf(unanswered);
  }

  /** The reference numbered {@code number}, which must be one of this story's. */
  public Reference reference(int number) {
    return references.stream()
        .filter(r -> r.number() == number)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("story " + id + " has no [" + number + "]"));
  }

  /** Every statement: lead, why it matters, timeline, disagreements. */
  public Stream<Statement> statements() {
    return Stream.of(
            lead.stream(),
            whyItMatters.stream(),
            timeline.stream().map(TimelineEntry::statement),
            disagreements.stream().flatMap(d -> d.values().stream()))
        .flatMap(s -> s);
  }
}
