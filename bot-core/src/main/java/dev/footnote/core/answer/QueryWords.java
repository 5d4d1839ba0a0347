package dev.footnote.core.answer;

import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Span;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a query says besides the names in it: its content words with their rarity, stemmed as the
 * index stems. Time words, question words and known names are left out; names are judged apart.
 */
record QueryWords(Map<String, Double> content, double total) {

  private static final int LEAST_UNKNOWN = 3;

  private static final Set<String> ASKING =
      Set.of(
          "when",
          "who",
          "what",
          "which",
          "how",
          "why",
          "where",
          "whose",
          "whom",
          "much",
          "mani",
          "did",
          "do",
          "doe",
          "ha",
          "have",
          "had",
          "can",
          "could",
          "would",
          "should",
          "were",
          "been",
          "i",
          "me",
          "my",
          "you",
          "your",
          "us",
          "we",
          "tell",
          "show",
          "about",
          "latest",
          "new",
          "newest",
          "recent",
          "from",
          "so",
          "far",
          "ani",
          "some",
          "happen",
          "more",
          "most",
          "than",
          "get",
          "got",
          "give",
          "know",
          "its",
          "he",
          "she",
          "him",
          "her",
          "doesn",
          "didn",
          "isn",
          "whats",
          "wen",
          "hw",
          "date",
          "up",
          "out",
          "between",
          "same",
          "there",
          "now",
          "becaus",
          "after",
          "befor",
          "vs",
          "compar",
          "first",
          "came",
          "come",
          "happened",
          "exactli",
          "realli",
          "actual",
          "also",
          "just");

  static QueryWords of(Query query, PassageIndex index) {
    var text = new StringBuilder(query.text());
    for (Mention mention : query.mentions()) {
      blank(text, mention.start(), mention.end());
    }
    for (Span span : query.timeWords()) {
      blank(text, span.start(), span.end());
    }
    Map<String, Double> content = new LinkedHashMap<>();
    for (String typed : index.analyze(ActPhrases.inOneWord(text.toString()))) {
      String word = index.spelling(typed);
      if (!ASKING.contains(word) && word.length() > 1) {
        content.computeIfAbsent(word, index::rarity);
      }
    }
    return new QueryWords(
        content, content.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  /** The share of the words, by rarity, that {@code said} says; 1 where there are none. */
  double share(Set<String> said, EventWords events) {
    return share(in(said, events));
  }

  /** Those of the words that {@code said} says, in these words or in others for the same act. */
  Set<String> in(Set<String> said, EventWords events) {
    return content.keySet().stream()
        .filter(word -> events.says(said, word))
        .collect(Collectors.toSet());
  }

  /** The share, by rarity, of {@code some} of the words; 1 where there are none at all. */
  double share(Set<String> some) {
    return total == 0 ? 1 : weight(some) / total;
  }

  /** The rarity of {@code some} of the words together. */
  double weight(Set<String> some) {
    return some.stream().mapToDouble(word -> content.getOrDefault(word, 0.0)).sum();
  }

  /** How many of the words nothing on file holds, in this or a neighbouring spelling. */
  long unknown(PassageIndex index) {
    return content.keySet().stream()
        .filter(w -> w.length() >= LEAST_UNKNOWN && !index.knows(w))
        .count();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = Math.max(0, start); i < Math.min(end, text.length()); i++) {
      text.setCharAt(i, ' ');
    }
  }

  /** The words that name acts which the query takes for granted, in its order. */
  List<String> acts(EventWords events) {
    return content.keySet().stream().filter(events::isAssumed).toList();
  }
}
