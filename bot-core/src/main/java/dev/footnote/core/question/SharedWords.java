package dev.footnote.core.question;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the sides of a comparison share: its words without those that ask or compare. */
final class SharedWords {

  /** Words that ask or hold against each other; what is left is what the sides share. */
  private static final Set<String> DROPPED =
      Set.of(
          "who",
          "which",
          "what",
          "whats",
          "what's",
          "how",
          "has",
          "have",
          "had",
          "is",
          "are",
          "was",
          "were",
          "does",
          "do",
          "did",
          "the",
          "a",
          "an",
          "more",
          "most",
          "less",
          "fewer",
          "better",
          "best",
          "worse",
          "compare",
          "compares",
          "compared",
          "comparing",
          "comparison",
          "difference",
          "differences",
          "differ",
          "different",
          "diff",
          "between",
          "versus",
          "vs",
          "than",
          "first",
          "earlier",
          "sooner",
          "of",
          "one",
          "company",
          "model",
          "both",
          "to",
          "with",
          "and",
          "or",
          "me",
          "please",
          "pls",
          "can",
          "could",
          "you",
          "tell",
          "so",
          "on",
          "in",
          "terms",
          "for",
          "came",
          "come",
          "happened",
          "up",
          "stack",
          "against",
          "from",
          "it",
          "will",
          "would",
          "be",
          "please,",
          "by",
          "regarding",
          "at",
          "when",
          "much",
          "many",
          "each",
          "respectively");

  /** Kept where they stand beside a date: "in 2025", "by March". */
  private static final Set<String> PREPOSITIONS =
      Set.of("in", "on", "by", "for", "at", "from", "of");

  private static final Map<String, String> COMPARATIVES =
      Map.ofEntries(
          Map.entry("cheaper", "price"),
          Map.entry("cheapest", "price"),
          Map.entry("pricier", "price"),
          Map.entry("expensive", "price"),
          Map.entry("faster", "speed"),
          Map.entry("bigger", "size"),
          Map.entry("larger", "size"),
          Map.entry("biggest", "size"),
          Map.entry("largest", "size"),
          Map.entry("smaller", "size"),
          Map.entry("older", "founded"),
          Map.entry("newer", "released"),
          Map.entry("richer", "worth"),
          Map.entry("valuable", "valuation"),
          Map.entry("safer", "safety"),
          Map.entry("out", "release"));

  private SharedWords() {}

  /** What is left of {@code part} without the words that only ask or compare. */
  static String of(String part) {
    Set<String> kept = new LinkedHashSet<>();
    String[] words = part.strip().split("\\s+");
    for (int i = 0; i < words.length; i++) {
      String word = words[i].replaceAll("^[\\p{Punct}“”‘’&&[^$]]+|[\\p{Punct}“”‘’&&[^%]]+$", "");
      String key = Words.lower(word);
      boolean beforeDate =
          PREPOSITIONS.contains(key)
              && i + 1 < words.length
              && words[i + 1].matches(
                  "(?i)\\d{4}\\W*|q[1-4]\\W*|h[12]\\W*|\\w+uary|march|april|may|june"
                      + "|july|august|\\w+ember|october");
      if (beforeDate) {
        kept.add(word);
      } else if (!word.isEmpty() && !DROPPED.contains(key)) {
        kept.add(COMPARATIVES.getOrDefault(key, word));
      }
    }
    return String.join(" ", kept);
  }
}
