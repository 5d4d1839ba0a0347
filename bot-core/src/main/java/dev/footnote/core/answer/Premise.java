package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tests what a question takes for granted: that somebody did something. It is borne out by a
 * sentence that names the act and those involved, and for an act that one does to another in that
 * order: "Anthropic buys computing from Microsoft" does not say that Microsoft bought Anthropic.
 */
final class Premise {

  /** So much of the entities a sentence must name to be about them. */
  private static final double ABOUT = 0.75;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’][\\p{L}\\p{N}]+)*");

  /** Lines of event-words.txt whose acts one party does to another: to acquire. */
  private static final int ACQUIRE = 0;

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

  /** The share of the query's acts that the evidence bears out, 0 to 1; 1 where it names none. */
  double borneOut(Query query, List<Scored> evidence) {
    List<String> acts = QueryWords.of(query, index).acts(events);
    if (acts.isEmpty()) {
      return 1;
    }
    long said = acts.stream().filter(act -> isSaid(act, query, evidence)).count();
    return (double) said / acts.size();
  }

  private boolean isSaid(String act, Query query, List<Scored> evidence) {
    Optional<Parties> parties =
        events.acts(act).contains(ACQUIRE) ? parties(act, query) : Optional.empty();
    return evidence.stream()
        .filter(one -> one.entities() >= ABOUT)
        .map(Scored::candidate)
        .anyMatch(c ->
            parties
                .map(p -> inOrder(act, p, c.text()) || inOrder(act, p, c.passage().title()))
                .orElseGet(() -> events.says(index.analyze(c.context()), act)));
  }

  /** Who does it to whom: the entities around the act in the question, if there are two. */
  private Optional<Parties> parties(String act, Query query) {
    Optional<Integer> place =
        words(query.text()).stream().filter(w -> names(w, act)).map(Word::start).findFirst();
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
      if (events.says(List.copyOf(index.analyze(word.text())), act)
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
