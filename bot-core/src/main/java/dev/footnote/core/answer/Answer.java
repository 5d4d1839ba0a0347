package dev.footnote.core.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the bot says: statements that each cite evidence, or an open refusal. */
public sealed interface Answer {

  /** Questions that the bot can answer next. */
  List<String> followUps();

  /**
   * @param statements best first, or in the order of time for a timeline; one to four, a timeline
   *     up to eight
   * @param citations by number, ascending from 1; each is used by a statement or disagreement
   * @param disagreements where the evidence differs, side by side
   * @param asOf the day of the newest evidence cited
   * @param removed how many statements the grounding gate took out
   * @param notes what was asked and is not on file, for the reader; no statement of news
   */
  record Grounded(
      List<Statement> statements,
      List<Citation> citations,
      List<Disagreement> disagreements,
      LocalDate asOf,
      List<String> followUps,
      int removed,
      List<String> notes)
      implements Answer {

    public Grounded {
      statements = List.copyOf(statements);
      citations = List.copyOf(citations);
      disagreements = List.copyOf(disagreements);
      followUps = List.copyOf(followUps);
      notes = List.copyOf(notes);
      if (statements.isEmpty()) {
        throw new IllegalArgumentException("an answer without statements: abstain instead");
      }
    }

    /** An answer to which nothing is missing. */
    public Grounded(
        List<Statement> statements,
        List<Citation> citations,
        List<Disagreement> disagreements,
        LocalDate asOf,
        List<String> followUps,
        int removed) {
      this(statements, citations, disagreements, asOf, followUps, removed, List.of());
    }

    /** The statements with their citation marks, one after the other. */
    public String text() {
      return String.join(" ", statements.stream().map(Statement::marked).toList());
    }
  }

  /**
   * @param detail one sentence more, naming what is missing, if there is something to name
   * @param nearest the stories nearest to the question, nearest first; may be empty
   */
  record Abstained(
      Abstention reason, Optional<String> detail, List<Nearest> nearest, List<String> followUps)
      implements Answer {

    public Abstained {
      nearest = List.copyOf(nearest);
      followUps = List.copyOf(followUps);
    }

    /** The refusal for a reader. */
    public String text() {
      return detail.map(d -> reason.sentence() + " " + d).orElse(reason.sentence());
    }
  }

  /**
   * @param about what the evidence differs on
   * @param values what each side says, at least two
   */
  record Disagreement(String about, List<Statement> values) {

    public Disagreement {
      values = List.copyOf(values);
    }
  }

  /** A story or article that is near to a question it does not answer. */
  record Nearest(String document, String title, LocalDate published) {}
}
