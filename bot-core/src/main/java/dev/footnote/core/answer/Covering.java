package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses sentences that together answer a question about several things: each is the one that adds
 * most, by how likely it answers and by what it says of the question that none before it has said.
 */
final class Covering {

  /** What saying all of the question's words, or its names, for the first time adds in log odds. */
  private static final double ADDS = 4;

  /** What a word or name in the title counts for beside one in the sentence. */
  private static final double TITLED = 0.6;

  /** What is less likely beside the best is not worth a reader's time. */
  private static final double LEAST = 0.001;

  private final PassageIndex index;
  private final Vocabulary vocabulary;
  private final EventWords events;

  Covering(PassageIndex index, Vocabulary vocabulary, EventWords events) {
    this.index = index;
    this.vocabulary = vocabulary;
    this.events = events;
  }

  /** A candidate and how much of each thing asked it says, 0 to 1. */
  private record Saying(Scored scored, Map<String, Double> things) {}

  /**
   * Those of {@code first} that do not repeat another, then of {@code evidence}, in the order
   * chosen; {@code most} in all.
   */
  List<Scored> choose(Query query, List<Scored> first, List<Scored> evidence, int most) {
    Map<String, Double> worth = worth(query);
    List<Saying> left =
        new ArrayList<>(
            evidence.stream()
                .filter(s -> s.score() >= LEAST * evidence.get(0).score())
                .map(s -> new Saying(s, things(s.said())))
                .toList());
    var chosen = new ArrayList<Scored>();
    var said = new Repetition(index::analyze);
    Map<String, Double> covered = new HashMap<>();
    for (Scored one : first) {
      if (said.isNew(one.candidate())) {
        chosen.add(one);
        said.add(one.candidate());
        things(one.said()).forEach((thing, share) -> covered.merge(thing, share, Math::max));
      }
    }
    while (chosen.size() < most) {
      left.removeIf(s -> !said.isNew(s.scored().candidate()));
      Optional<Saying> next =
          left.stream().max(Comparator.comparingDouble((Saying s) -> value(s, worth, covered)));
      if (next.isEmpty()) {
        break;
      }
      chosen.add(next.get().scored());
      said.add(next.get().scored().candidate());
      next.get().things().forEach((thing, share) -> covered.merge(thing, share, Math::max));
      left.remove(next.get());
    }
    return chosen;
  }

  /** What saying each word and each name of the query for the first time adds. */
  private Map<String, Double> worth(Query query) {
    QueryWords words = QueryWords.of(query, index);
    Map<String, Double> worth = new HashMap<>();
    words.content().forEach((word, rarity) -> worth.put(word, ADDS * rarity / words.total()));
    List<String> entities = query.entities();
    entities.forEach(id -> worth.put(name(id), ADDS / entities.size()));
    return worth;
  }

  private static Map<String, Double> things(Said said) {
    Map<String, Double> things = new HashMap<>();
    said.titleWords().forEach(word -> things.put(word, TITLED));
    said.words().forEach(word -> things.put(word, 1.0));
    said.titleNames().forEach(id -> things.put(name(id), TITLED));
    said.names().forEach(id -> things.put(name(id), 1.0));
    return things;
  }

  /** Set apart from the words. */
  private static String name(String id) {
    return "#" + id;
  }

  private static double value(
      Saying saying, Map<String, Double> worth, Map<String, Double> covered) {
    double adds =
        saying.things().entrySet().stream()
            .mapToDouble(t ->
                worth.getOrDefault(t.getKey(), 0.0)
                    * Math.max(0, t.getValue() - covered.getOrDefault(t.getKey(), 0.0)))
            .sum();
    return Math.log(saying.scored().score()) + adds;
  }

  /** Whether {@code candidate} names what {@code side} does, or else says a word of it. */
  boolean speaksOf(Query query, String side, Candidate candidate) {
    String context = candidate.context().toLowerCase(Locale.ROOT);
    List<String> unknown = query.unknownNames().stream().filter(side::contains).toList();
    if (!unknown.isEmpty()) {
      return unknown.stream().anyMatch(name -> context.contains(name.toLowerCase(Locale.ROOT)));
    }
    Set<String> named = names(side);
    if (!named.isEmpty()) {
      Set<String> here = new HashSet<>(names(candidate.context()));
      here.addAll(candidate.passage().entities());
      return named.stream().anyMatch(here::contains);
    }
    Set<String> words = new HashSet<>(index.analyze(candidate.context()));
    return index.analyze(side).stream().anyMatch(word -> events.says(words, word));
  }

  private Set<String> names(String text) {
    return vocabulary.find(text).stream()
        .filter(m -> m.kind() == Mention.Kind.ENTITY)
        .map(Mention::id)
        .collect(Collectors.toSet());
  }
}
