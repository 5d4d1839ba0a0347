package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Topic;
import dev.footnote.knowledge.TopicId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The publishers, entities and topics that stories may name, in the order of their files. */
record Vocabulary(
    Map<PublisherId, Publisher> publishers,
    Map<EntityId, Entity> entities,
    Map<TopicId, Topic> topics) {

  static Vocabulary of(
      Collection<Publisher> publishers, Collection<Entity> entities, Collection<Topic> topics) {
    return new Vocabulary(
        byId(publishers, Publisher::id), byId(entities, Entity::id), byId(topics, Topic::id));
  }

  private static <K, V> Map<K, V> byId(Collection<V> values, Function<V, K> id) {
    Map<K, V> map = new LinkedHashMap<>();
    values.forEach(v -> map.put(id.apply(v), v));
    return Collections.unmodifiableMap(map);
  }
}
