package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes by choosing: one to four sentences that answer, each as its evidence has it, best first; a
 * comparison's sides in turn; a timeline in the order of time.
 */
final class ExtractiveAnswerWriter implements AnswerWriter {

  private static final int MOST_SENTENCES = 3;
  private static final int MOST_IN_LIST = 4;
  private static final int MOST_EVENTS = 8;

  /** A further sentence must come so near to the best. */
  private static final double NEAR = 0.78;

  /** Two sentences that share so much of their words say the same. */
  private static final double SAME = 0.55;

  private final PassageIndex index;
  private final Vocabulary vocabulary;

  ExtractiveAnswerWriter(PassageIndex index, Vocabulary vocabulary) {
    this.index = index;
    this.vocabulary = vocabulary;
  }

  @Override
  public Draft write(Query query, List<Scored> evidence) {
    List<Scored> sayable =
        evidence.stream().filter(s -> s.candidate().section() != Section.DIFFERENCE).toList();
    if (sayable.isEmpty()) {
      return new Draft(Optional.empty(), sentences(evidence.subList(0, 1)), List.of());
    }
    return switch (query.kind()) {
      case TIMELINE -> timeline(query, sayable);
      case COMPARISON -> query.sides().isEmpty() ? plain(query, sayable) : sides(query, sayable);
      case DATE, AMOUNT, COUNT, PERSON, ORGANISATION, LIST, YES_NO, REASON, SUMMARY ->
          plain(query, sayable);
    };
  }

  private Draft plain(Query query, List<Scored> evidence) {
    Scored best = evidence.get(0);
    int most = query.kind() == AnswerKind.LIST ? MOST_IN_LIST : MOST_SENTENCES;
    List<Scored> chosen = distinct(near(best, evidence), most);
    Optional<String> lead = Leads.of(query, best.candidate().text(), vocabulary, index::analyze);
    return new Draft(lead, sentences(chosen), List.of());
  }

  private static List<Scored> near(Scored best, List<Scored> evidence) {
    return evidence.stream().filter(s -> s.score() >= NEAR * best.score()).toList();
  }

  /** The first {@code most} that do not repeat one another. */
  private List<Scored> distinct(List<Scored> evidence, int most) {
    var chosen = new ArrayList<Scored>();
    var words = new ArrayList<Set<String>>();
    for (Scored one : evidence) {
      Set<String> its = new HashSet<>(index.analyze(one.candidate().text()));
      if (words.stream().noneMatch(other -> overlap(its, other) > SAME)) {
        chosen.add(one);
        words.add(its);
      }
      if (chosen.size() == most) {
        break;
      }
    }
    return chosen;
  }

  private static double overlap(Set<String> one, Set<String> other) {
    var shared = new HashSet<>(one);
    shared.retainAll(other);
    return (double) shared.size() / Math.max(1, Math.min(one.size(), other.size()));
  }

  private Draft timeline(Query query, List<Scored> evidence) {
    double least = 0.6 * evidence.get(0).score();
    List<Scored> events =
        distinct(
            evidence.stream()
                .filter(s -> s.score() >= least && s.entities() >= 0.5)
                .filter(s -> s.direct() || s.candidate().section() == Section.LEAD)
                .toList(),
            MOST_EVENTS);
    if (events.isEmpty()) {
      return plain(query, evidence);
    }
    return new Draft(
        Optional.empty(),
        sentences(events.stream().sorted(Comparator.comparing(s -> s.candidate().day())).toList()),
        List.of());
  }

  private Draft sides(Query query, List<Scored> evidence) {
    var chosen = new ArrayList<Scored>();
    var notes = new ArrayList<String>();
    for (String side : query.sides()) {
      Set<String> names = Sides.ids(side, vocabulary);
      List<Scored> its =
          evidence.stream()
              .filter(s -> Sides.isAbout(s.candidate(), side, names, vocabulary, index))
              .filter(s -> !chosen.contains(s))
              .toList();
      if (its.isEmpty()) {
        notes.add("Nothing on file for: " + side + ".");
      } else {
        chosen.add(its.get(0));
      }
    }
    if (chosen.isEmpty()) {
      return plain(query, evidence);
    }
    if (chosen.size() < MOST_IN_LIST) {
      Scored first = chosen.get(0);
      for (Scored more : distinct(near(first, evidence), MOST_IN_LIST)) {
        if (chosen.size() < MOST_IN_LIST && repeatsNone(more, chosen) && more.direct()) {
          chosen.add(more);
        }
      }
    }
    return new Draft(Optional.empty(), sentences(chosen), notes);
  }

  private boolean repeatsNone(Scored one, List<Scored> chosen) {
    Set<String> its = new HashSet<>(index.analyze(one.candidate().text()));
    return chosen.stream()
        .noneMatch(c -> overlap(its, new HashSet<>(index.analyze(c.candidate().text()))) > SAME);
  }

  private static List<Draft.Sentence> sentences(List<Scored> chosen) {
    return chosen.stream().map(s -> Draft.Sentence.of(s.candidate())).toList();
  }
}
