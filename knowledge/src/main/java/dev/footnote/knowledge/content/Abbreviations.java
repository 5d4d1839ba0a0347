package dev.footnote.knowledge.content;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows which full stops end no sentence. */
final class Abbreviations {

  /** Always go before what they belong to: "Dr. Li", "Anthropic v. Hegseth". */
  private static final Set<String> LEADING =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "reps", "sens", "gov", "gen", "lt", "col",
          "sgt", "st", "hon", "rev", "messrs", "mx", "v", "vs", "cf", "viz", "approx", "ca", "e.g",
          "i.e", "atty", "capt", "cmdr", "maj", "pres", "supt", "mt", "ft");

  /** Abbreviations only before a figure: "No. 5", "Jan. 8". */
  private static final Set<String> BEFORE_FIGURES =
      Set.of(
          "no", "nos", "art", "arts", "sec", "secs", "fig", "figs", "vol", "p", "pp", "ch", "para",
          "est", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
          "dec", "ver", "op", "ed", "eq");

  /** May end a sentence, if what follows looks like the start of one. */
  private static final Set<String> TRAILING =
      Set.of(
          "inc", "corp", "co", "ltd", "bros", "jr", "sr", "etc", "al", "dept", "assn", "intl",
          "llc", "plc", "univ", "est", "ave", "blvd", "ext", "ph.d", "jan", "feb", "sept", "oct",
          "nov", "dec", "calif", "mass", "cos", "gmbh", "dist", "ct");

  private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}\\.)+\\p{L}");

  /** Words that open sentences far more often than they follow an abbreviation. */
  private static final Set<String> OPENERS =
      Set.of(
          "a",
          "according",
          "after",
          "all",
          "also",
          "although",
          "an",
          "and",
          "another",
          "as",
          "at",
          "before",
          "both",
          "but",
          "by",
          "during",
          "earlier",
          "either",
          "even",
          "for",
          "from",
          "he",
          "her",
          "his",
          "how",
          "however",
          "if",
          "in",
          "instead",
          "it",
          "its",
          "last",
          "later",
          "meanwhile",
          "most",
          "neither",
          "no",
          "nor",
          "not",
          "of",
          "on",
          "one",
          "only",
          "or",
          "other",
          "others",
          "our",
          "separately",
          "several",
          "she",
          "since",
          "so",
          "some",
          "still",
          "that",
          "the",
          "their",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "to",
          "two",
          "under",
          "until",
          "we",
          "what",
          "when",
          "where",
          "which",
          "while",
          "who",
          "with",
          "yet");

  /** Before these a single letter is a label and ends the sentence: "a Series C. The round…". */
  private static final Set<String> LABELS =
      Set.of(
          "series", "plan", "class", "type", "section", "appendix", "exhibit", "option", "phase");

  private Abbreviations() {}

  /**
   * Whether the stop after {@code word} ends no sentence.
   *
   * @param before the word before {@code word}, or ""
   * @param word without its last full stop
   * @param next the word that follows, never empty
   */
  static boolean continues(String before, String word, String next) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean figure = Character.isDigit(next.charAt(0));
    if (LEADING.contains(lower)) {
      return true;
    }
    if (BEFORE_FIGURES.contains(lower) && figure) {
      return true;
    }
    if (isInitial(word)) {
      return !LABELS.contains(before.toLowerCase(Locale.ROOT));
    }
    return (TRAILING.contains(lower) || DOTTED.matcher(word).matches()) && !opens(next);
  }

  /** Whether {@code word}, without its last full stop, is some abbreviation. */
  static boolean isOne(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return LEADING.contains(lower)
        || TRAILING.contains(lower)
        || isInitial(word)
        || DOTTED.matcher(word).matches();
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 && Character.isUpperCase(word.charAt(0));
  }

  private static boolean opens(String next) {
    return Character.isUpperCase(next.charAt(0)) && OPENERS.contains(next.toLowerCase(Locale.ROOT));
  }
}
