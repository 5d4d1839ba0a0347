package dev.footnote.knowledge.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds what somebody who mistyped probably meant. */
final class Nearest {

  private Nearest() {}

  /** {@code " (did you mean 'x'?)"}, or nothing where no candidate is near. */
  static String hint(String typed, Collection<String> candidates) {
    return candidates.stream()
        .flatMap(c -> Stream.of(new Candidate(c, distance(typed, c))))
        .filter(c -> c.distance <= Math.max(2, typed.length() / 3))
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::text))
        .map(c -> " (did you mean '" + c.text + "'?)")
        .orElse("");
  }

  private record Candidate(String text, int distance) {}

  /** Levenshtein's edit distance; a candidate that contains the other whole counts as near. */
  private static int distance(String a, String b) {
    if (a.length() > 3 && b.length() > 3 && (a.contains(b) || b.contains(a))) {
      return 1;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
