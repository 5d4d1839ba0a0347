package dev.footnote.knowledge;

/**
 * Names a topic, as topics.yaml spells it: lower-case letters, digits and single hyphens.
 *
 * @param value for example {@code funding}
 */
public record TopicId(String value) implements Comparable<TopicId> {

  public TopicId {
    Ids.requireKebab(value, "topic id");
  }

  @Override
  public int compareTo(TopicId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
