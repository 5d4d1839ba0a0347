package dev.footnote.core.retrieval;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a retriever found.
 *
 * @param passages best first
 * @param signals how sure the index is that it holds what was asked
 * @param likeness how near in meaning a passage is to the question, whether found or not
 * @param expected how near the nearest question is that curators wrote for a passage
 */
public record Retrieval(
    List<ScoredPassage> passages, Signals signals, Likeness likeness, Likeness expected) {

  /** How near in meaning passages are to the question that was asked. */
  @FunctionalInterface
  public interface Likeness {

    /** Where no question was embedded. */
    Likeness UNKNOWN = passages -> Map.of();

    /** The cosine of each passage, -1 to 1, by its id; those without a vector are left out. */
    Map<String, Double> of(Collection<Passage> passages);
  }

  /**
   * What abstention is judged by; every figure compares across queries.
   *
   * @param cosine of the nearest passage, -1 to 1; NaN where no embedding was at hand
   * @param lexical the best passage's BM25 score over the highest the query's words could reach, 0
   *     to 1
   * @param coverage the share of the query's words, by their rarity, in the best sentence, 0 to 1
   * @param names the share of the names asked about that the best passages hold, 0 to 1; 1 where
   *     none is asked about
   * @param answered how much liker the question is to those that curators know to be answered than
   *     to those that they know not to be, -1 to 1; 0 where that is unknown
   */
  public record Signals(
      double cosine, double lexical, double coverage, double names, double answered) {}

  public Retrieval {
    passages = List.copyOf(passages);
  }
}
