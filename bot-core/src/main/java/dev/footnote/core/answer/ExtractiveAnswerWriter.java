package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import java.time.LocalDate;
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

  /** So likely beside the best must a further sentence of its document be. */
  private static final double NEAR = 0.003;

  /** The same where the question goes on about what was said: there the story is what is sure. */
  private static final double NEAR_GOING_ON = 0.0003;

  /** And one of another document. */
  private static final double NEAR_ELSEWHERE = 0.05;

  /** And name so much of the entities, or less only where the best does. */
  private static final double ABOUT = 0.75;

  /** For the newest word on what is to come. */
  private static final double NEAR_IN_TIME = 0.3;

  /** Among so many of the best a date is looked for where the order of events is asked. */
  private static final int SOON = 8;

  /** Two sentences that share so much of their words say the same. */
  private static final double SAME = 0.55;

  private final PassageIndex index;
  private final Vocabulary vocabulary;

  ExtractiveAnswerWriter(PassageIndex index, Vocabulary vocabulary) {
    this.index = index;
    this.vocabulary = vocabulary;
  }

  @Override
  public Draft write(Query query, List<Scored> evidence, List<List<Scored>> sides) {
    List<Scored> sayable =
        evidence.stream().filter(s -> s.candidate().section() != Section.DIFFERENCE).toList();
    if (sayable.isEmpty()) {
      return new Draft(Optional.empty(), sentences(evidence.subList(0, 1)), List.of());
    }
    return switch (query.kind()) {
      case TIMELINE -> sides.isEmpty() ? timeline(query, sayable) : order(query, sayable, sides);
      case COMPARISON -> sides.isEmpty() ? plain(query, sayable) : sides(query, sayable, sides);
      case DATE, AMOUNT, COUNT, PERSON, ORGANISATION, LIST, YES_NO, REASON, SUMMARY ->
          plain(query, sayable);
    };
  }

  private Draft plain(Query query, List<Scored> evidence) {
    Scored best = query.future() ? newest(evidence) : evidence.get(0);
    boolean more = query.kind() == AnswerKind.LIST || query.carried().isPresent();
    int most = more ? MOST_IN_LIST : MOST_SENTENCES;
    List<Scored> near = new ArrayList<>(List.of(best));
    double least = query.carried().isPresent() ? NEAR_GOING_ON : NEAR;
    near(evidence.get(0), evidence, least).stream().filter(s -> !s.equals(best)).forEach(near::add);
    List<Scored> chosen = distinct(near, most);
    // The newest word on a plan need not be what the plan was for: no date stands alone before it.
    Optional<String> lead =
        query.future()
            ? Optional.empty()
            : Leads.of(query, best.candidate().text(), vocabulary, index::analyze);
    return new Draft(lead, sentences(chosen), List.of());
  }

  /** "When will it ship?" wants the newest word on it: plans change, and come true. */
  private static Scored newest(List<Scored> evidence) {
    Scored best = evidence.get(0);
    return evidence.stream()
        .filter(s -> s.score() >= NEAR_IN_TIME * best.score())
        .filter(s -> s.direct() == best.direct() && s.entities() >= best.entities())
        .filter(s -> s.coverage() >= best.coverage() - 0.01)
        .max(Comparator.comparing(s -> s.candidate().day()))
        .orElse(best);
  }

  private static List<Scored> near(Scored best, List<Scored> evidence, double least) {
    double about = Math.min(ABOUT, best.entities());
    return evidence.stream()
        .filter(s ->
            s.candidate().document().equals(best.candidate().document())
                ? s.score() >= least * best.score()
                : s.score() >= NEAR_ELSEWHERE * best.score() && s.entities() >= about)
        .toList();
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
    double least = 0.02 * evidence.get(0).score();
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

  /** The sides' best sentences in the order of time: what came first stands first. */
  private Draft order(Query query, List<Scored> evidence, List<List<Scored>> sides) {
    var notes = new ArrayList<String>();
    List<Scored> chosen =
        bests(query, sides, notes).stream()
            .sorted(Comparator.comparing(ExtractiveAnswerWriter::when))
            .toList();
    return chosen.isEmpty()
        ? timeline(query, evidence)
        : new Draft(Optional.empty(), sentences(chosen), notes);
  }

  /** The first day that the sentence names, else its story's. */
  private static LocalDate when(Scored scored) {
    return Figures.dates(scored.candidate().text()).stream()
        .map(Figures.Date::from)
        .findFirst()
        .orElse(scored.candidate().day());
  }

  private Draft sides(Query query, List<Scored> evidence, List<List<Scored>> sides) {
    var notes = new ArrayList<String>();
    List<Scored> chosen = bests(query, sides, notes);
    return chosen.isEmpty()
        ? plain(query, evidence)
        : new Draft(Optional.empty(), sentences(chosen), notes);
  }

  /** The best sentence of each side and, while there is room, its second; no sentence twice. */
  private List<Scored> bests(Query query, List<List<Scored>> sides, List<String> notes) {
    var chosen = new ArrayList<Scored>();
    int each = Math.max(1, MOST_IN_LIST / sides.size());
    for (int i = 0; i < sides.size(); i++) {
      List<Scored> its =
          sides.get(i).stream()
              .filter(s -> s.candidate().section() != Section.DIFFERENCE)
              .filter(s -> s.entities() >= ABOUT)
              .toList();
      if (query.kind() == AnswerKind.TIMELINE
          && its.stream().limit(SOON).anyMatch(Scored::direct)) {
        its = its.stream().filter(Scored::direct).toList();
      }
      if (its.isEmpty()) {
        notes.add("Nothing on file for: " + query.sides().get(i) + ".");
        continue;
      }
      chosen.addAll(distinct(near(its.get(0), its, NEAR), each));
    }
    var texts = new HashSet<String>();
    return chosen.stream().filter(s -> texts.add(s.candidate().text())).toList();
  }

  private static List<Draft.Sentence> sentences(List<Scored> chosen) {
    return chosen.stream().map(s -> Draft.Sentence.of(s.candidate())).toList();
  }
}
