package dev.footnote.core.question;

import dev.footnote.core.question.Period.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a text says about time, relative to a day.
 *
 * <p>A window excludes evidence, so it is set only where the text surely means when the news
 * happened. It is not (1) where a date belongs to an article ("the report published on October 5"),
 * (2) in long questions, which mention dates to identify things, (3) where a period belongs to a
 * figure ("revenue in 2025" is reported in 2026). {@link TimeReading#dates} holds those dates.
 */
public final class TimeExpressions {

  /** Words of a question that is typed, not composed; counted over the sample of MultiHop-RAG. */
  private static final int LONG = 25;

  private static final int SHORT = 12;

  /** How far before a period its preposition and the article it belongs to may stand. */
  private static final int REACH = 100;

  private static final Pattern PREPOSITION =
      Pattern.compile(
          "\\b(?<word>as of|as at|as on|up to|prior to|up until|since|from|starting|after|before|until"
              + "|till|through|by|on|in|during|within|over|throughout|for|of)"
              + "(?: (?:the|early|late|mid|start of|the start of|beginning of|the beginning of"
              + "|end of|the end of|all of)){0,2}[ (]{1,2}$");

  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:,? and|to|-|–|—|until|till|through|thru)\\s*(?:the )?");

  private static final Pattern RANGE_START = Pattern.compile("\\b(between|from)(?: the)? $");

  private static final Pattern PUBLICATION =
      Pattern.compile(
          "\\b(publish\\w*|report\\w*|articles?|coverage|story|stories|dated|posted|piece|press release)"
              + "\\b[^?;]{0,80}$");

  private static final Pattern FIGURES =
      Pattern.compile(
          "\\b(revenues?|earn(?:ed|ings)?|profits?|sales|capex|capital (?:spending|expenditures?)"
              + "|spend(?:ing)?|forecasts?|guidance|loss(?:es)?|budget|arr|projected|projections?|lose"
              + "|lost|expected|results)\\b");

  private static final Pattern LATEST =
      Pattern.compile(
          "\\b(?:the )?(?:latest|newest|most recent(?:ly)?)\\b|\\b(?:any |the |more )?news (?:on|about"
              + "|from|for|around|regarding)\\b|\\bany news\\b|\\b(?:what'?s|what is|whats|wats) (?:new|up"
              + "|going on|happening)\\b|\\bso far\\b|\\bright now\\b|\\bas of (?:now|today)\\b|\\bnow\\b"
              + "|\\bcurrent(?:ly)?\\b|\\bnowadays\\b|\\bthese days\\b|\\bat the moment\\b|\\bat present\\b"
              + "|\\bthis (?:morning|afternoon|evening)\\b|\\brecent(?:ly)?\\b|\\blately\\b"
              + "|\\bup[- ]to[- ]date\\b|\\b(?:any |an )?updates? (?:on|about|from)\\b|\\bany updates?\\b"
              + "|\\bbreaking\\b|\\bto date\\b|\\bjust (?:announced|launched|released|in|now)\\b");

  private static final Pattern NEWS_ALONE = Pattern.compile("(?:[\\w.'-]+ ){0,3}news\\W*");

  private static final Pattern LATEST_OPENS =
      Pattern.compile(
          "^\\W*(?:(?:what|who)(?:'?s| is| are) )?(?:the )?(?:latest|newest|most recent|news)\\b");

  private static final Pattern FUTURE =
      Pattern.compile(
          "^(?!\\W*why (?:won't|will not))\\W*(?:(?:and|so|but|ok|hey|then) )?(?:(?:what|which|how)(?: \\w+){0,3}|when|wen|who|where|why"
              + "|it|they)? ?(?:'ll|\\bwill|won't|gonna|(?:is|are) (?:\\w+ )?(?:going to|gonna))\\b"
              + "|^\\W*(?:can you |could you |please )?predict\\b|\\bprediction for\\b|\\btomorrow\\b"
              + "|\\bnext (?:week|month|quarter|year|decade)\\b");

  private TimeExpressions() {}

  /** Reads {@code text}; relative words count from {@code today}. */
  public static TimeReading read(String text, LocalDate today) {
    String lower = Words.lower(text);
    long length = lower.chars().filter(c -> c == ' ').count() + 1;
    Reader reader = new Reader(lower, today, length);
    return reader.read();
  }

  private static final class Reader {

    private final String text;
    private final LocalDate today;
    private final long length;
    private final List<TimeWindow> windows = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private Optional<LocalDate> asOf = Optional.empty();

    Reader(String text, LocalDate today, long length) {
      this.text = text;
      this.today = today;
      this.length = length;
    }

    TimeReading read() {
      List<Period> periods = periods();
      boolean worded = length <= LONG && FUTURE.matcher(text).find();
      for (int i = 0; i < periods.size(); i++) {
        Period period = placed(periods.get(i), worded);
        if (i + 1 < periods.size() && isRange(period, periods.get(i + 1))) {
          range(period, placed(periods.get(i + 1), worded));
          i++;
        } else {
          single(period, periods);
        }
      }
      boolean latest = latest();
      TimeWindow window = Windows.combine(windows);
      boolean ahead = window.from().map(from -> from.isAfter(today)).orElse(false);
      return new TimeReading(
          window,
          asOf,
          latest,
          worded || ahead,
          periods.stream().filter(Period::isDay).map(Period::from).distinct().toList(),
          Windows.merged(spans));
    }

    private List<Period> periods() {
      List<Period> periods = new ArrayList<>(RelativePeriods.find(text, today));
      for (Period p : CalendarPeriods.find(text, today)) {
        boolean free = periods.stream().noneMatch(o -> o.start() < p.end() && p.start() < o.end());
        if (free && (p.grain() != Grain.YEAR || isYear(p))) {
          periods.add(p);
        }
      }
      periods.sort(Comparator.comparingInt(Period::start));
      return periods;
    }

    /** Four digits are a year after a preposition, in a range, or where they end the question. */
    private boolean isYear(Period p) {
      String before = head(p);
      return PREPOSITION.matcher(before).find()
          || before.matches("(?s).*\\b(19|20)\\d\\d ?(and|to|or|vs\\.?|-|–|versus) ?")
          || before.endsWith("between ")
          || before.endsWith("around ")
          || text.substring(p.end()).isBlank();
    }

    /** A month without a year is next year's where the question looks ahead. */
    private Period placed(Period p, boolean future) {
      return future && p.lacksYear() && !p.to().isAfter(today)
          ? p.withYear(p.from().getYear() + 1)
          : p;
    }

    private boolean isRange(Period a, Period b) {
      String between = text.substring(a.end(), b.start());
      String before = head(a);
      boolean dash = between.matches("\\s*(-|–|—|to|through)\\s*");
      return RANGE.matcher(between).matches()
          && (dash || RANGE_START.matcher(before).find())
          && Windows.aligned(a, b).from().isBefore(b.to());
    }

    private void range(Period a, Period b) {
      Matcher before = RANGE_START.matcher(text).region(Math.max(0, a.start() - REACH), a.start());
      spans.add(new Span(before.find() ? before.start() : a.start(), b.end()));
      if (length <= LONG) {
        windows.add(TimeWindow.between(Windows.aligned(a, b).from(), b.to()));
      }
    }

    private void single(Period p, List<Period> all) {
      Matcher match = PREPOSITION.matcher(text).region(Math.max(0, p.start() - REACH), p.start());
      boolean found = match.find();
      String word = found ? match.group("word") : "";
      spans.add(new Span(found && !word.equals("of") ? match.start() : p.start(), p.end()));
      switch (word) {
        case "as of", "as at", "as on" -> {
          LocalDate last = p.to().minusDays(1);
          asOf = Optional.of(last.isAfter(today) && !p.from().isAfter(today) ? today : last);
        }
        case "since", "starting" -> bound(TimeWindow.since(p.from()));
        case "from" -> inside(p, all, p.isDay());
        case "after" -> bound(TimeWindow.since(p.to()));
        case "before", "prior to" -> bound(TimeWindow.before(p.from()));
        case "until", "till", "through", "by", "up to", "up until" -> bound(by(p));
        case "" -> inside(p, all, p.grain() != Grain.RELATIVE && length > SHORT);
        default -> inside(p, all, false);
      }
    }

    /** "by 2030" is a deadline ahead: nothing on file is from then, but much speaks of it. */
    private TimeWindow by(Period p) {
      return p.from().isAfter(today) ? TimeWindow.since(p.from()) : TimeWindow.before(p.to());
    }

    private void bound(TimeWindow window) {
      if (length <= LONG) {
        windows.add(window);
      }
    }

    private void inside(Period p, List<Period> all, boolean unsure) {
      boolean relative = p.grain() == Grain.RELATIVE;
      boolean ofArticle = !relative && PUBLICATION.matcher(head(p)).find();
      boolean ofFigure = !p.isDay() && !p.from().isAfter(today) && FIGURES.matcher(text).find();
      boolean bareYear = p.grain() == Grain.YEAR && !PREPOSITION.matcher(head(p)).find();
      boolean oneOfMany = p.isDay() && !relative && all.stream().filter(Period::isDay).count() > 1;
      if (length <= LONG && !unsure && !ofArticle && !ofFigure && !bareYear && !oneOfMany) {
        windows.add(TimeWindow.between(p.from(), p.to()));
      }
    }

    private String head(Period p) {
      return text.substring(Math.max(0, p.start() - REACH), p.start());
    }

    private boolean latest() {
      boolean latest = false;
      Matcher match = LATEST.matcher(text);
      boolean trusted = length <= LONG || LATEST_OPENS.matcher(text).find();
      while (match.find()) {
        latest = trusted;
        if (trusted) {
          spans.add(new Span(match.start(), match.end()));
        }
      }
      return latest || NEWS_ALONE.matcher(text).matches();
    }
  }
}
