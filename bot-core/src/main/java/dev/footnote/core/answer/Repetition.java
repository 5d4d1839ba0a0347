package dev.footnote.core.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sentences chosen so far, so that none says again what another has said. */
final class Repetition {

  /** Two sentences that share so much of their words say the same. */
  private static final double SAME = 0.55;

  private final Function<String, List<String>> analyze;
  private final List<Set<String>> said = new ArrayList<>();

  Repetition(Function<String, List<String>> analyze) {
    this.analyze = analyze;
  }

  void add(Candidate candidate) {
    said.add(words(candidate));
  }

  /**
   * Whether it says what none did, or says of another what one did: "Opus 5 costs 5 dollars" after
   * "Fable 5 costs 10 dollars" shares most of its words and is no repetition.
   */
  boolean isNew(Candidate candidate) {
    Set<String> words = words(candidate);
    return said.stream()
        .noneMatch(other -> overlap(words, other) > SAME && other.containsAll(figures(words)));
  }

  private static Set<String> figures(Set<String> words) {
    return words.stream()
        .filter(w -> w.chars().anyMatch(Character::isDigit))
        .collect(Collectors.toSet());
  }

  private Set<String> words(Candidate candidate) {
    return new HashSet<>(analyze.apply(candidate.text()));
  }

  private static double overlap(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    return (double) shared / Math.max(1, Math.min(one.size(), other.size()));
  }
}
