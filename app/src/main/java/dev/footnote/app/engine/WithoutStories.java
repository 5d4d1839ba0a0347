package dev.footnote.app.engine;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.Topic;
import dev.footnote.knowledge.TopicId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names of a knowledge base without its stories: questions are still understood by them. */
public record WithoutStories(KnowledgeBase knowledge) implements KnowledgeBase {

  @Override
  public List<Story> stories() {
    return List.of();
  }

  @Override
  public Optional<Story> story(StoryId id) {
    return Optional.empty();
  }

  @Override
  public Collection<Publisher> publishers() {
    return knowledge.publishers();
  }

  @Override
  public Optional<Publisher> publisher(PublisherId id) {
    return knowledge.publisher(id);
  }

  @Override
  public Collection<Entity> entities() {
    return knowledge.entities();
  }

  @Override
  public Optional<Entity> entity(EntityId id) {
    return knowledge.entity(id);
  }

  @Override
  public Collection<Topic> topics() {
    return knowledge.topics();
  }

  @Override
  public Optional<Topic> topic(TopicId id) {
    return knowledge.topic(id);
  }

  @Override
  public int independentReferences(Story story) {
    return knowledge.independentReferences(story);
  }

  @Override
  public String fingerprint() {
    return "without-stories-" + knowledge.fingerprint();
  }
}
