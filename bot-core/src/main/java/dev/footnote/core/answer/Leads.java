package dev.footnote.core.answer;

import dev.footnote.core.question.AnswerKind;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import dev.footnote.knowledge.Entity;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Picks the one thing that was asked for out of the sentence that answers: the day, the number.
 * Sums, people and bodies are left in their sentence: on our questions every second name and every
 * fourth sum that led an answer was another than the one asked for.
 */
final class Leads {

  private static final Pattern REASON =
      Pattern.compile(
          "\\b(?:because|due to|owing to|in order to|so that|after|over|amid|citing|cited|reason|blamed"
              + "|as part of|to (?:focus|fund|pay|cut|make|free|avoid)|since|attributed|driven by|led to)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "When does it ship?" may be asked of what has shipped in part, or was put off since. */
  private static final Pattern TO_COME =
      Pattern.compile("(?i)\\bwhen(?:['’]?s| (?:do|does|is|are|will|can|could|should))\\b");

  private static final Set<Entity.Kind> PEOPLE = EnumSet.of(Entity.Kind.PERSON);
  private static final Set<Entity.Kind> BODIES =
      EnumSet.of(Entity.Kind.COMPANY, Entity.Kind.LAB, Entity.Kind.GOVERNMENT, Entity.Kind.PROJECT);

  private Leads() {}

  static boolean givesReason(String text) {
    return REASON.matcher(text).find();
  }

  /**
   * The day or the number that the query asks for, as {@code text} writes it; empty where the query
   * asks for something else or for what may be to come, or the sentence holds none or several.
   */
  static Optional<String> of(Query query, String text, Function<String, List<String>> analyze) {
    return switch (query.kind()) {
      case DATE ->
          TO_COME.matcher(query.text()).find()
              ? Optional.empty()
              : only(Figures.dates(text).stream().map(Figures.Date::text).toList());
      case COUNT ->
          only(
              Figures.counts(text).stream()
                  .map(Figures.Figure::text)
                  .filter(f -> isCounted(query, f, analyze))
                  .toList());
      case AMOUNT, PERSON, ORGANISATION, LIST, YES_NO, COMPARISON, TIMELINE, REASON, SUMMARY ->
          Optional.empty();
    };
  }

  private static Optional<String> only(List<String> things) {
    return things.size() == 1 ? Optional.of(things.get(0)) : Optional.empty();
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
}
