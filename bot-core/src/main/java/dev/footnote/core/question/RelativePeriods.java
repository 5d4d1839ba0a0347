package dev.footnote.core.question;

import dev.footnote.core.question.Period.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds periods that are named by their distance from today: "yesterday", "past 3 days". */
final class RelativePeriods {

  private static final String UNIT = "(?<unit>hour|hr|h|day|week|month|quarter|year)(?:s|rs)?\\b";
  private static final String NUMBER =
      "(?<number>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple of"
          + "|couple|few|several)";
  private static final String PAST = "(?:past|last|previous)";

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("couple", 2),
          Map.entry("couple of", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("few", 4),
          Map.entry("five", 5),
          Map.entry("several", 6),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("twelve", 12));

  private record Rule(Pattern pattern, Reading reading) {}

  private interface Reading {
    Period read(Matcher match, LocalDate today);
  }

  private static final List<Rule> RULES =
      List.of(
          rule(
              "\\b(?:the )?" + PAST + " " + NUMBER + "[ -]?" + UNIT,
              (m, today) -> rolling(m, today, number(m))),
          rule("\\b(?:the )?past " + UNIT, (m, today) -> rolling(m, today, 1)),
          rule("\\b" + NUMBER + " " + UNIT + " ago\\b", RelativePeriods::ago),
          rule(
              "\\b(?:(?:earlier|later|so far) )?(?<which>this|the current|current|last|previous|next"
                  + "|the coming) (?<unit>week|month|quarter|year)\\b(?!-)",
              (m, today) -> unit(m, today, m.group("unit"), step(m))),
          rule("\\b(?:year to date|ytd)\\b", (m, today) -> unit(m, today, "year", 0)),
          rule("\\b(?:(?<which>this|last|next) )?weekend\\b", (m, today) -> weekend(m, today)),
          rule(
              "\\b(?<which>this|last|next) (?<month>january|february|march|april|may|june|july"
                  + "|august|september|october|november|december)\\b",
              RelativePeriods::month),
          rule(
              "\\b(?<which>this|last|next) (?<season>spring|summer|fall|autumn|winter)\\b",
              RelativePeriods::season),
          rule(
              "\\b(?:(?<which>on|this|last|next|since) )(?<weekday>monday|tuesday|wednesday|thursday"
                  + "|friday|saturday|sunday)\\b",
              RelativePeriods::weekday),
          rule("\\bday before yesterday\\b", (m, today) -> days(m, today.minusDays(2), 1)),
          rule(
              "\\byesterday(?: (?:morning|afternoon|evening|night))?\\b",
              (m, today) -> days(m, today.minusDays(1), 1)),
          rule("\\b(?:last night|overnight)\\b", (m, today) -> days(m, today.minusDays(1), 2)),
          rule("\\b(?:tomorrow)\\b", (m, today) -> days(m, today.plusDays(1), 1)),
          rule(
              "\\b(?:earlier |later )?(?:today|tonight|this (?:morning|afternoon|evening))\\b",
              (m, today) -> days(m, today, 1)));

  private RelativePeriods() {}

