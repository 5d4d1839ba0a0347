package dev.footnote.core.question;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.KnowledgeBase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All names that we know: entities, publishers and topics. Immutable and safe for use by several
 * threads; building one takes some milliseconds, so keep it until the knowledge changes.
 */
public final class Vocabulary {

  /** Names further in are not looked for, so that a pasted book costs no more than a page. */
  private static final int LONGEST_TEXT = 20_000;

  private final NameIndex index;
  private final Spellings spellings;
  private final Map<String, Entity.Kind> kinds = new HashMap<>();

  private Vocabulary(KnowledgeBase knowledge, Collection<String> importedPublishers) {
    index = new NameIndex(knowledge, importedPublishers);
    spellings =
        new Spellings(
            index.keys().stream()
                .filter(key -> !OrdinaryWords.contains(key))
                .filter(
                    key -> index.get(key).stream().anyMatch(n -> n.kind() != Mention.Kind.TOPIC))
                .collect(Collectors.toSet()));
    knowledge.entities().forEach(e -> kinds.put(e.id().value(), e.kind()));
  }

  /**
   * The names of {@code knowledge} and of publishers.
   *
   * @param importedPublishers publishers' names as imported articles carry them, such as "The
   *     Independent - Life and Style"; those that {@code knowledge} has are recognised
   */
  public static Vocabulary of(KnowledgeBase knowledge, Collection<String> importedPublishers) {
    return new Vocabulary(knowledge, importedPublishers);
  }

  /** What kind of entity has that id; empty if none has. */
  public Optional<Entity.Kind> kindOf(String entityId) {
    return Optional.ofNullable(kinds.get(entityId));
  }

  /**
   * Returns the names in {@code text}, in its order, the longest that fits at each place, not
   * overlapping. What could be an ordinary word counts only with a capital or a cue beside it.
   */
  public List<Mention> find(String text) {
    String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    return new NameSearch(read, index, spellings).run();
  }

  /** Whether {@code key}, folded, is a spelling of some entity or publisher. */
  boolean knows(String key) {
    return index.get(key).stream().anyMatch(n -> n.kind() != Mention.Kind.TOPIC);
  }
}
