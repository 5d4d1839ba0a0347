package dev.footnote.core.answer;

import dev.footnote.core.answer.Candidate.Section;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The gate that every sentence passes, whoever wrote it: it rests on evidence; each quote stands
 * byte for byte in its passage; and every number, date and name in it occurs in that evidence.
 */
final class GroundingCheck {

  /** A number, what scales it, and what makes it the lower end of a range. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<n>\\d[\\d,.]*)(?:[\\s-]?(?<s>%|(?:percent|per cent|trillion|billion|million|thousand"
              + "|bn|tn|mn|m|k|b|t)(?![\\p{L}\\p{N}])))?"
              + "(?<r>\\s?(?:to|and|or|-|–|—)\\s?(?:us)?[$€£¥]?\\s?(?=\\d))?",
          Pattern.CASE_INSENSITIVE);

  /** What is written with a capital somewhere, or with letters and then digits: xAI, o3, Meta. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:[\\p{Ll}\\p{N}]*\\p{Lu}|\\p{Ll}+\\p{N})[\\p{L}\\p{N}.&'-]*");

  /** Numbers in words; one is a pronoun as well, and the scales belong to figures. */
  private static final Map<String, String> IN_WORDS =
      Map.ofEntries(
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("eleven", "11"),
          Map.entry("twelve", "12"),
          Map.entry("dozen", "12"),
          Map.entry("thirteen", "13"),
          Map.entry("fourteen", "14"),
          Map.entry("fifteen", "15"),
          Map.entry("sixteen", "16"),
          Map.entry("seventeen", "17"),
          Map.entry("eighteen", "18"),
          Map.entry("nineteen", "19"),
          Map.entry("twenty", "20"),
          Map.entry("thirty", "30"),
          Map.entry("forty", "40"),
          Map.entry("fifty", "50"),
          Map.entry("sixty", "60"),
          Map.entry("seventy", "70"),
          Map.entry("eighty", "80"),
          Map.entry("ninety", "90"));

  private static final Pattern WORD = Pattern.compile("[\\p{L}]+");

  /** What a timeline's quote has before its passage. */
  private static final Pattern WHEN = Pattern.compile("\\d{4}(?:-\\d\\d){0,2}: ");

  private record Quantity(String digits, String scale, String ofRange) {

    /** As what it may be read: the lower end of a range has the scale of the upper one. */
    List<String> readings() {
      return ofRange.isEmpty()
          ? List.of(digits + scale)
          : List.of(digits + scale, digits + ofRange);
    }
  }

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

  /** A timeline entry is quoted with its day, which its passage leaves out. */
  private static boolean standsIn(Candidate candidate) {
    String quote = candidate.quote();
    String passage = candidate.passage().text();
    if (quote.isBlank() || passage.isBlank()) {
      return false;
    }
    return passage.contains(quote)
        || (candidate.section() == Section.TIMELINE
            && quote.endsWith(passage)
            && WHEN.matcher(quote.substring(0, quote.length() - passage.length())).matches());
  }

  /** Whether every number, date and name of {@code text} occurs in {@code evidence}. */
  static boolean carries(String evidence, String text) {
    String known = plain(evidence);
    String said = plain(text);
    return numbersOccur(known, said) && datesOccur(known, said) && namesOccur(known, said);
  }

  /** White space and apostrophes alike. */
  private static String plain(String text) {
    return text.replace('’', '\'').replaceAll("[\\s\\p{Z}]+", " ");
  }

  /** No number is said more often than the evidence has it: 125 to 145 is not 145 to 145. */
  private static boolean numbersOccur(String evidence, String text) {
    List<Quantity> known = numbers(evidence);
    List<Quantity> said = numbers(text);
    Set<String> readings = new HashSet<>();
    known.forEach(n -> readings.addAll(n.readings()));
    Set<String> words = words(evidence);
    return said.stream()
            .allMatch(n ->
                n.readings().stream().anyMatch(readings::contains)
                    && times(n, said) <= times(n, known))
        && words(text).stream()
            .filter(IN_WORDS::containsKey)
            .allMatch(w -> words.contains(w) || readings.contains(IN_WORDS.get(w)));
  }

  private static long times(Quantity number, List<Quantity> among) {
    return among.stream().filter(n -> n.digits().equals(number.digits())).count();
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(r -> r.group())
        .collect(Collectors.toSet());
  }

  private static List<Quantity> numbers(String text) {
    var numbers = new ArrayList<Quantity>();
    Matcher matcher = NUMBER.matcher(text);
    boolean lowerEnd = false;
    while (matcher.find()) {
      String digits = matcher.group("n").replace(",", "").replaceAll("\\.+$", "");
      String scale = scale(matcher.group("s"));
      if (lowerEnd) {
        Quantity lower = numbers.remove(numbers.size() - 1);
        numbers.add(new Quantity(lower.digits(), "", scale));
      }
      numbers.add(new Quantity(digits.replaceFirst("^0+(?=\\d)", ""), scale, ""));
      lowerEnd = matcher.group("r") != null && scale.isEmpty();
    }
    return numbers;
  }

  private static String scale(@Nullable String written) {
    if (written == null) {
      return "";
    }
    String lower = written.toLowerCase(Locale.ROOT);
    return lower.startsWith("per") ? "%" : lower.startsWith("th") ? "k" : lower.substring(0, 1);
  }

  /** A timeline writes 2026-04-08 or 2026-04; a reader is shown 8 April 2026. */
  private static boolean datesOccur(String evidence, String text) {
    Set<LocalDate> days = new HashSet<>();
    Set<YearMonth> months = new HashSet<>(Figures.isoYearMonths(evidence));
    for (Figures.Date date : Figures.dates(evidence)) {
      if (date.precise()) {
        days.add(date.from());
      }
      if (!isYear(date)) {
        months.add(YearMonth.from(date.from()));
      }
    }
    return Figures.dates(text).stream()
        .allMatch(date ->
            isYear(date)
                || (date.precise()
                    ? days.contains(date.from())
                    : months.contains(YearMonth.from(date.from()))));
  }

  private static boolean isYear(Figures.Date date) {
    return date.text().length() == 4;
  }

  private static boolean namesOccur(String evidence, String text) {
    String months =
        Figures.isoYearMonths(evidence).stream()
            .map(YearMonth::getMonth)
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining(" "));
    String known = (evidence + " " + months).toLowerCase(Locale.ROOT);
    return names(text).stream().allMatch(name -> occurs(name.toLowerCase(Locale.ROOT), known));
  }

  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group().replaceAll("(?:'s)?[.'-]*$", ""));
    }
    return names;
  }

  /** As a word, or as its plural: Meta does not occur in metadata. */
  private static boolean occurs(String name, String text) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      if (begins && (ends(text, end) || (text.startsWith("s", end) && ends(text, end + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.codePointAt(at));
  }
}
