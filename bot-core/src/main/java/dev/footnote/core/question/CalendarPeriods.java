package dev.footnote.core.question;

import dev.footnote.core.question.Period.Grain;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates, months, quarters, halves, seasons and years of the calendar in a text. */
final class CalendarPeriods {

  private static final String MONTH =
      "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
  private static final String DAY = "(?<day>[0-3]?\\d)(?:st|nd|rd|th)?";
  private static final String NOT_A_VERB =
      "(?! (?:be|have|not|also|well|still|soon|never|come|mean|seem|help|face|need|want|on|toward))";
  private static final String PREPOSITION =
      "(?<=\\b(?:in|since|until|till|by|before|after|during|from|between|of|through|this|last|next"
          + "|early|mid|late|around|end|mid-|past|previous) )";

  /** A pattern over lower-case text and what its match means. */
  private record Rule(Pattern pattern, Reading reading) {}

  private interface Reading {
    Optional<Period> read(Matcher match, LocalDate today);
  }

  private static final List<Rule> RULES =
      List.of(
          rule(
              "\\b" + YEAR + "[-/](?<number>[01]?\\d)[-/](?<day>[0-3]?\\d)\\b",
              (m, today) -> day(m, year(m), number(m, "number"), Grain.DAY)),
          rule(
              "\\b" + MONTH + " ?" + DAY + ",? " + YEAR + "\\b",
              (m, today) -> day(m, year(m), month(m), Grain.DAY)),
          rule(
              "\\b" + DAY + "(?: of)? " + MONTH + ",? " + YEAR + "\\b",
              (m, today) -> day(m, year(m), month(m), Grain.DAY)),
          rule(
              "\\b(?<number>[01]?\\d)/(?<day>[0-3]?\\d)/" + YEAR + "\\b",
              (m, today) ->
                  number(m, "number") > 12
                      ? swapped(m)
                      : day(m, year(m), number(m, "number"), Grain.DAY)),
          rule("\\b(?<number>[1-3]\\d)/(?<day>[01]?\\d)/" + YEAR + "\\b", (m, today) -> swapped(m)),
          rule(
              "\\b(?<day>[0-3]?\\d)\\.(?<number>[01]?\\d)\\." + YEAR + "\\b",
              (m, today) -> day(m, year(m), number(m, "number"), Grain.DAY)),
          rule(
              "\\b(?:(?<quarter>[1-4])q|q(?<quarter2>[1-4])|(?<ordinal>first|second|third|fourth|1st"
                  + "|2nd|3rd|4th) quarter)(?: of)?(?:,? |')?"
                  + YEAR
                  + "\\b",
              (m, today) -> quarter(m, year(m))),
          rule("\\b" + YEAR + " ?-?q(?<quarter2>[1-4])\\b", (m, today) -> quarter(m, year(m))),
          rule("\\bq(?<quarter2>[1-4])\\b", CalendarPeriods::pastQuarter),
          rule(
              "\\b(?:h(?<half>[12])|(?<ordinal>first|second|1st|2nd) half)(?: of)?(?:,? )"
                  + YEAR
                  + "\\b",
              (m, today) -> half(m)),
          rule(
              "\\b(?<part>early|mid|middle of|late|beginning of|start of|end of)(?:-| in | )?"
                  + "(?:the )?"
                  + YEAR
                  + "\\b",
              (m, today) -> part(m)),
          rule(
              "\\b(?<season>spring|summer|fall|autumn|winter)(?: of)?(?: |-)" + YEAR + "\\b",
              (m, today) -> season(m)),
          rule(
              "\\b(?:early |mid-?|late )?" + MONTH + "(?:,? | of |-)" + YEAR + "\\b",
              (m, today) -> months(m, YearMonth.of(year(m), month(m)), Grain.SPAN)),
          rule("\\b" + MONTH + " ?" + DAY + "(?![\\w.]|,? ?\\d)", (m, today) -> pastDay(m, today)),
          rule(
              "(?<=^|\\b(?:on|since|by|until|till|before|after|of|the|and|to|from|between) |, )"
                  + DAY
                  + "(?: of)? "
                  + MONTH
                  + NOT_A_VERB,
              (m, today) -> pastDay(m, today)),
          rule(
              "\\b" + YEAR + "-(?<number>0[1-9]|1[0-2])\\b(?!-)",
              (m, today) -> months(m, YearMonth.of(year(m), number(m, "number")), Grain.SPAN)),
          rule(PREPOSITION + MONTH + NOT_A_VERB, CalendarPeriods::pastMonth),
          rule(
              "(?<=\\b(?:and|to|or|through|-|–) )" + MONTH + NOT_A_VERB + "(?=$|[ ,?.!])",
              CalendarPeriods::pastMonth),
          rule("\\b" + YEAR + "\\b(?!-\\d|[.,]\\d)", (m, today) -> years(m)));

  private CalendarPeriods() {}

