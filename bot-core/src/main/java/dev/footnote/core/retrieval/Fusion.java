package dev.footnote.core.retrieval;

import static java.util.Comparator.comparingDouble;

import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.SubQuery.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuses what the searches of one query found into one ranking.
 *
 * <p>A passage's score adds up what the whole query, the sides of a comparison and the publisher's
 * own clauses say for it, each as a share of that search's best; of the segments only the one that
 * it answers best counts, since a passage holds one fact. Words and meaning weigh half and half
 * where a search was embedded: linear fusion beat reciprocal ranks by .01 to .03 hits in ten.
 * Publishers and days that the question names are soft evidence: what lacks them loses a penalty.
 */
public final class Fusion {

  /**
   * What one search found, each best first.
   *
   * @param lexical by words
   * @param dense by meaning, where it was embedded
   * @param expected by the questions that curators wrote, likewise
   */
  public record Found(
      SubQuery search,
      List<ScoredPassage> lexical,
      List<ScoredPassage> dense,
      List<ScoredPassage> expected) {}

  /** What meaning weighs in a question that is searched whole: short ones paraphrase. */
  private static final double DENSE_SHARE = 0.5;

  /** What it weighs where the parts are searched by words too: long ones quote. */
  private static final double DENSE_SHARE_IN_PARTS = 0.3;

  /** What a question that was expected word for word weighs beside words and meaning. */
  private static final double EXPECTED_SHARE = 1;

  /** A question less like the one asked says nothing of it. */
  private static final double LIKE = 0.6;

  private static final double OTHER_PUBLISHER = 0.3;
  private static final double OTHER_DAY = 0.6;

  private final Query query;
  private final List<Found> found;
  private final List<Found> clauses;
  private final Map<String, Passage> passages = new LinkedHashMap<>();
  private final Map<String, Double> base = new HashMap<>();
  private final List<Map<String, Double>> byClause = new ArrayList<>();

  private Fusion(Query query, List<Found> found) {
    this.query = query;
    this.found = found;
    this.clauses = found.stream().filter(f -> f.search().role() == Role.CLAUSE).toList();
  }

  /** The ranking, best first, at most {@code limit} passages. */
  public static List<ScoredPassage> fuse(Query query, List<Found> found, int limit) {
    return new Fusion(query, found).fuse(limit);
  }

  private List<ScoredPassage> fuse(int limit) {
    var segment = new HashMap<String, Double>();
    for (Found one : found) {
      double weight = one.search().weight();
      switch (one.search().role()) {
        case WHOLE, SIDE -> {
          double meaning = found.size() > 1 ? DENSE_SHARE_IN_PARTS : DENSE_SHARE;
          double words = one.dense().isEmpty() ? 1 : 1 - meaning;
          shares(one.lexical(), 0, weight * words).forEach(this::add);
          shares(one.dense(), mean(one.dense()), weight * meaning).forEach(this::add);
          expected(one.expected(), weight);
        }
        case CLAUSE -> byClause.add(shares(one.lexical(), 0, weight));
        case SEGMENT ->
            shares(one.lexical(), 0, weight).forEach((id, s) -> segment.merge(id, s, Math::max));
      }
    }
    segment.forEach(this::add);
    List<ScoredPassage> ranked = ranked();
    var mixed = new Mixture(limit);
    if (clauses.size() > 1) {
      mixed.takeTurns(queues(ranked));
    }
    return mixed.fill(ranked);
  }

  private void add(String id, double share) {
    base.merge(id, share, Double::sum);
  }

  private Map<String, Double> shares(List<ScoredPassage> list, double floor, double weight) {
    Map<String, Double> shares = new HashMap<>();
    if (!list.isEmpty()) {
      double range = Math.max(1e-6, list.get(0).score() - floor);
      for (ScoredPassage one : list) {
        shares.put(one.passage().id(), weight * Math.max(0, (one.score() - floor) / range));
        passages.putIfAbsent(one.passage().id(), one.passage());
      }
    }
    return shares;
  }

  /**
   * Unlike the others no shares of the best: how like two questions are compares across queries.
   */
  private void expected(List<ScoredPassage> list, double weight) {
    for (ScoredPassage one : list) {
      add(
          one.passage().id(),
          weight * EXPECTED_SHARE * Math.max(0, (one.score() - LIKE) / (1 - LIKE)));
      passages.putIfAbsent(one.passage().id(), one.passage());
    }
  }

  private static double mean(List<ScoredPassage> list) {
    return list.stream().mapToDouble(ScoredPassage::score).average().orElse(0);
  }

  private List<ScoredPassage> ranked() {
    return passages.values().stream()
        .map(p -> new ScoredPassage(p, score(p)))
        .sorted(comparingDouble(ScoredPassage::score).reversed())
        .toList();
  }

  private double score(Passage passage) {
    double score = base.getOrDefault(passage.id(), 0.0);
    for (Map<String, Double> clause : byClause) {
      score += clause.getOrDefault(passage.id(), 0.0);
    }
    if (!query.window().isAlways() && !query.window().contains(passage.day())) {
      score -= OTHER_DAY;
    }
    List<SubQuery> its = clauses.stream().map(Found::search).filter(c -> c.isBy(passage)).toList();
    if (its.isEmpty()) {
      boolean otherDay =
          found.stream()
              .map(Found::search)
              .filter(s -> s.role() == Role.WHOLE && !s.days().isEmpty())
              .anyMatch(s -> !s.names(passage.day()));
      return score - (clauses.isEmpty() ? 0 : OTHER_PUBLISHER) - (otherDay ? OTHER_DAY : 0);
    }
    return its.stream().anyMatch(c -> c.fits(passage)) ? score : score - OTHER_DAY;
  }

  /** For each clause the passages by its publisher, by how well they fit it; best clause first. */
  private List<List<ScoredPassage>> queues(List<ScoredPassage> ranked) {
    var queues = new ArrayList<List<ScoredPassage>>();
    for (int i = 0; i < clauses.size(); i++) {
      SubQuery clause = clauses.get(i).search();
      Map<String, Double> shares = byClause.get(i);
      queues.add(
          ranked.stream()
              .map(ScoredPassage::passage)
              .filter(clause::isBy)
              .map(p ->
                  new ScoredPassage(
                      p,
                      base.getOrDefault(p.id(), 0.0)
                          + shares.getOrDefault(p.id(), 0.0)
                          - (clause.fits(p) ? 0 : OTHER_DAY)))
              .sorted(comparingDouble(ScoredPassage::score).reversed())
              .toList());
    }
    queues.removeIf(List::isEmpty);
    queues.sort(comparingDouble(q -> -q.get(0).score()));
    return queues;
  }
}
