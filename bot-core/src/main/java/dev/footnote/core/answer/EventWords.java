package dev.footnote.core.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Words that report the same act: who "bought" a company "acquired" it. Read from {@code
 * event-words.txt}; immutable.
 */
final class EventWords {

  private final Map<String, Set<Integer>> acts = new HashMap<>();
  private final Map<String, Set<Integer>> bearing = new HashMap<>();
  private final Set<Integer> betweenTwo = new HashSet<>();
  private final Set<String> assumed = new HashSet<>();

  /**
   * @param analyze turns text into the words of the index, so that stems compare
   */
  EventWords(Function<String, List<String>> analyze) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EventWords.class.getResourceAsStream("event-words.txt")),
                StandardCharsets.UTF_8))) {
      int act = 0;
      for (String line : lines.lines().toList()) {
        if (!line.startsWith("#")) {
          int bar = line.indexOf('|');
          String naming = bar < 0 ? line : line.substring(0, bar);
          for (String word : analyze.apply(naming)) {
            acts.computeIfAbsent(word, w -> new HashSet<>()).add(act);
            if (line.startsWith("**")) {
              betweenTwo.add(act);
            }
            if (line.startsWith("*")) {
              assumed.add(word);
            }
          }
          if (bar >= 0) {
            for (String word : analyze.apply(line.substring(bar))) {
              bearing.computeIfAbsent(word, w -> new HashSet<>()).add(act);
            }
          }
          act++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("event-words.txt", e);
    }
  }

  /** The acts that {@code word} can name; empty if it names none. */
  Set<Integer> acts(String word) {
    return acts.getOrDefault(word, Set.of());
  }

  /** Whether {@code word} names an act that a question can take for granted. */
  boolean isAssumed(String word) {
    return assumed.contains(word);
  }

  /** Whether some word of {@code words} says the act that {@code word} names, or bears it out. */
  boolean bearOut(Collection<String> words, String word) {
    Set<Integer> meant = acts(word);
    return says(words, word)
        || words.stream().anyMatch(w -> shares(bearing.getOrDefault(w, Set.of()), meant));
  }

  /** Whether {@code word} names an act that one party does to another. */
  boolean isBetweenTwo(String word) {
    return acts(word).stream().anyMatch(betweenTwo::contains);
  }

  /** Whether some word of {@code words} is {@code word} or names an act that it names. */
  boolean says(Collection<String> words, String word) {
    if (words.contains(word)) {
      return true;
    }
    Set<Integer> meant = acts(word);
    return !meant.isEmpty() && words.stream().anyMatch(w -> shares(acts(w), meant));
  }

  private static boolean shares(Set<Integer> one, Set<Integer> other) {
    return one.stream().anyMatch(other::contains);
  }
}
