package dev.footnote.core.answer;

import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.Retrieval;
import java.util.Comparator;
import java.util.List;

/** Judges how well each candidate answers a query: its words, names, meaning, kind and day. */
final class CandidateScorer {

  /**
   * A candidate and why it scores as it does.
   *
   * @param score how likely it answers beside the best, which has 1; above 0; compares within one
   *     query
   */
  record Scored(Candidate candidate, double score, Features features) {

    double coverage() {
      return features.coverage();
    }

    /** The share of the query's words that its document says. */
    double story() {
      return features.story();
    }

    double entities() {
      return features.entities();
    }

    boolean direct() {
      return features.direct();
    }
  }

  private record Weighed(Candidate candidate, Features features, double logit) {}

  private final PassageIndex index;
  private final Vocabulary vocabulary;
  private final EventWords events;

  CandidateScorer(PassageIndex index, Vocabulary vocabulary, EventWords events) {
    this.index = index;
    this.vocabulary = vocabulary;
    this.events = events;
  }

  /**
   * The candidates with their scores, best first.
   *
   * @param recent documents that the conversation is about, the one that its last answer rests on
   *     first
   */
  List<Scored> score(
      Query query, List<Candidate> candidates, List<String> recent, Retrieval.Likeness likeness) {
    var reader = new FeatureReader(index, vocabulary, events, query, candidates, recent, likeness);
    List<Weighed> weighed =
        candidates.stream()
            .map(c -> {
              Features features = reader.of(c);
              return new Weighed(c, features, Weights.logit(features));
            })
            .sorted(Comparator.comparingDouble(Weighed::logit).reversed())
            .toList();
    double best = weighed.isEmpty() ? 0 : weighed.get(0).logit();
    return weighed.stream()
        .map(w -> new Scored(w.candidate(), Math.exp(w.logit() - best), w.features()))
        .toList();
  }
}
