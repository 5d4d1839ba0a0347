package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Query;
import java.util.List;

/** Writes an answer from evidence. What it writes is grounded afterwards, whoever wrote it. */
interface AnswerWriter {

  /**
   * @param evidence best first, at least one
   * @param sides what answers each side of a comparison, best first; empty where it has none
   */
  Draft write(Query query, List<Scored> evidence, List<List<Scored>> sides);
}
