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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes by choosing: two sentences that answer, each as its evidence has it, best first, and up to
 * five the less sure the best are; up to six that answer together what asks of several things; a
 * timeline in the order of time.
 */
final class ExtractiveAnswerWriter implements AnswerWriter {

  private static final int FEWEST_SENTENCES = 2;
  private static final int MOST_SENTENCES = 5;
  private static final int MOST_OF_SEVERAL = 6;
  private static final int MOST_EVENTS = 6;

  /** No further sentence, once those before it hold so much of what all evidence weighs. */
  private static final double SURE = 0.9;

  /** So likely beside the best must a further sentence of its document be. */
  private static final double NEAR = 0.001;

  /** The same where the question goes on about what was said: there the story is what is sure. */
  private static final double NEAR_GOING_ON = 0.0003;

  /** And one of another document. */
  private static final double NEAR_ELSEWHERE = 0.02;

  /** And name so much of the entities, or less only where the best does. */
  private static final double ABOUT = 0.75;

  /** So likely beside the best of a side, another is as good. */
  private static final double NEAR_OF_SIDE = 0.3;

  /** For the newest word on what is to come. */
  private static final double NEAR_IN_TIME = 0.3;

  private final PassageIndex index;
  private final Covering covering;

  ExtractiveAnswerWriter(PassageIndex index, Vocabulary vocabulary, EventWords events) {
    this.index = index;
    this.covering = new Covering(index, vocabulary, events);
  }

  @Override
  public Draft write(Query query, List<Scored> evidence, List<List<Scored>> sides) {
    List<Scored> sayable =
        evidence.stream().filter(s -> s.candidate().section() != Section.DIFFERENCE).toList();
    if (sayable.isEmpty()) {
      return new Draft(Optional.empty(), sentences(evidence.subList(0, 1)), List.of());
    }
    if (query.kind() == AnswerKind.TIMELINE) {
      return timeline(query, sayable, sides);
    }
    return Breadth.isWide(query) ? several(query, sayable, sides) : plain(query, sayable);
  }

  private Draft plain(Query query, List<Scored> evidence) {
    Scored best = query.future() ? newest(evidence) : evidence.get(0);
    List<Scored> near = new ArrayList<>(List.of(best));
    double least = query.carried().isPresent() ? NEAR_GOING_ON : NEAR;
    near(evidence.get(0), evidence, least).stream().filter(s -> !s.equals(best)).forEach(near::add);
    List<Scored> chosen = distinct(near, SURE * weight(evidence));
    // The newest word on a plan need not be what the plan was for: no date stands alone before it.
    Optional<String> lead =
        query.future()
            ? Optional.empty()
            : Leads.of(query, best.candidate().text(), index::analyze);
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

  /** The first that do not repeat one another, until they weigh {@code enough}. */
  private List<Scored> distinct(List<Scored> evidence, double enough) {
    var chosen = new ArrayList<Scored>();
    var said = new Repetition(index::analyze);
    double weight = 0;
    for (Scored one : evidence) {
      weight += one.score();
      if (said.isNew(one.candidate())) {
        chosen.add(one);
        said.add(one.candidate());
      }
      if (chosen.size() == MOST_SENTENCES
          || (chosen.size() >= FEWEST_SENTENCES && weight >= enough)) {
        break;
      }
    }
    return chosen;
  }

  private static double weight(List<Scored> evidence) {
    return evidence.stream().mapToDouble(Scored::score).sum();
  }

  /** What answers it together: the best of each side, and what says most beside them. */
  private Draft several(Query query, List<Scored> evidence, List<List<Scored>> sides) {
    List<Scored> first = best(about(sides), evidence);
    List<Scored> chosen = covering.choose(query, first, evidence, MOST_OF_SEVERAL);
    return new Draft(Optional.empty(), sentences(chosen), missing(query, chosen));
  }

  /** What of each side is about it; of the sides of which anything is. */
  private static List<List<Scored>> about(List<List<Scored>> sides) {
    return sides.stream()
        .map(side ->
            side.stream()
                .filter(s -> s.candidate().section() != Section.DIFFERENCE)
                .filter(s -> s.entities() >= ABOUT)
                .toList())
        .filter(side -> !side.isEmpty())
        .toList();
  }

  /** The best of each side; of several as good, by the question as a whole. */
  private static List<Scored> best(List<List<Scored>> sides, List<Scored> evidence) {
    Map<Candidate, Double> whole =
        evidence.stream().collect(Collectors.toMap(Scored::candidate, Scored::score, Math::max));
    Comparator<Scored> both =
        Comparator.comparingDouble(s -> s.score() * whole.getOrDefault(s.candidate(), 0.0));
    return sides.stream()
        .map(side -> {
          double least = NEAR_OF_SIDE * side.get(0).score();
          return side.stream().filter(s -> s.score() >= least).max(both).orElseThrow();
        })
        .toList();
  }

  /**
   * In the order of time; of what is about the things asked at all, and of sentences with a day or
   * month in them, if there are any.
   */
  private Draft timeline(Query query, List<Scored> evidence, List<List<Scored>> sides) {
    List<Scored> about = sides.isEmpty() ? preferred(evidence, s -> s.entities() > 0) : evidence;
    List<List<Scored>> datedSides =
        about(sides).stream().map(ExtractiveAnswerWriter::dated).toList();
    List<Scored> chosen =
        covering.choose(query, best(datedSides, evidence), dated(about), MOST_EVENTS);
    return new Draft(
        Optional.empty(),
        sentences(
            chosen.stream().sorted(Comparator.comparing(ExtractiveAnswerWriter::when)).toList()),
        missing(query, chosen));
  }

  private static List<Scored> dated(List<Scored> evidence) {
    return preferred(evidence, s -> !Figures.dates(s.candidate().text()).isEmpty());
  }

  /** Those that are {@code wanted}, or all if none is. */
  private static List<Scored> preferred(List<Scored> evidence, Predicate<Scored> wanted) {
    List<Scored> some = evidence.stream().filter(wanted).toList();
    return some.isEmpty() ? evidence : some;
  }

  /** The first day that the sentence names, else its story's. */
  private static LocalDate when(Scored scored) {
    return Figures.dates(scored.candidate().text()).stream()
        .map(Figures.Date::from)
        .findFirst()
        .orElse(scored.candidate().day());
  }

  /** The sides of which nothing that was chosen speaks. */
  private List<String> missing(Query query, List<Scored> chosen) {
    return query.sides().stream()
        .filter(
            side -> chosen.stream().noneMatch(s -> covering.speaksOf(query, side, s.candidate())))
        .map(side -> "Nothing on file for: " + side + ".")
        .toList();
  }

  private static List<Draft.Sentence> sentences(List<Scored> chosen) {
    return chosen.stream().map(s -> Draft.Sentence.of(s.candidate())).toList();
  }
}
