package dev.footnote.core.answer;

import dev.footnote.core.answer.CandidateScorer.Scored;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.core.retrieval.PassageIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private record Word(String text, int start) {}

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
    Optional<List<String>> parties =
        events.acts(act).contains(ACQUIRE) ? parties(act, query) : Optional.empty();
    return evidence.stream()
        .filter(one -> one.entities() >= ABOUT)
        .map(Scored::candidate)
        .anyMatch(c ->
            parties
                .map(p ->
                    inOrder(act, p.get(0), p.get(1), c.text())
                        || inOrder(act, p.get(0), p.get(1), c.passage().title()))
                .orElseGet(() -> events.says(index.analyze(c.context()), act)));
  }

  /** Who does it to whom: the entities around the act in the question, if there are two. */
  private Optional<List<String>> parties(String act, Query query) {
    Optional<Integer> place =
        words(query.text()).stream().filter(w -> names(w, act)).map(Word::start).findFirst();
    if (place.isEmpty()) {
      return Optional.empty();
    }
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    for (Mention mention : query.mentions()) {
      if (mention.kind() == Mention.Kind.ENTITY) {
        (mention.start() < place.get() ? before : after).add(mention.id());
      }
    }
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(List.of(before.get(before.size() - 1), after.get(0)));
  }

  private boolean inOrder(String act, String actor, String other, String text) {
    List<Mention> mentions = vocabulary.find(text);
    String lower = text.toLowerCase(Locale.ROOT);
    for (Word word : words(text)) {
      if (events.says(List.copyOf(index.analyze(word.text())), act)) {
        int place = word.start();
        boolean active = stands(mentions, actor, 0, place) && stands(mentions, other, place, -1);
        boolean passive =
            stands(mentions, other, 0, place)
                && lower.indexOf(" by ", place) >= 0
                && stands(mentions, actor, place, -1);
        if (active || passive) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean stands(List<Mention> mentions, String id, int from, int to) {
    return mentions.stream()
        .anyMatch(m -> m.id().equals(id) && m.start() >= from && (to < 0 || m.start() < to));
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
