package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.Topic;
import dev.footnote.knowledge.TopicId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The curated files as a knowledge base. */
public final class CuratedKnowledge implements KnowledgeBase {

  private final Vocabulary vocabulary;
  private final List<Story> stories;
  private final Map<StoryId, Story> byId = new HashMap<>();
  private final String fingerprint;

  CuratedKnowledge(Vocabulary vocabulary, List<Story> stories, String fingerprint) {
    this.vocabulary = vocabulary;
    this.stories = List.copyOf(stories);
    this.fingerprint = fingerprint;
    stories.forEach(s -> byId.put(s.id(), s));
  }

  /**
   * What was packaged with the program when it was built, without checking it again.
   *
   * @throws KnowledgeException if it was not packaged, or by another version
   */
  public static CuratedKnowledge packaged() {
    return PackagedContent.load();
  }

  /**
   * Reads and checks the content folder {@code dir}.
   *
   * @throws ContentException if it has problems: it names all of them
   * @throws KnowledgeException if it cannot be read
   */
  public static CuratedKnowledge load(Path dir) {
    Content content = Content.read(dir);
    if (!content.problems().isEmpty()) {
      throw new ContentException(content.problems());
    }
    return PackagedContent.of(content);
  }

  /**
   * Every problem of the content folder {@code dir}, by file and line; empty if there is none.
   *
   * @throws KnowledgeException if it cannot be read
   */
  public static List<Problem> check(Path dir) {
    return Content.read(dir).problems();
  }

  @Override
  public List<Story> stories() {
    return stories;
  }

  @Override
  public Optional<Story> story(StoryId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Collection<Publisher> publishers() {
    return vocabulary.publishers().values();
  }

  @Override
  public Optional<Publisher> publisher(PublisherId id) {
    return Optional.ofNullable(vocabulary.publishers().get(id));
  }

  @Override
  public Collection<Entity> entities() {
    return vocabulary.entities().values();
  }

  @Override
  public Optional<Entity> entity(EntityId id) {
    return Optional.ofNullable(vocabulary.entities().get(id));
  }

  @Override
  public Collection<Topic> topics() {
    return vocabulary.topics().values();
  }

  @Override
  public Optional<Topic> topic(TopicId id) {
    return Optional.ofNullable(vocabulary.topics().get(id));
  }

  /** One for each owner among the references that repeat no other. */
  @Override
  public int independentReferences(Story story) {
    return (int)
        story.references().stream()
            .filter(r -> r.via().isEmpty())
            .map(r -> owner(r.publisher()))
            .distinct()
            .count();
  }

  private PublisherId owner(PublisherId id) {
    PublisherId top = id;
    for (Optional<PublisherId> next = Optional.of(id); next.isPresent(); ) {
      top = next.get();
      next = publisher(top).flatMap(Publisher::owner);
    }
    return top;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }
}
