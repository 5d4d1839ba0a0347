package dev.footnote.core.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of everyday English: what looks like one is not taken for a name without more reason. */
final class OrdinaryWords {

  private static final Set<String> WORDS = read();

  private OrdinaryWords() {}

  /** Whether {@code key}, folded, is such a word. */
  static boolean contains(String key) {
    return WORDS.contains(key);
  }

  /** Whether {@code key} is such a word or an inflection of one. */
  static boolean containsFormOf(String key) {
    return contains(key)
        || stem(key, "s")
        || stem(key, "es")
        || stem(key, "ed")
        || stem(key, "ing");
  }

  private static boolean stem(String key, String ending) {
    if (!key.endsWith(ending) || key.length() - ending.length() < 3) {
      return false;
    }
    String stem = key.substring(0, key.length() - ending.length());
    return contains(stem) || contains(stem + "e");
  }

  private static Set<String> read() {
    try (InputStream in =
            Objects.requireNonNull(
                OrdinaryWords.class.getResourceAsStream("ordinary-words.txt"),
                "resource ordinary-words.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
