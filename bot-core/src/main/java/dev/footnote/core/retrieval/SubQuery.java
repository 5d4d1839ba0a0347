package dev.footnote.core.retrieval;

import java.time.LocalDate;
import java.util.List;

/**
 * One search of the several that a query is split into.
 *
 * @param text what is searched for
 * @param weight what its score counts for, above 0
 * @param publishers names of the publishers whose passages it is about; empty for any
 * @param days the days it names, soft evidence for the day of its passages
 */
public record SubQuery(
    Role role, String text, double weight, List<String> publishers, List<LocalDate> days) {

  /** Which part of the query it is. */
  public enum Role {
    /** The whole of it; the only part that is embedded. */
    WHOLE,
    /** One side of a comparison. */
    SIDE,
    /** What it says about one named publisher. */
    CLAUSE,
    /** A stretch between conjunctions. */
    SEGMENT
  }

  public SubQuery {
    publishers = List.copyOf(publishers);
    days = List.copyOf(days);
  }

  /**
   * Whether {@code passage} is by one of its publishers, and about a day it names if it names any.
   */
  boolean fits(Passage passage) {
    return isBy(passage) && (days.isEmpty() || names(passage.day()));
  }

  boolean isBy(Passage passage) {
    return publishers.isEmpty() || passage.publishers().stream().anyMatch(publishers::contains);
  }

  /** Whether it names {@code day}, or the one before or after: outlets live in many time zones. */
  boolean names(LocalDate day) {
    return days.stream().anyMatch(d -> Math.abs(d.toEpochDay() - day.toEpochDay()) <= 1);
  }
}
