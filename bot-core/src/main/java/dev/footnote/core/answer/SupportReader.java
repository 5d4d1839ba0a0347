package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Query;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.Retrieval.Signals;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads off the evidence what supports a short question. */
final class SupportReader {

  /** So much of the entities a sentence must name to be about them. */
  private static final double ABOUT = 0.75;

  /** What a name counts for in a joint share, in the measure of a word's rarity. */
  private static final double NAME = 4;

  private final PassageIndex index;
  private final Premise premise;

  SupportReader(PassageIndex index, Premise premise) {
    this.index = index;
    this.premise = premise;
  }

  /** What one document says of the question, in all its candidates. */
  private static final class Told {
    private final Set<String> words = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private double likely;
  }

  /**
   * @param context the signals of the query read with the question before it, where there was one
   * @param evidence best first, at least one
   */
  Support read(
      Query query,
      QueryWords words,
      Signals signals,
      Optional<Signals> context,
      List<Scored> evidence,
      boolean future) {
    Scored top = evidence.get(0);
    Map<String, Told> documents = new HashMap<>();
    double likely = 0;
    double entities = 0;
    Set<String> said = new HashSet<>();
    for (Scored one : evidence) {
      Told told = documents.computeIfAbsent(one.candidate().document(), d -> new Told());
      told.words.addAll(one.said().allWords());
      told.names.addAll(one.said().allNames());
      told.likely += one.score();
      likely += one.score();
      entities = Math.max(entities, one.entities());
      if (one.entities() >= ABOUT) {
        said.addAll(one.said().allWords());
      }
    }
    Told story = documents.getOrDefault(top.candidate().document(), new Told());
    return new Support(
        query,
        signals,
        context,
        top,
        entities,
        words.share(said),
        premise.borneOut(query, evidence),
        words.unknown(index),
        joint(query, words, top.said().allWords(), top.said().allNames()),
        joint(query, words, top.said().words(), top.said().names()),
        evidence.stream()
            .mapToDouble(s -> joint(query, words, s.said().words(), s.said().names()))
            .max()
            .orElse(0),
        joint(query, words, story.words, story.names),
        documents.values().stream()
            .mapToDouble(d -> joint(query, words, d.words, d.names))
            .max()
            .orElse(0),
        words.total() - words.weight(story.words),
        query.entities().stream().filter(id -> !story.names.contains(id)).count(),
        documents.values().stream().mapToDouble(d -> d.likely).max().orElse(0) / likely,
        future,
        evidence.stream().mapToDouble(e -> e.features().like()).max().orElse(FeatureReader.LIKE),
        evidence.stream()
            .mapToDouble(e -> e.features().likeInContext())
            .max()
            .orElse(FeatureReader.LIKE),
        top.features().spokenOf(),
        words.content().size());
  }

  private static double joint(
      Query query, QueryWords words, Set<String> saidWords, Set<String> saidNames) {
    double all = words.total() + NAME * query.entities().size();
    return all == 0 ? 1 : (words.weight(saidWords) + NAME * saidNames.size()) / all;
  }
}
