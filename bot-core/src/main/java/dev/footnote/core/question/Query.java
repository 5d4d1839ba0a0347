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
    Optional<String> carried) {

  public Query {
    mentions = List.copyOf(mentions);
    unknownNames = List.copyOf(unknownNames);
    sides = List.copyOf(sides);
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

  /** The last day that evidence may be from: {@link #asOf}, else none. */
  public Predicate<LocalDate> known() {
    return day -> asOf.map(last -> !day.isAfter(last)).orElse(true);
  }

  private List<String> ids(Mention.Kind kind) {
    return mentions.stream().filter(m -> m.kind() == kind).map(Mention::id).distinct().toList();
  }
}