  /**
   * The periods in {@code text}, which is in lower case, in its order, not overlapping. A month or
   * day without a year is the latest one not after {@code today}.
   */
  static List<Period> find(String text, LocalDate today) {
    List<Period> found = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher match = rule.pattern().matcher(text);
      while (match.find()) {
        if (found.stream().noneMatch(p -> p.start() < match.end() && match.start() < p.end())) {
          read(rule, match, today).ifPresent(found::add);
        }
      }
    }
    found.sort(Comparator.comparingInt(Period::start));
    return found;
  }

  /** Nothing for what only looks like a date, such as 31 February. */
  private static Optional<Period> read(Rule rule, Matcher match, LocalDate today) {
    try {
      return rule.reading().read(match, today);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The first month of which {@code name} is the beginning, 1 to 12. */
  static int monthNumber(String name) {
    List<String> names =
        List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    return names.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static Rule rule(String pattern, Reading reading) {
    return new Rule(Pattern.compile(pattern), reading);
  }

  private static Optional<Period> day(Matcher m, int year, int month, Grain grain) {
    LocalDate day = LocalDate.of(year, month, number(m, "day"));
    return Optional.of(new Period(day, day.plusDays(1), grain, m.start(), m.end()));
  }

  private static Optional<Period> swapped(Matcher m) {
    LocalDate day = LocalDate.of(year(m), number(m, "day"), number(m, "number"));
    return Optional.of(new Period(day, day.plusDays(1), Grain.DAY, m.start(), m.end()));
  }

  private static Optional<Period> pastDay(Matcher m, LocalDate today) {
    LocalDate day = LocalDate.of(today.getYear(), month(m), number(m, "day"));
    LocalDate past = day.isAfter(today) ? day.minusYears(1) : day;
    return Optional.of(
        new Period(past, past.plusDays(1), Grain.DAY_OF_SOME_YEAR, m.start(), m.end()));
  }

  private static Optional<Period> pastMonth(Matcher m, LocalDate today) {
    YearMonth month = YearMonth.of(today.getYear(), month(m));
    YearMonth past = month.isAfter(YearMonth.from(today)) ? month.minusYears(1) : month;
    return months(m, past, Grain.MONTH_OF_SOME_YEAR);
  }

  private static Optional<Period> months(Matcher m, YearMonth month, Grain grain) {
    return Optional.of(
        new Period(month.atDay(1), month.plusMonths(1).atDay(1), grain, m.start(), m.end()));
  }

  private static Optional<Period> quarter(Matcher m, int year) {
    int quarter =
        switch (Optional.ofNullable(group(m, "quarter"))
            .or(() -> Optional.ofNullable(group(m, "quarter2")))
            .or(() -> Optional.ofNullable(group(m, "ordinal")))
            .orElse("1")
            .charAt(0)) {
          case '2', 's' -> 2;
          case '3', 't' -> 3;
          case '4' -> 4;
          case 'f' -> "fourth".equals(group(m, "ordinal")) ? 4 : 1;
          default -> 1;
        };
    return span(m, LocalDate.of(year, quarter * 3 - 2, 1), 3);
  }

  private static Optional<Period> pastQuarter(Matcher m, LocalDate today) {
    return quarter(m, today.getYear())
        .map(q -> q.from().isAfter(today) ? q.withYear(today.getYear() - 1) : q);
  }

  private static Optional<Period> half(Matcher m) {
    String which = Optional.ofNullable(group(m, "half")).orElseGet(() -> m.group("ordinal"));
    boolean second = which.startsWith("2") || which.startsWith("s");
    return span(m, LocalDate.of(year(m), second ? 7 : 1, 1), 6);
  }

  private static Optional<Period> part(Matcher m) {
    String part = m.group("part");
    int first =
        part.startsWith("mid") ? 5 : part.startsWith("late") || part.startsWith("end") ? 9 : 1;
    return span(m, LocalDate.of(year(m), first, 1), 4);
  }

  private static Optional<Period> season(Matcher m) {
    Map<String, Integer> first = Map.of("spring", 3, "summer", 6, "fall", 9, "autumn", 9);
    Integer month = first.get(m.group("season"));
    return month == null
        ? span(m, LocalDate.of(year(m) - 1, 12, 1), 3)
        : span(m, LocalDate.of(year(m), month, 1), 3);
  }

  private static Optional<Period> years(Matcher m) {
    LocalDate first = LocalDate.of(year(m), 1, 1);
    return Optional.of(new Period(first, first.plusYears(1), Grain.YEAR, m.start(), m.end()));
  }

  private static Optional<Period> span(Matcher m, LocalDate first, int months) {
    return Optional.of(new Period(first, first.plusMonths(months), Grain.SPAN, m.start(), m.end()));
  }

  private static int year(Matcher m) {
    return number(m, "year");
  }

  private static int month(Matcher m) {
    return monthNumber(m.group("month"));
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  private static @Nullable String group(Matcher m, String name) {
    return m.namedGroups().containsKey(name) ? m.group(name) : null;
  }
}
