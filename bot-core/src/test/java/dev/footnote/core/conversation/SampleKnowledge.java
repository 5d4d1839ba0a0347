package dev.footnote.core.conversation;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.Topic;
import dev.footnote.knowledge.TopicId;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Two stories, one following the other, with everything a story can have. */
public final class SampleKnowledge implements KnowledgeBase {

  private static final Publisher PAPER =
      publisher("daily-paper", "The Daily Paper", "paper.example");
  private static final Publisher LETTER = publisher("letter", "The Letter", "letter.example");
  private static final Entity ACME =
      new Entity(
          new EntityId("acme"),
          "Acme",
          Entity.Kind.COMPANY,
          List.of("Acme Labs"),
          Optional.empty());
  private static final Entity ANVIL =
      new Entity(new EntityId("anvil"), "Anvil 2", Entity.Kind.MODEL, List.of(), Optional.empty());
  private static final Topic MODELS =
      new Topic(new TopicId("models"), "Models", List.of("model launches"));

  private static final Story LAUNCH =
      story(
          "2026/04/acme-launches-anvil",
          "Acme launches Anvil 2",
          LocalDate.of(2026, 4, 8),
          LocalDate.of(2026, 4, 8),
          List.of(),
          List.of(),
          List.of(statement("Acme launched Anvil 2 without an API.", 1, 2)));

  private static final Story DELAY =
      story(
          "2026/06/acme-delays-anvil-api",
          "Acme delays the Anvil API",
          LocalDate.of(2026, 6, 3),
          LocalDate.of(2026, 6, 5),
          List.of(LAUNCH.id()),
          List.of(
              new Story.Disagreement(
                  "How often it slipped",
                  List.of(statement("\"repeatedly\"", 1), statement("twice", 2)))),
          List.of(
              statement("Acme had set no date for the Anvil API.", 1, 2),
              statement("A spokesman said it would come in June.", 2)));

  private final List<Story> stories = List.of(DELAY, LAUNCH);

  @Override
  public List<Story> stories() {
    return stories;
  }

  @Override
  public Optional<Story> story(StoryId id) {
    return stories.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  @Override
  public Collection<Publisher> publishers() {
    return List.of(PAPER, LETTER);
  }

  @Override
  public Optional<Publisher> publisher(PublisherId id) {
    return publishers().stream().filter(p -> p.id().equals(id)).findFirst();
  }

  @Override
  public Collection<Entity> entities() {
    return List.of(ACME, ANVIL);
  }

  @Override
  public Optional<Entity> entity(EntityId id) {
    return entities().stream().filter(e -> e.id().equals(id)).findFirst();
  }

  @Override
  public Collection<Topic> topics() {
    return List.of(MODELS);
  }

  @Override
  public Optional<Topic> topic(TopicId id) {
    return topics().stream().filter(t -> t.id().equals(id)).findFirst();
  }

  @Override
  public int independentReferences(Story story) {
    return story.references().size();
  }

  @Override
  public String fingerprint() {
    return "00";
  }

  private static Publisher publisher(String id, String name, String domain) {
    return new Publisher(
        new PublisherId(id),
        name,
        Publisher.Kind.PRESS,
        List.of(domain),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Story.Statement statement(String text, Integer... references) {
    return new Story.Statement(text, text, List.of(references));
  }

  private static Story story(
      String id,
      String title,
      LocalDate date,
      LocalDate updated,
      List<StoryId> follows,
      List<Story.Disagreement> disagreements,
      List<Story.Statement> lead) {
    return new Story(
        new StoryId(id),
        title,
        date,
        updated,
        List.of(MODELS.id()),
        List.of(ACME.id(), ANVIL.id()),
        follows,
        LocalDate.of(2026, 11, 22),
        Optional.empty(),
        List.of(
            new Story.Reference(
                1, PAPER.id(), date, title + ", paper", Optional.empty(), Optional.empty()),
            new Story.Reference(
                2,
                LETTER.id(),
                date,
                title + ", letter",
                Optional.of(URI.create("https://letter.example/" + date)),
                Optional.empty())),
        lead,
        List.of(),
        List.of(
            new Story.TimelineEntry(
                "2026-04-08",
                LocalDate.of(2026, 4, 8),
                statement("Anvil 2 launches without a public API.", 2))),
        disagreements,
        List.of(new Story.Correction(LocalDate.of(2026, 6, 5), "The month was May, not June.")),
        List.of(),
        "");
  }
}
