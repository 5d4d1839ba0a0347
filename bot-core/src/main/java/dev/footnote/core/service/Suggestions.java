package dev.footnote.core.service;

import java.util.List;

/**
 * What can be asked for, answered from memory within milliseconds. What is typed may be blank (then
 * the first or newest come) and matches the beginning of a name, then of any word in it, without
 * regard to case and accents. Safe for use by several threads.
 */
public interface Suggestions {

  /**
   * @param label what a reader sees, up to 100 characters
   * @param value what a command understands, up to 100 characters
   */
  record Suggestion(String label, String value) {}

  /** Stories, newest first; the value is a story's id. */
  List<Suggestion> stories(String typed, int limit);

  /** Entities, found by their aliases too, and topics; the value is a name. */
  List<Suggestion> subjects(String typed, int limit);

  /** Publishers; the value is a name. */
  List<Suggestion> publishers(String typed, int limit);

  /** Topics, for settings; the value is a topic's id. */
  List<Suggestion> topics(String typed, int limit);

  /**
   * Questions that are answered from what is on file, the same ones as long as that does not
   * change.
   *
   * @param limit how many at most
   */
  List<String> examples(int limit);
}
