package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Section;
import dev.footnote.core.question.Mention;
import dev.footnote.core.question.Query;
import dev.footnote.core.question.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence holds the kind of thing that was asked for. */
final class Directness {

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)\\b(?:how many|number of)\\s+((?:[\\p{L}-]+\\s*){1,3})", Pattern.UNICODE_CASE);

  private static final Pattern FULL_NAME =
      Pattern.compile("\\b(\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\.)?) (\\p{Lu}\\p{L}+)\\b");

  private Directness() {}

  static boolean holds(
      Query query,
      Candidate candidate,
      Vocabulary vocabulary,
      Function<String, List<String>> analyze) {
    String text = candidate.text();
    return switch (query.kind()) {
      case DATE -> !Figures.dates(text).isEmpty();
      case AMOUNT -> Unit.of(query).isIn(text);
      case COUNT -> holdsCount(query, text, analyze);
      case PERSON ->
          Leads.name(query, text, vocabulary).isPresent() || holdsStranger(query, text, vocabulary);
      case ORGANISATION -> Leads.name(query, text, vocabulary).isPresent();
      case TIMELINE -> candidate.section() == Section.TIMELINE || !Figures.dates(text).isEmpty();
      case REASON -> Leads.givesReason(text);
      case COMPARISON -> Unit.of(query).isIn(text);
      case LIST, YES_NO, SUMMARY -> candidate.section() == Section.LEAD;
    };
  }

  /** A name of two words that no list has and the query does not: most are people. */
  private static boolean holdsStranger(Query query, String text, Vocabulary vocabulary) {
    List<Mention> known = vocabulary.find(text);
    return FULL_NAME
        .matcher(text)
        .results()
        .filter(
            name -> known.stream().noneMatch(m -> m.start() < name.end() && name.start() < m.end()))
        .anyMatch(name ->
            !query
                .text()
                .toLowerCase(Locale.ROOT)
                .contains(name.group(2).toLowerCase(Locale.ROOT)));
  }

  /** A number and, if the query says what is counted, a word of it. */
  private static boolean holdsCount(
      Query query, String text, Function<String, List<String>> analyze) {
    if (Figures.counts(text).isEmpty() && Figures.amounts(text).isEmpty()) {
      return false;
    }
    Matcher counted = COUNTED.matcher(query.text());
    if (!counted.find()) {
      return true;
    }
    Set<String> said = new HashSet<>(analyze.apply(text));
    return analyze.apply(counted.group(1)).stream().anyMatch(said::contains);
  }
}
