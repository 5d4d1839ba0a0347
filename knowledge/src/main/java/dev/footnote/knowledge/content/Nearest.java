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
        .filter(c -> c.distance <= Math.max(1, typed.length() / 3))
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::text))
        .map(c -> " (did you mean '" + c.text + "'?)")
        .orElse("");
  }

  private record Candidate(String text, int distance) {}

  /**
   * The edit distance, in which two letters swapped count as one; a candidate that contains the
   * other whole counts as near.
   */
  private static int distance(String a, String b) {
    if (a.length() > 3 && b.length() > 3 && (a.contains(b) || b.contains(a))) {
      return 1;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = cost[i - 1][j - 1] + (same ? 0 : 1);
        best = Math.min(best, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
