package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import dev.footnote.knowledge.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tests what a question takes for granted: that somebody did something. It is borne out by a
 * sentence that names the act and those involved, and for an act that one does to another in that
 * order: "Anthropic buys computing from Microsoft" does not say that Microsoft bought Anthropic.
 */
final class Premise {

  /** So much of the entities a sentence must name to be about them. */
  private static final double ABOUT = 0.75;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*");

  /** Characters between an act and what it is done to. */
  private static final int NEAR = 60;

  /** What could or should be is not taken for granted. */
  private static final Pattern MODAL =
      Pattern.compile(
          "\\b(?:could|can|may|might|would|should|allowed to|able to)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DENIAL =
      Pattern.compile(
          "\\b(?:not?|never|denied|denies|without|instead|rather than)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY = Pattern.compile("\\bby\\b", Pattern.CASE_INSENSITIVE);

  private record Word(String text, int start) {}

  /** Who does it, and to whom. */
  private record Parties(String actor, String other) {}

  private final PassageIndex index;
  private final Vocabulary vocabulary;
  private final EventWords events;

  Premise(PassageIndex index, Vocabulary vocabulary, EventWords events) {
    this.index = index;
    this.vocabulary = vocabulary;
    this.events = events;
  }

  /**
   * The share of the query's acts that the evidence bears out, 0 to 1; 1 where it takes none for
   * granted, because it names none, asks whether, or says what could be.
   */
  double borneOut(Query query, List<Scored> evidence) {
    List<String> acts = QueryWords.of(query, index).acts(events);
    if (acts.isEmpty() || MODAL.matcher(query.text()).find()) {
      return 1;
    }
    long said = acts.stream().filter(act -> isSaid(act, query, evidence)).count();
    return (double) said / acts.size();
  }

  private boolean isSaid(String act, Query query, List<Scored> evidence) {
    Optional<Parties> parties =
        events.isBetweenTwo(act)
            ? parties(act, query).filter(this::isBetweenBodies)
            : Optional.empty();
    Optional<String> object = object(act, query);
    return evidence.stream()
        .filter(one -> one.entities() >= ABOUT)
        .map(Scored::candidate)
        .anyMatch(c ->
            isDenied(act, query, c)
                || parties
                    .map(p -> inOrder(act, p, c.text()) || inOrder(act, p, c.passage().title()))
                    .orElseGet(() -> isSaid(act, object, query, c)));
  }

  /** A person who buys does so for a company. */
  private boolean isBetweenBodies(Parties parties) {
    return vocabulary.kindOf(parties.actor()).map(k -> k != Entity.Kind.PERSON).orElse(true);
  }

  /**
   * In the sentence or the title, beside what the act is done to; both name who does it. Whether it
   * happened is also told by what says that it did not.
   */
  private boolean isSaid(String act, Optional<String> object, Query query, Candidate candidate) {
    String title = candidate.passage().title();
    Set<String> named = ids(candidate.text() + " | " + title);
    return parties(act, object, query).stream().allMatch(named::contains)
        && (says(act, object, candidate.text()) || says(act, object, title));
  }

  private boolean isDenied(String act, Query query, Candidate candidate) {
    return query.kind() == AnswerKind.YES_NO
        && DENIAL.matcher(candidate.text()).find()
        && ids(candidate.text()).containsAll(query.entities())
        && events.bearOut(index.analyze(candidate.context()), act);
  }

  /** What the act is done to, and the entity before it that does it; not a buyer's own name. */
  private List<String> parties(String act, Optional<String> object, Query query) {
    var parties = new ArrayList<String>();
    object.ifPresent(parties::add);
    int at = place(act, query.text()).orElse(Integer.MAX_VALUE);
    query.mentions().stream()
        .filter(m -> m.kind() == Mention.Kind.ENTITY && m.start() < at)
        .reduce((first, second) -> second)
        .map(Mention::id)
        .filter(id -> !isActing(id, act))
        .ifPresent(parties::add);
    return parties;
  }

  /** A person who buys, and whose company the evidence names instead. */
  private boolean isActing(String id, String act) {
    return events.isBetweenTwo(act)
        && vocabulary.kindOf(id).filter(k -> k == Entity.Kind.PERSON).isPresent();
  }

  private boolean says(String act, Optional<String> object, String text) {
    String plain = ActPhrases.inOneWord(text);
    List<Word> acting =
        words(plain).stream().filter(w -> events.bearOut(index.analyze(w.text()), act)).toList();
    if (object.isEmpty() || acting.isEmpty()) {
      return !acting.isEmpty();
    }
    return vocabulary.find(plain).stream()
        .filter(m -> m.id().equals(object.get()))
        .anyMatch(m ->
            acting.stream()
                .anyMatch(w -> m.start() - w.start() < NEAR && w.start() - m.end() < NEAR));
  }

  private Set<String> ids(String text) {
    return vocabulary.find(text).stream()
        .filter(m -> m.kind() == Mention.Kind.ENTITY)
        .map(Mention::id)
        .collect(Collectors.toSet());
  }

  /** The entity that follows the act in the question. */
  private Optional<String> object(String act, Query query) {
    return place(act, query.text())
        .flatMap(at ->
            query.mentions().stream()
                .filter(m -> m.kind() == Mention.Kind.ENTITY && m.start() > at)
                .map(Mention::id)
                .findFirst());
  }

  private Optional<Integer> place(String act, String text) {
    Optional<Integer> word =
        words(text).stream().filter(w -> names(w, act)).map(Word::start).findFirst();
    OptionalInt phrase = ActPhrases.place(text);
    return word.isPresent() || phrase.isEmpty() ? word : Optional.of(phrase.getAsInt());
  }

  /** Who does it to whom: the entities around the act in the question, if there are two. */
  private Optional<Parties> parties(String act, Query query) {
    Optional<Integer> place = place(act, query.text());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    var before = new ArrayList<Mention>();
    var after = new ArrayList<Mention>();
    for (Mention mention : query.mentions()) {
      if (mention.kind() == Mention.Kind.ENTITY) {
        (mention.start() < place.get() ? before : after).add(mention);
      }
    }
    if (after.isEmpty()) {
      return Optional.empty();
    }
    boolean by = by(query.text(), place.get(), after.get(0).start());
    if (before.isEmpty()) {
      return after.size() > 1 && !by && by(query.text(), after.get(0).end(), after.get(1).start())
          ? Optional.of(new Parties(after.get(1).id(), after.get(0).id()))
          : Optional.empty();
    }
    String first = before.get(before.size() - 1).id();
    String second = after.get(0).id();
    return Optional.of(by ? new Parties(second, first) : new Parties(first, second));
  }

  private boolean inOrder(String act, Parties parties, String text) {
    List<Mention> mentions = vocabulary.find(text);
    for (Word word : words(text)) {
      if (events.bearOut(index.analyze(word.text()), act)
          && inOrder(word.start(), parties, mentions, text)) {
        return true;
      }
    }
    return false;
  }

  /** "A bought B", "B was bought by A", "the purchase of B by A". */
  private static boolean inOrder(int act, Parties parties, List<Mention> mentions, String text) {
    for (Mention actor : mentions) {
      for (Mention other : mentions) {
        if (actor.id().equals(parties.actor()) && other.id().equals(parties.other())) {
          boolean passive =
              actor.start() > act && by(text, Math.max(act, other.end()), actor.start());
          boolean active =
              actor.start() < act && act <= other.start() && !by(text, act, other.start());
          if (active || passive) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether "by" stands in {@code [from, to)}: what follows it does, what precedes it suffers. */
  private static boolean by(String text, int from, int to) {
    return from < to && BY.matcher(text).region(from, to).find();
  }

  private boolean names(Word word, String act) {
    return index.analyze(word.text()).contains(act);
  }

  private static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(), matcher.start()));
    }
    return words;
  }
}
