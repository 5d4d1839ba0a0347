package dev.footnote.core.answer;

import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Span;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a query says besides the names in it: its content words with their rarity, stemmed as the
 * index stems. Time words, question words and known names are left out; names are judged apart.
 */
record QueryWords(Map<String, Double> content, double total) {

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
    for (String word : index.analyze(text.toString())) {
      if (!ASKING.contains(word) && word.length() > 1) {
        content.computeIfAbsent(word, index::rarity);
      }
    }
    return new QueryWords(
        content, content.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = Math.max(0, start); i < Math.min(end, text.length()); i++) {
      text.setCharAt(i, ' ');
    }
  }

  /** The words that name acts, in the order of the query. */
  List<String> acts(EventWords events) {
    return content.keySet().stream().filter(w -> !events.acts(w).isEmpty()).toList();
  }
}
