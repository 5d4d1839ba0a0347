package dev.footnote.core.answer;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The gate that every sentence passes, whoever wrote it: it rests on evidence; each quote stands
 * byte for byte in its passage; and every number, date and name in it occurs in that evidence.
 */
final class GroundingCheck {

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,.]*");

  private static final Pattern NAME =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}.&’'-]*");

  private GroundingCheck() {}

  /** Whether {@code sentence} may be shown. */
  static boolean holds(Draft.Sentence sentence) {
    if (sentence.evidence().isEmpty()) {
      return false;
    }
    var carried = new StringBuilder();
    for (Candidate candidate : sentence.evidence()) {
      if (candidate.references().isEmpty() || !standsIn(candidate)) {
        return false;
      }
      carried
          .append(candidate.quote())
          .append('\n')
          .append(candidate.passage().title())
          .append('\n');
    }
    return carries(carried.toString(), sentence.text());
  }

  private static boolean standsIn(Candidate candidate) {
    return !candidate.quote().isBlank()
        && (candidate.quote().contains(candidate.passage().text())
            || candidate.passage().text().contains(candidate.quote()));
  }

  /** Whether every number and name of {@code text} occurs in {@code evidence}. */
  static boolean carries(String evidence, String text) {
    Set<String> numbers = new HashSet<>(numbers(evidence));
    String lower = (evidence + daysInWords(evidence)).toLowerCase(Locale.ROOT);
    return numbers.containsAll(numbers(text))
        && names(text).stream().allMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** A timeline writes 2026-04-08 or 2026-04; a reader is shown 8 April 2026. */
  private static String daysInWords(String evidence) {
    return Figures.isoMonths(evidence).stream()
        .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
        .collect(Collectors.joining(" "));
  }

  private static List<String> numbers(String text) {
    var numbers = new ArrayList<String>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String number = matcher.group().replace(",", "").replaceAll("\\.+$", "");
      numbers.add(number.replaceFirst("^0+(?=\\d)", ""));
    }
    return numbers;
  }

  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group().replaceAll("(?:[’']s)?[.’'-]*$", ""));
    }
    return names;
  }
}
