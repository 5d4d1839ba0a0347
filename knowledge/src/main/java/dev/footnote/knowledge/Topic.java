package dev.footnote.knowledge;

import java.util.List;

/**
 * What a story is about.
 *
 * @param aliases other words people type for it; never {@code name} itself
 */
public record Topic(TopicId id, String name, List<String> aliases) {

  public Topic {
    aliases = List.copyOf(aliases);
  }
}
