package dev.footnote.knowledge;

/**
 * Names a publisher, as publishers.yaml spells it: lower-case letters, digits and single hyphens.
 *
 * @param value for example {@code wsj}
 */
public record PublisherId(String value) implements Comparable<PublisherId> {

  public PublisherId {
    Ids.requireKebab(value, "publisher id");
  }

  @Override
  public int compareTo(PublisherId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
