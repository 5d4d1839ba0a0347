package dev.footnote.core.answer;

import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.core.retrieval.Retrieval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges how well each candidate answers a query: its words, names, meaning, kind and day. */
final class CandidateScorer {

  /**
   * A candidate and why it scores as it does.
   *
   * @param said what it says of the query
   * @param score how likely it answers beside the best, which has 1; above 0; compares within one
   *     query
   */
  record Scored(Candidate candidate, Said said, double score, Features features) {

    double coverage() {
      return features.coverage();
    }

    double entities() {
      return features.entities();
    }

    boolean direct() {
      return features.direct();
    }
  }

  private record Weighed(Candidate candidate, Said said, Features features, double logit) {}

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
   * @param spokenOf what the conversation is about
   * @param retrieval for the query
   * @param context for the query read with the question before it, where there was one
   */
  List<Scored> score(
      Query query,
      List<Candidate> candidates,
      SpokenOf spokenOf,
      Retrieval retrieval,
      Optional<Retrieval> context) {
    var reader =
        new FeatureReader(
            index, vocabulary, events, query, candidates, spokenOf, retrieval, context);
    List<Weighed> weighed =
        candidates.stream()
            .map(c -> {
              Said said = reader.said(c);
              Features features = reader.of(c, said);
              return new Weighed(c, said, features, Weights.logit(features));
            })
            .sorted(Comparator.comparingDouble(Weighed::logit).reversed())
            .toList();
    double best = weighed.isEmpty() ? 0 : weighed.get(0).logit();
    return weighed.stream()
        .map(w -> new Scored(w.candidate(), w.said(), Math.exp(w.logit() - best), w.features()))
        .toList();
  }
}
