package dev.footnote.core.answer;

import java.util.List;
import java.util.Optional;

/**
 * What a writer proposes, before grounding.
 *
 * @param lead the one thing asked for, as the first sentence writes it
 * @param sentences best first, or in the order of time
 * @param notes what is missing, for the reader; no statement of news
 */
record Draft(Optional<String> lead, List<Sentence> sentences, List<String> notes) {

  /**
   * A sentence and the candidates that it rests on.
   *
   * @param text what is to be said
   */
  record Sentence(String text, List<Candidate> evidence) {

    Sentence {
      evidence = List.copyOf(evidence);
    }

    static Sentence of(Candidate candidate) {
      return new Sentence(candidate.text(), List.of(candidate));
    }
  }

  Draft {
    sentences = List.copyOf(sentences);
    notes = List.copyOf(notes);
  }
}
