package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.AnswerKind;
import java.util.Set;

/** Scored candidates for tests. */
final class Scores {

  private Scores() {}

  /** One that holds the kind of thing asked for, and all of the query's words. */
  static Scored scored(Candidate candidate, double score, double entities) {
    return new Scored(
        candidate,
        new Said(Set.of(), Set.of(), Set.of(), Set.of()),
        score,
        new Features(
            1,
            0,
            0,
            false,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            1,
            1,
            1,
            1,
            entities,
            entities,
            entities,
            true,
            0,
            0,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            candidate.section(),
            AnswerKind.SUMMARY,
            false,
            candidate.text().length()));
  }
}
