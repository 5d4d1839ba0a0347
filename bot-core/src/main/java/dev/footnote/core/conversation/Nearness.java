package dev.footnote.core.conversation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
public final class Nearness {

  private static final int LONGEST = 64;

  private Nearness() {}

  /**
   * How many insertions, deletions, replacements and swaps of neighbours turn {@code a} into {@code
   * b}; each place is changed at most once. Beyond 64 characters everything is far.
   */
  public static int distance(String a, String b) {
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return a.equals(b) ? 0 : LONGEST;
    }
    var d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  /** The word of {@code known} nearest to {@code typed}, if one is near enough to be meant. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    return nearest(typed, known, 1).stream().findFirst();
  }

  /** Those of {@code known} near enough to {@code typed} to be meant, nearest first. */
  public static List<String> nearest(String typed, Collection<String> known, int limit) {
    var low = typed.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, typed.length() / 3);
    record Near(String word, int distance) {}
    return known.stream()
        .map(word -> new Near(word, distance(low, word.toLowerCase(Locale.ROOT))))
        .filter(near -> near.distance() <= allowed)
        .sorted(Comparator.comparingInt(Near::distance))
        .limit(limit)
        .map(Near::word)
        .toList();
  }
}
