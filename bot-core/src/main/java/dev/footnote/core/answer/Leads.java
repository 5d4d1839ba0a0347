package dev.footnote.core.answer;

import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.knowledge.Entity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Picks the one thing that was asked for out of the sentence that answers: the date, the sum. */
final class Leads {

  private static final Pattern REASON =
      Pattern.compile(
          "\\b(?:because|due to|owing to|in order to|so that|after|over|amid|citing|cited|reason|blamed"
              + "|as part of|to (?:focus|fund|pay|cut|make|free|avoid)|since|attributed|driven by|led to)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<Entity.Kind> PEOPLE = EnumSet.of(Entity.Kind.PERSON);
  private static final Set<Entity.Kind> BODIES =
      EnumSet.of(Entity.Kind.COMPANY, Entity.Kind.LAB, Entity.Kind.GOVERNMENT, Entity.Kind.PROJECT);

  private Leads() {}

  static boolean givesReason(String text) {
    return REASON.matcher(text).find();
  }

  /**
   * What the query asks for, as {@code text} writes it; empty where the kind has no such thing or
   * the sentence does not hold it.
   */
  static Optional<String> of(
      Query query, String text, Vocabulary vocabulary, Function<String, List<String>> analyze) {
    return switch (query.kind()) {
      case DATE ->
          nearest(
              query, text, Figures.dates(text), Figures.Date::start, Figures.Date::text, analyze);
      case AMOUNT ->
          nearest(
              query,
              text,
              Figures.amounts(text).stream().filter(f -> Unit.of(query).isIn(f.text())).toList(),
              Figures.Figure::start,
              Figures.Figure::text,
              analyze);
      case COUNT ->
          nearest(
              query,
              text,
              Figures.counts(text).stream()
                  .filter(f -> isCounted(query, f.text(), analyze))
                  .toList(),
              Figures.Figure::start,
              Figures.Figure::text,
              analyze);
      case PERSON, ORGANISATION -> name(query, text, vocabulary);
      case LIST, YES_NO, COMPARISON, TIMELINE, REASON, SUMMARY -> Optional.empty();
    };
  }

  /** Whether a word of {@code figure} stands in the query: what it counts. */
  private static boolean isCounted(
      Query query, String figure, Function<String, List<String>> analyze) {
    Set<String> asked = new HashSet<>(analyze.apply(query.text()));
    return analyze.apply(figure.replaceAll("[\\d,.]+", " ")).stream().anyMatch(asked::contains);
  }

  /** The person or body that {@code text} names and the query does not. */
  static Optional<String> name(Query query, String text, Vocabulary vocabulary) {
    Set<Entity.Kind> wanted =
        query.kind() == AnswerKind.PERSON
            ? PEOPLE
            : query.kind() == AnswerKind.ORGANISATION ? BODIES : EnumSet.noneOf(Entity.Kind.class);
    Set<String> asked = new HashSet<>(query.entities());
    return vocabulary.find(text).stream()
        .filter(m -> m.kind() == Mention.Kind.ENTITY && !asked.contains(m.id()))
        .filter(m -> vocabulary.kindOf(m.id()).map(wanted::contains).orElse(false))
        .map(m -> text.substring(m.start(), m.end()))
        .findFirst();
  }

  /** Of several things the one that stands nearest to the words of the query. */
  private static <T> Optional<String> nearest(
      Query query,
      String text,
      List<T> things,
      Function<T, Integer> start,
      Function<T, String> written,
      Function<String, List<String>> analyze) {
    if (things.size() < 2) {
      return things.stream().map(written).findFirst();
    }
    Set<String> asked = new HashSet<>(analyze.apply(query.text()));
    List<Integer> places =
        java.util.regex.Pattern.compile("[\\p{L}\\p{N}-]+")
            .matcher(text)
            .results()
            .filter(r ->
                analyze.apply(r.group().toLowerCase(Locale.ROOT)).stream()
                    .anyMatch(asked::contains))
            .map(java.util.regex.MatchResult::start)
            .toList();
    return things.stream()
        .min(
            Comparator.comparingDouble(thing ->
                places.stream()
                    .mapToDouble(p -> Math.abs(p - start.apply(thing)))
                    .sorted()
                    .limit(2)
                    .average()
                    .orElse(start.apply(thing))))
        .map(written);
  }
}