  /** The periods in {@code text}, which is in lower case, in its order, not overlapping. */
  static List<Period> find(String text, LocalDate today) {
    List<Period> found = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher match = rule.pattern().matcher(text);
      while (match.find()) {
        if (found.stream().noneMatch(p -> p.start() < match.end() && match.start() < p.end())) {
          found.add(rule.reading().read(match, today));
        }
      }
    }
    found.sort(Comparator.comparingInt(Period::start));
    return found;
  }

  private static Rule rule(String pattern, Reading reading) {
    return new Rule(Pattern.compile(pattern), reading);
  }

  private static int number(Matcher m) {
    String written = m.group("number");
    return Character.isDigit(written.charAt(0))
        ? Math.max(1, Integer.parseInt(written))
        : NUMBERS.getOrDefault(written, 1);
  }

  private static LocalDate minus(LocalDate day, int number, String unit) {
    return switch (unit) {
      case "hour", "hr", "h" -> day.minusDays((number + 23) / 24);
      case "day" -> day.minusDays(number);
      case "week" -> day.minusWeeks(number);
      case "month" -> day.minusMonths(number);
      case "quarter" -> day.minusMonths(3L * number);
      default -> day.minusYears(number);
    };
  }

  private static Period rolling(Matcher m, LocalDate today, int number) {
    LocalDate from = minus(today, number, m.group("unit"));
    return new Period(from, today.plusDays(1), Grain.RELATIVE, m.start(), m.end());
  }

  /** Nobody counts exactly: "two weeks ago" leaves half a unit on both sides. */
  private static Period ago(Matcher m, LocalDate today) {
    String unit = m.group("unit");
    LocalDate day = minus(today, number(m), unit);
    long slack =
        switch (unit) {
          case "week" -> 4;
          case "month" -> 16;
          case "quarter" -> 45;
          case "year" -> 183;
          default -> 1;
        };
    LocalDate to = day.plusDays(slack + 1);
    LocalDate end = to.isAfter(today.plusDays(1)) ? today.plusDays(1) : to;
    return new Period(day.minusDays(slack), end, Grain.RELATIVE, m.start(), m.end());
  }

  private static int step(Matcher m) {
    String which = Optional.ofNullable(m.group("which")).orElse("this");
    return which.equals("next") || which.endsWith("coming")
        ? 1
        : which.equals("last") || which.equals("previous") ? -1 : 0;
  }

  private static Period unit(Matcher m, LocalDate today, String unit, int step) {
    return switch (unit) {
      case "week" ->
          days(
              m, today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(step), 7);
      case "month" -> months(m, today.withDayOfMonth(1).plusMonths(step), 1);
      case "quarter" -> {
        int first = (today.getMonthValue() - 1) / 3 * 3 + 1;
        yield months(m, LocalDate.of(today.getYear(), first, 1).plusMonths(3L * step), 3);
      }
      default -> months(m, LocalDate.of(today.getYear() + step, 1, 1), 12);
    };
  }

  private static Period weekend(Matcher m, LocalDate today) {
    LocalDate saturday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    boolean now = today.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    int weeks = step(m) < 0 && !now ? 0 : step(m);
    return days(m, saturday.plusWeeks(weeks), 2);
  }

  private static Period month(Matcher m, LocalDate today) {
    LocalDate first =
        LocalDate.of(today.getYear(), CalendarPeriods.monthNumber(m.group("month")), 1);
    return months(m, nearest(first, today, step(m), 1), 1);
  }

  private static Period season(Matcher m, LocalDate today) {
    int month =
        switch (m.group("season").toLowerCase(Locale.ROOT)) {
          case "spring" -> 3;
          case "summer" -> 6;
          case "winter" -> 12;
          default -> 9;
        };
    return months(m, nearest(LocalDate.of(today.getYear(), month, 1), today, step(m), 3), 3);
  }

  /** "last": the newest that is over; "next": the first to begin; "this": of this year. */
  private static LocalDate nearest(LocalDate first, LocalDate today, int step, int months) {
    if (step < 0) {
      return first.plusMonths(months).isAfter(today) ? first.minusYears(1) : first;
    }
    return step > 0 && !first.isAfter(today) ? first.plusYears(1) : first;
  }

  private static Period weekday(Matcher m, LocalDate today) {
    DayOfWeek day = DayOfWeek.valueOf(m.group("weekday").toUpperCase(Locale.ROOT));
    LocalDate date =
        switch (m.group("which")) {
          case "next" -> today.with(TemporalAdjusters.next(day));
          case "last" -> today.with(TemporalAdjusters.previous(day));
          default -> today.with(TemporalAdjusters.previousOrSame(day));
        };
    int start = m.group("which").equals("since") ? m.start("weekday") : m.start();
    return new Period(date, date.plusDays(1), Grain.RELATIVE, start, m.end());
  }

  private static Period days(Matcher m, LocalDate first, int days) {
    return new Period(first, first.plusDays(days), Grain.RELATIVE, m.start(), m.end());
  }

  private static Period months(Matcher m, LocalDate first, int months) {
    return new Period(first, first.plusMonths(months), Grain.RELATIVE, m.start(), m.end());
  }
}
