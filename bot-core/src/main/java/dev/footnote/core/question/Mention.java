package dev.footnote.core.question;

/**
 * A known name that occurs in a text.
 *
 * @param id the entity's, publisher's or topic's id; for a publisher that only imported articles
 *     name, its name
 * @param name how the name is shown
 * @param start index of its first character
 * @param end index after its last character
 */
public record Mention(Kind kind, String id, String name, int start, int end) {

  /** Which list the name stands in. */
  public enum Kind {
    ENTITY,
    PUBLISHER,
    TOPIC
  }
}
