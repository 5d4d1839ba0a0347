package dev.footnote.core.question;

import java.util.List;

/**
 * A known name that occurs in a text.
 *
 * @param id the entity's, publisher's or topic's id; for a publisher that only imported articles
 *     name, its name
 * @param name how the name is shown
 * @param start index of its first character
 * @param end index after its last character
 * @param names for a publisher, every name that its articles may carry ("BBC News" stands for "BBC
 *     News - Technology" too); otherwise {@code name} alone
 */
public record Mention(Kind kind, String id, String name, int start, int end, List<String> names) {

  /** Which list the name stands in. */
  public enum Kind {
    ENTITY,
    PUBLISHER,
    TOPIC
  }

  public Mention {
    names = List.copyOf(names);
  }

  /** A mention of what has one name. */
  public Mention(Kind kind, String id, String name, int start, int end) {
    this(kind, id, name, start, end, List.of(name));
  }
}
