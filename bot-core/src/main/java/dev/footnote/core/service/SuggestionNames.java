package dev.footnote.core.service;

import dev.footnote.core.service.Suggestions.Suggestion;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds names by what somebody has typed so far. */
final class SuggestionNames {

  private static final int LONGEST = 100;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** How well a name fits, best first. */
  private enum Fit {
    BEGINNING,
    WORD,
    ALIAS,
    NONE
  }

  /**
   * A suggestion with what it is found by.
   *
   * @param name folded, with a space before each word
   * @param aliases likewise
   */
  record Entry(Suggestion suggestion, String name, List<String> aliases) {}

  private SuggestionNames() {}

  static Entry entry(String label, String value, List<String> aliases) {
    return new Entry(
        new Suggestion(cut(label), value),
        fold(label),
        aliases.stream().map(SuggestionNames::fold).toList());
  }

  /** The entries that fit, best first, else in their order; each word typed begins a word. */
  static List<Suggestion> find(List<Entry> entries, String typed, int limit) {
    var words =
        Arrays.stream(fold(typed).strip().split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> " " + word)
            .toList();
    var whole = String.join("", words);
    var found = new EnumMap<Fit, List<Suggestion>>(Fit.class);
    for (var entry : entries) {
      found
          .computeIfAbsent(fit(entry, whole, words), f -> new ArrayList<>())
          .add(entry.suggestion());
    }
    found.remove(Fit.NONE);
    return found.values().stream()
        .flatMap(List::stream)
        .distinct()
        .limit(Math.max(0, limit))
        .toList();
  }

  private static Fit fit(Entry entry, String whole, List<String> words) {
    if (entry.name().startsWith(whole)) {
      return Fit.BEGINNING;
    }
    if (words.stream().allMatch(entry.name()::contains)) {
      return Fit.WORD;
    }
    for (var alias : entry.aliases()) {
      if (words.stream().allMatch(alias::contains)) {
        return Fit.ALIAS;
      }
    }
    return Fit.NONE;
  }

  private static String fold(String text) {
    var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return " " + OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
