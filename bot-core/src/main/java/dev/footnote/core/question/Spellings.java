package dev.footnote.core.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the names that a misspelt word is one slip away from: a letter more, less, wrong or swapped
 * with its neighbour.
 *
 * <p>Names are filed under themselves and under every form with one letter left out. A word and a
 * name that are one slip apart share such a form, so one look-up per form of the word finds them.
 */
final class Spellings {

  /** Shorter names are one slip from too many words. */
  private static final int SHORTEST = 6;

  private static final int LONGEST = 24;

  private final Map<String, List<String>> byForm = new HashMap<>();

  Spellings(Collection<String> keys) {
    for (String key : keys) {
      if (key.length() >= SHORTEST
          && key.length() <= LONGEST
          && key.chars().allMatch(Character::isLetter)) {
        for (String form : forms(key)) {
          byForm.computeIfAbsent(form, f -> new ArrayList<>(1)).add(key);
        }
      }
    }
  }

  /** Names one slip away from {@code word}, in the order of the alphabet. */
  Collection<String> near(String word) {
    TreeSet<String> near = new TreeSet<>();
    if (word.length() < SHORTEST - 1 || word.length() > LONGEST + 1) {
      return near;
    }
    for (String form : forms(word)) {
      for (String key : byForm.getOrDefault(form, List.of())) {
        if (oneSlipApart(word, key)) {
          near.add(key);
        }
      }
    }
    return near;
  }

  private static List<String> forms(String word) {
    List<String> forms = new ArrayList<>(word.length() + 1);
    forms.add(word);
    for (int i = 0; i < word.length(); i++) {
      forms.add(word.substring(0, i) + word.substring(i + 1));
    }
    return forms;
  }

  static boolean oneSlipApart(String a, String b) {
    int shared = 0;
    while (shared < a.length() && shared < b.length() && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    String x = a.substring(shared);
    String y = b.substring(shared);
    return switch (x.length() - y.length()) {
      case 1 -> x.substring(1).equals(y);
      case -1 -> y.substring(1).equals(x);
      case 0 -> x.length() > 0 && (x.substring(1).equals(y.substring(1)) || swapped(x, y));
      default -> false;
    };
  }

  private static boolean swapped(String x, String y) {
    return x.length() > 1
        && x.charAt(0) == y.charAt(1)
        && x.charAt(1) == y.charAt(0)
        && x.substring(2).equals(y.substring(2));
  }
}
