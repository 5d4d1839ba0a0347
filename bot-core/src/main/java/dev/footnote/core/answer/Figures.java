package dev.footnote.core.answer;

import dev.footnote.core.question.TimeExpressions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates, amounts and counts in a sentence, as they are written. */
final class Figures {

  /**
   * @param text as written
   * @param from the first day it can mean
   * @param precise whether it names a day
   */
  record Date(String text, int start, int end, LocalDate from, boolean precise) {}

  /** An amount or count as written, and where. */
  record Figure(String text, int start, int end) {}

  private static final String MONTH =
      "(?<m>January|February|March|April|May|June|July|August|September|October|November|December|Jan"
          + "|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?";

  private static final List<Pattern> DATES =
      List.of(
          Pattern.compile(
              "\\b(?<d>\\d{1,2})(?:st|nd|rd|th)? " + MONTH + ",? (?<y>(?:19|20)\\d\\d)\\b"),
          Pattern.compile(
              "\\b" + MONTH + " (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>(?:19|20)\\d\\d)\\b"),
          Pattern.compile("\\b(?<y>(?:19|20)\\d\\d)-(?<n>\\d\\d)-(?<d>\\d\\d)\\b"),
          Pattern.compile("\\b" + MONTH + " (?<y>(?:19|20)\\d\\d)\\b"),
          Pattern.compile("\\b" + MONTH + " (?<d>\\d{1,2})\\b(?!,? \\d{4})"),
          Pattern.compile(
              "\\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring|of) (?<y>(?:19|20)\\d\\d)\\b"));

  private static final String SCALE =
      "(?:trillion|billion|million|thousand|bn|tn|mn|m|k|B|M|K|T)(?![A-Za-z])";

  private static final String UNIT =
      "(?:dollars?|euros?|pounds?|yuan|yen|won|percent|per cent|gigawatts?|GW|megawatts?|MW|tokens?"
          + "|parameters?|points?|basis points|a month|per month|a year|an hour|per million)";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:(?:US)?[$€£¥]\\s?\\d[\\d,.]*(?:[\\s-]?"
              + SCALE
              + "(?:\\s?(?:to|-|–)\\s?(?:US)?[$€£¥]\\s?\\d[\\d,.]*(?:[\\s-]?"
              + SCALE
              + ")?)?|(?:\\s?(?:to|-|–)\\s?[$€£¥]?\\d[\\d,.]*)?(?:[\\s-]?"
              + SCALE
              + ")?)|\\d[\\d,.]*(?:\\s?(?:to|-|–|and)\\s?\\d[\\d,.]*)?(?:\\s|-)?"
              + SCALE
              + "(?:\\s"
              + UNIT
              + ")?|\\d[\\d,.]*(?:\\s?(?:to|-|–)\\s?\\d[\\d,.]*)?(?:\\s|-)?(?:%|"
              + UNIT
              + "\\b))(?:\\s(?:per|a)\\s(?:million\\s)?(?:(?:input|output)\\s)?\\w+)?");

  private static final Pattern COUNT =
      Pattern.compile(
          "\\b\\d[\\d,.]*(?:\\s?(?:to|-|–)\\s?\\d[\\d,.]*)?(?:\\s(?:trillion|billion|million|thousand))?"
              + "(?:\\s[A-Za-z][\\w-]*){1,2}");

  private static final Pattern ISO_MONTH =
      Pattern.compile("\\b((?:19|20)\\d\\d)-(0[1-9]|1[0-2])(?!\\d)");

  private Figures() {}

  /** The dates in {@code text}, in its order, not overlapping. */
  static List<Date> dates(String text) {
    var dates = new ArrayList<Date>();
    for (Pattern pattern : DATES) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        date(matcher, pattern)
            .filter(d -> dates.stream().noneMatch(o -> d.start() < o.end() && o.start() < d.end()))
            .ifPresent(dates::add);
      }
    }
    dates.sort(java.util.Comparator.comparingInt(Date::start));
    return dates;
  }

  private static Optional<Date> date(Matcher matcher, Pattern pattern) {
    boolean hasDay = pattern.pattern().contains("<d>");
    boolean hasYear = pattern.pattern().contains("<y>");
    if (!hasYear) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group("y"));
    int start = matcher.start();
    try {
      if (pattern.pattern().contains("<n>")) {
        return Optional.of(
            new Date(
                matcher.group(),
                start,
                matcher.end(),
                LocalDate.of(
                    year,
                    Integer.parseInt(matcher.group("n")),
                    Integer.parseInt(matcher.group("d"))),
                true));
      }
      if (!pattern.pattern().contains("<m>")) {
        return Optional.of(
            new Date(
                matcher.group("y"),
                matcher.start("y"),
                matcher.end(),
                LocalDate.of(year, 1, 1),
                false));
      }
      Month month = month(matcher.group("m"));
      int day = hasDay ? Integer.parseInt(matcher.group("d")) : 1;
      return Optional.of(
          new Date(matcher.group(), start, matcher.end(), LocalDate.of(year, month, day), hasDay));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Month month(String name) {
    String start = name.substring(0, 3).toUpperCase(Locale.ROOT);
    for (Month month : Month.values()) {
      if (month.name().startsWith(start)) {
        return month;
      }
    }
    throw new DateTimeException(name);
  }

  /** The months of dates written as 2026-04-08 or 2026-04. */
  static List<YearMonth> isoYearMonths(String text) {
    return ISO_MONTH
        .matcher(text)
        .results()
        .map(r -> YearMonth.of(Integer.parseInt(r.group(1)), Integer.parseInt(r.group(2))))
        .toList();
  }

  /** The sums of money and measured quantities in {@code text}, in its order. */
  static List<Figure> amounts(String text) {
    return all(AMOUNT, text);
  }

  /** Numbers with what they count, dates left out, in the order of {@code text}. */
  static List<Figure> counts(String text) {
    List<Date> dates = dates(text);
    return all(COUNT, text).stream()
        .filter(f -> dates.stream().noneMatch(d -> f.start() < d.end() && d.start() < f.end()))
        .filter(f -> TimeExpressions.read(f.text(), LocalDate.EPOCH).dates().isEmpty())
        .toList();
  }

  private static List<Figure> all(Pattern pattern, String text) {
    var found = new ArrayList<Figure>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String figure = matcher.group().strip().replaceAll("[,.]+$", "");
      found.add(new Figure(figure, matcher.start(), matcher.start() + figure.length()));
    }
    return found;
  }
}
