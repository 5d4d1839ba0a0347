package dev.footnote.core.answer;

import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which side of a comparison a sentence is about. */
final class Sides {

  private Sides() {}

  /** The entities that {@code side} names. */
  static Set<String> ids(String side, Vocabulary vocabulary) {
    return vocabulary.find(side).stream()
        .filter(m -> m.kind() != Mention.Kind.TOPIC)
        .map(Mention::id)
        .collect(Collectors.toSet());
  }

  /**
   * Whether the sentence names one of the side's entities or, if it has none, most of its words.
   */
  static boolean isAbout(
      Candidate candidate,
      String side,
      Set<String> ids,
      Vocabulary vocabulary,
      PassageIndex index) {
    if (!ids.isEmpty()) {
      Set<String> said = ids(candidate.text(), vocabulary);
      return said.stream().anyMatch(ids::contains);
    }
    List<String> words = index.analyze(side);
    Set<String> said = new HashSet<>(index.analyze(candidate.context()));
    return words.stream().filter(said::contains).count() * 2 > words.size();
  }
}
