package dev.footnote.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The curated knowledge, read-only. Immutable and safe for use by several threads.
 *
 * <p>Stories are listed newest first.
 */
public interface KnowledgeBase {

  List<Story> stories();

  Optional<Story> story(StoryId id);

  Collection<Publisher> publishers();

  Optional<Publisher> publisher(PublisherId id);

  Collection<Entity> entities();

  Optional<Entity> entity(EntityId id);

  Collection<Topic> topics();

  Optional<Topic> topic(TopicId id);

  /**
   * How many of the story's references are independent: other publisher, other owner, no repeat.
   */
  int independentReferences(Story story);

  /** Changes whenever any of the knowledge changes: a hash in hexadecimal. */
  String fingerprint();
}
