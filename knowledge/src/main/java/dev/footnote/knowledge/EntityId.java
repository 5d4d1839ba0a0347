package dev.footnote.knowledge;

/**
 * Names an entity, as entities.yaml spells it: lower-case letters, digits and single hyphens.
 *
 * @param value for example {@code muse-spark}
 */
public record EntityId(String value) implements Comparable<EntityId> {

  public EntityId {
    Ids.requireKebab(value, "entity id");
  }

  @Override
  public int compareTo(EntityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
