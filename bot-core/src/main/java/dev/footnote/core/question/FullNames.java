package dev.footnote.core.question;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the names that stories use in the place of nicknames, tickers and misspellings. */
final class FullNames {

  /** Longer texts are composed, not typed: they name things as they are called. */
  private static final int LONGEST = 160;

  private static final Pattern V = Pattern.compile(" v\\.? ");

  private static final Pattern LEGAL =
      Pattern.compile(
          "(?i)\\b(?:ruling|case|lawsuit|suit|trial|court|judge|verdict|jury|appeal|sued?|settle\\w*)\\b");

  private FullNames() {}

  /** {@code text} with every entity that goes by a word not of its name under its name. */
  static String in(String text, Vocabulary vocabulary) {
    if (text.length() > LONGEST) {
      return text;
    }
    var full = new StringBuilder();
    int done = 0;
    for (Mention mention : vocabulary.find(text)) {
      String typed = text.substring(mention.start(), mention.end());
      if (mention.kind() == Mention.Kind.ENTITY && !sharesWord(typed, mention.name())) {
        full.append(text, done, mention.start()).append(mention.name());
        done = mention.end();
      }
    }
    return versus(full.append(text, done, text.length()).toString(), vocabulary);
  }

  /** "A v B" holds A against B, unless it is a case of that name. */
  private static String versus(String text, Vocabulary vocabulary) {
    Matcher v = V.matcher(text);
    boolean aCase = LEGAL.matcher(text).find();
    if (aCase || !v.find()) {
      return text;
    }
    int at = v.start() + 1;
    return vocabulary.find(text).stream().anyMatch(m -> m.start() < at && at < m.end())
        ? text
        : v.replaceFirst(" vs ");
  }

  private static boolean sharesWord(String typed, String name) {
    Set<String> words = new HashSet<>();
    Words.of(name).forEach(word -> words.add(word.key()));
    return Words.of(typed).stream().anyMatch(word -> words.contains(word.key()));
  }
}
