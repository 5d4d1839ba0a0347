package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges how well each candidate answers a query: its words, names, kind and day. */
final class CandidateScorer {

  /**
   * A candidate and why it scores as it does.
   *
   * @param score higher is better; compares within one query
   * @param coverage share of the query's content words, by rarity, that it says, 0 to 1
   * @param story the same of the whole story or passage around it
   * @param entities share of the query's entities that it is about, 0 to 1; 1 where none is named
   * @param direct whether it holds the kind of thing that was asked for
   */
  record Scored(
      Candidate candidate,
      double score,
      double coverage,
      double story,
      double entities,
      boolean direct) {}

  private static final double RETRIEVAL = 0.35;
  private static final double COVERAGE = 0.25;
  private static final double STORY_COVERAGE = 0.25;
  private static final double ENTITIES = 0.25;
  private static final double DIRECT = 0.2;
  private static final double RECENCY = 0.06;
  private static final double RECENCY_IF_LATEST = 0.5;

  /** What belongs to a document that the conversation is about. */
  private static final double SPOKEN_OF = 0.3;

  private static final double OUTSIDE_WINDOW = 0.5;

  /** What a word in the title counts for beside one in the sentence. */
  private static final double IN_TITLE = 0.6;

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
   * @param recent documents that the conversation is about, favoured
   */
  List<Scored> score(Query query, List<Candidate> candidates, Set<String> recent) {
    QueryWords words = QueryWords.of(query, index);
    List<String> entities = query.entities();
    LocalDate newest =
        candidates.stream()
            .map(Candidate::day)
            .max(Comparator.naturalOrder())
            .orElse(query.today());
    LocalDate oldest =
        candidates.stream().map(Candidate::day).min(Comparator.naturalOrder()).orElse(newest);
    Map<String, Double> stories = stories(words, candidates);
    return candidates.stream()
        .map(c ->
            score(
                query,
                words,
                stories.getOrDefault(c.document(), 0.0),
                entities,
                c,
                newness(query) * recency(c.day(), oldest, newest)
                    + (recent.contains(c.document()) ? SPOKEN_OF : 0)))
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .toList();
  }

  private static double newness(Query query) {
    return query.latest() ? RECENCY_IF_LATEST : RECENCY;
  }

  private static double recency(LocalDate day, LocalDate oldest, LocalDate newest) {
    long range = newest.toEpochDay() - oldest.toEpochDay();
    return range == 0 ? 0 : (double) (day.toEpochDay() - oldest.toEpochDay()) / range;
  }

  private Scored score(
      Query query,
      QueryWords words,
      double story,
      List<String> entities,
      Candidate candidate,
      double bonus) {
    double coverage = coverage(words, candidate);
    double about = entities(entities, candidate);
    boolean direct = direct(query, candidate);
    double score =
        RETRIEVAL * candidate.retrieval()
            + COVERAGE * coverage
            + STORY_COVERAGE * story
            + ENTITIES * about
            + (direct ? DIRECT : 0)
            + bonus;
    if (!query.window().isAlways() && !query.window().contains(candidate.day())) {
      score -= OUTSIDE_WINDOW;
    }
    return new Scored(candidate, score * weight(query, candidate), coverage, story, about, direct);
  }

  private static double weight(Query query, Candidate candidate) {
    return switch (candidate.section()) {
      case LEAD, ARTICLE -> 1;
      case WHY -> query.kind() == AnswerKind.REASON ? 1 : 0.85;
      case TIMELINE -> query.kind() == AnswerKind.TIMELINE ? 1.05 : 0.9;
      case DIFFERENCE -> 0.7;
    };
  }

  /** The share of the words that each document's candidates say together. */
  private Map<String, Double> stories(QueryWords words, List<Candidate> candidates) {
    Map<String, Set<String>> said = new HashMap<>();
    for (Candidate candidate : candidates) {
      said.computeIfAbsent(
              candidate.document(), d -> new HashSet<>(index.analyze(candidate.passage().title())))
          .addAll(index.analyze(candidate.text()));
    }
    Map<String, Double> shares = new HashMap<>();
    said.forEach((document, its) -> shares.put(document, words.share(its, events)));
    return shares;
  }

  private double coverage(QueryWords words, Candidate candidate) {
    if (words.total() == 0) {
      return 1;
    }
    Set<String> said = new HashSet<>(index.analyze(candidate.text()));
    Set<String> titled = new HashSet<>(index.analyze(candidate.passage().title()));
    double sum = 0;
    for (Map.Entry<String, Double> word : words.content().entrySet()) {
      if (events.says(said, word.getKey())) {
        sum += word.getValue();
      } else if (events.says(titled, word.getKey())) {
        sum += word.getValue() * IN_TITLE;
      }
    }
    return sum / words.total();
  }

  private double entities(List<String> wanted, Candidate candidate) {
    if (wanted.isEmpty()) {
      return 1;
    }
    Set<String> said = ids(candidate.text());
    Set<String> titled = ids(candidate.passage().title());
    double sum = 0;
    for (String id : wanted) {
      if (said.contains(id)) {
        sum += 1;
      } else if (titled.contains(id)) {
        sum += 0.8;
      } else if (candidate.passage().entities().contains(id)) {
        sum += 0.5;
      }
    }
    return sum / wanted.size();
  }

  private Set<String> ids(String text) {
    var ids = new HashSet<String>();
    for (Mention mention : vocabulary.find(text)) {
      if (mention.kind() != Mention.Kind.TOPIC) {
        ids.add(mention.id());
      }
    }
    return ids;
  }

  private boolean direct(Query query, Candidate candidate) {
    String text = candidate.text();
    return switch (query.kind()) {
      case DATE -> !Figures.dates(text).isEmpty();
      case AMOUNT -> !Figures.amounts(text).isEmpty();
      case COUNT -> !Figures.counts(text).isEmpty();
      case PERSON, ORGANISATION -> Leads.name(query, text, vocabulary).isPresent();
      case TIMELINE -> candidate.section() == Section.TIMELINE || !Figures.dates(text).isEmpty();
      case REASON -> Leads.givesReason(text);
      case COMPARISON -> !Figures.amounts(text).isEmpty() || !Figures.counts(text).isEmpty();
      case LIST, YES_NO, SUMMARY -> candidate.section() == Section.LEAD;
    };
  }
}
