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
  private final Set<Integer> assumed = new HashSet<>();

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
          if (line.startsWith("*")) {
            assumed.add(act);
          }
          for (String word : analyze.apply(line)) {
            acts.computeIfAbsent(word, w -> new HashSet<>()).add(act);
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
    return acts(word).stream().anyMatch(assumed::contains);
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
