package dev.footnote.core.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A question, understood: what we search and judge with.
 *
 * @param text stands alone: a follow-up carries what it refers to; mention offsets point into it
 * @param window when the news must have happened
 * @param asOf nothing published after that day counts
 * @param today the asker's day
 * @param latest whether the newest is wanted before the best match
 * @param mentions known names, in the order of the text, not overlapping
 * @param unknownNames names as capitalised runs that no list knows, in the order of the text
 * @param sides what a comparison holds against each other; empty or at least two
 * @param carried what a follow-up took over from the conversation, for the reader; empty otherwise
 * @param dates days that the text names, in its order; soft evidence, such as the day an article
 *     came out, even where {@code window} is open
 * @param future whether it asks about what has not happened by {@code today}: only announcements
 *     and forecasts can answer
 * @param timeWords where the text speaks of time, in its order: of no use as search words
 */
public record Query(
    String text,
    AnswerKind kind,
    TimeWindow window,
    Optional<LocalDate> asOf,
    LocalDate today,
    boolean latest,
    List<Mention> mentions,
    List<String> unknownNames,
    List<String> sides,
    Optional<String> carried,
    List<LocalDate> dates,
    boolean future,
    List<Span> timeWords) {

  public Query {
    mentions = List.copyOf(mentions);
    unknownNames = List.copyOf(unknownNames);
    sides = List.copyOf(sides);
    dates = List.copyOf(dates);
    timeWords = List.copyOf(timeWords);
  }

  /** The same query, wanting another kind of answer. */
  public Query as(AnswerKind other) {
    return new Query(
        text,
        other,
        window,
        asOf,
        today,
        latest,
        mentions,
        unknownNames,
        sides,
        carried,
        dates,
        future,
        timeWords);
  }

  /** Ids of the entities mentioned, in the order of the text, each once. */
  public List<String> entities() {
    return ids(Mention.Kind.ENTITY);
  }

  /** Ids of the publishers mentioned, in the order of the text, each once. */
  public List<String> publishers() {
    return ids(Mention.Kind.PUBLISHER);
  }

  /** Ids of the topics mentioned, in the order of the text, each once. */
  public List<String> topics() {
    return ids(Mention.Kind.TOPIC);
  }

  /** Every name that articles of the publishers mentioned may carry, each once. */
  public List<String> publisherNames() {
    return mentions.stream()
        .filter(m -> m.kind() == Mention.Kind.PUBLISHER)
        .flatMap(m -> m.names().stream())
        .distinct()
        .toList();
  }

  /** The last day that evidence may be from: {@link #asOf}, else none. */
  public Predicate<LocalDate> known() {
    return day -> asOf.map(last -> !day.isAfter(last)).orElse(true);
  }

  private List<String> ids(Mention.Kind kind) {
    return mentions.stream().filter(m -> m.kind() == kind).map(Mention::id).distinct().toList();
  }
}
