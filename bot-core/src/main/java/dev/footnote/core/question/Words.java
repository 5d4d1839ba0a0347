package dev.footnote.core.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts text into runs of letters and digits, and folds case and diacritics. */
final class Words {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /**
   * One run of letters and digits.
   *
   * @param key lower case, without diacritics
   * @param capital whether it was written with a capital first letter
   */
  record Word(int start, int end, String key, boolean capital) {}

  private Words() {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && isWordChar(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String key = fold(text.substring(start, i));
        if (!key.isEmpty()) { // a diacritic that stands alone is no word
          words.add(new Word(start, i, key, Character.isUpperCase(text.charAt(start))));
        }
        start = -1;
      }
    }
    return words;
  }

  /** Lower case, without diacritics. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (lower.charAt(i) > 127) {
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
      }
    }
    return lower;
  }

  /** The folded letters and digits of {@code name}, with nothing between them. */
  static String key(String name) {
    StringBuilder key = new StringBuilder();
    of(name).forEach(w -> key.append(w.key()));
    return key.toString();
  }

  /** {@code text} in lower case, of the same length, so that offsets stay. */
  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      lower.append(c == '\u2019' || c == '\u02BC' ? '\'' : c);
    }
    return lower.toString();
  }

  private static boolean isWordChar(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
