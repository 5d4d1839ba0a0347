package dev.footnote.core.retrieval;

import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex.WeightedTerm;
import dev.footnote.core.retrieval.Retrieval.Signals;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads off what was found how sure one can be that it holds what was asked. */
public final class Evidence {

  private static final int PASSAGES_READ = 10;

  private static final float WRITTEN_OUT_WEIGHT = 0.7f;

  /** What people type in chats, and what is written about it. */
  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("capex", "capital spending expenditure"),
          Map.entry("ipo", "stock market listing public offering"),
          Map.entry("arr", "annualised run-rate revenue"),
          Map.entry("rev", "revenue"),
          Map.entry("gpus", "chips"),
          Map.entry("ram", "memory"),
          Map.entry("exec", "executive"),
          Map.entry("execs", "executives"),
          Map.entry("devs", "developers"),
          Map.entry("acq", "acquisition"),
          Map.entry("govt", "government"),
          Map.entry("dc", "data centre"),
          Map.entry("ctx", "context window"),
          Map.entry("evals", "benchmarks"),
          Map.entry("boss", "chief executive"),
          Map.entry("ceo", "chief executive"));

  private Evidence() {}

  /** The distinct words of {@code text}; short forms with what articles write for them. */
  public static List<WeightedTerm> terms(String text, PassageIndex index) {
    var terms = new LinkedHashMap<String, WeightedTerm>();
    for (String typed : index.analyze(text)) {
      String term = index.spelling(typed);
      terms.putIfAbsent(term, new WeightedTerm(term, 1));
    }
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      for (String term : index.analyze(WRITTEN_OUT.getOrDefault(word, ""))) {
        terms.putIfAbsent(term, new WeightedTerm(term, WRITTEN_OUT_WEIGHT));
      }
    }
    return List.copyOf(terms.values());
  }

  /**
   * The signals that abstention is judged by.
   *
   * @param answered as the signal of that name
   */
  public static Signals signals(
      Query query,
      List<Fusion.Found> found,
      List<ScoredPassage> passages,
      double answered,
      PassageIndex index) {
    double cosine = Double.NaN;
    double lexical = 0;
    for (Fusion.Found one : found) {
      if (one.search().role() == SubQuery.Role.WHOLE) {
        cosine = one.dense().isEmpty() ? Double.NaN : one.dense().get(0).score();
        lexical = one.lexical().isEmpty() ? 0 : one.lexical().get(0).score();
      }
    }
    Set<String> words = new HashSet<>(index.analyze(query.text()));
    double rarity = words.stream().mapToDouble(index::rarity).sum();
    List<ScoredPassage> top = passages.stream().limit(PASSAGES_READ).toList();
    return new Signals(
        cosine,
        rarity == 0 ? 0 : lexical / rarity,
        rarity == 0 ? 0 : coverage(words, top, index) / rarity,
        names(query, top),
        answered);
  }

  /** The rarity of the query's words in the one sentence that holds most of it. */
  private static double coverage(
      Set<String> words, List<ScoredPassage> passages, PassageIndex index) {
    double most = 0;
    for (ScoredPassage scored : passages) {
      String text = scored.passage().text();
      for (Sentences.Span sentence : Sentences.spans(text)) {
        Set<String> held = new HashSet<>(index.analyze(sentence.of(text)));
        held.retainAll(words);
        most = Math.max(most, held.stream().mapToDouble(index::rarity).sum());
      }
    }
    return most;
  }

  private static double names(Query query, List<ScoredPassage> passages) {
    if (query.unknownNames().isEmpty()) {
      return 1;
    }
    long held =
        query.unknownNames().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> passages.stream().anyMatch(p -> holds(p.passage(), name)))
            .count();
    return (double) held / query.unknownNames().size();
  }

  private static boolean holds(Passage passage, String name) {
    return (passage.head() + "\n" + passage.text()).toLowerCase(Locale.ROOT).contains(name);
  }
}
