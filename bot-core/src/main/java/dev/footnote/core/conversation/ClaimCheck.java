package dev.footnote.core.conversation;

import dev.footnote.core.answer.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds a claim against the statements that evidence carries.
 *
 * <p>It compares words and figures and knows nothing of meaning, so it says little: {@link
 * Verdict#SUPPORTED} only where one statement holds every name, figure and nearly every word of the
 * claim, {@link Verdict#DIFFERS} only where one statement says nearly the same with another figure.
 * Everything else is {@link Verdict#COVERED}, and the reader judges.
 */
final class ClaimCheck {

  /** What evidence says about a claim. */
  enum Verdict {
    SUPPORTED,
    DIFFERS,
    COVERED
  }

  /**
   * @param statement the statement that decided it; the first where none did
   */
  record Finding(Verdict verdict, Statement statement) {}

  private static final double SAME = 0.75;
  private static final double NEARLY_ALL = 0.85;

  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<money>[$€£¥])?\\s?(?<number>\\d+(?:[,.]\\d+)*)\\s?"
              + "(?<unit>%|percent|thousand|million|billion|trillion|gigawatts?|GW|MW)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}'’-]*");
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "in",
          "on",
          "at",
          "to",
          "for",
          "by",
          "and",
          "or",
          "with",
          "its",
          "it",
          "is",
          "was",
          "are",
          "were",
          "has",
          "have",
          "had",
          "be",
          "been",
          "that",
          "this",
          "from",
          "as",
          "will",
          "would",
          "about",
          "than",
          "more",
          "said",
          "says",
          "into",
          "their",
          "million",
          "billion",
          "trillion",
          "thousand",
          "percent",
          "dollars",
          "gigawatt",
          "gigawatts");
  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "never", "without", "denied", "denies", "neither", "nor", "false");

  private ClaimCheck() {}

  /** Compares; {@code statements} holds at least one. */
  static Finding check(String claim, List<Statement> statements) {
    var figures = figures(claim);
    var words = words(claim);
    for (var statement : statements) {
      if (share(words, words(statement.text())) >= NEARLY_ALL
          && figures(statement.text()).containsAll(figures)
          && negated(claim) == negated(statement.text())) {
        return new Finding(Verdict.SUPPORTED, statement);
      }
    }
    for (var statement : statements) {
      if (share(words, words(statement.text())) >= SAME
          && negated(claim) == negated(statement.text())
          && differ(figures, figures(statement.text()))) {
        return new Finding(Verdict.DIFFERS, statement);
      }
    }
    return new Finding(Verdict.COVERED, statements.getFirst());
  }

  /** Whether both give figures of one kind, and none of them is the same. */
  private static boolean differ(Set<Figure> claimed, Set<Figure> stated) {
    for (var figure : claimed) {
      var sameKind = stated.stream().filter(s -> s.kind().equals(figure.kind())).toList();
      if (!sameKind.isEmpty() && sameKind.stream().noneMatch(figure::equals)) {
        return true;
      }
    }
    return false;
  }

  private static boolean negated(String text) {
    var low = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return low.contains("n't") || words(low).stream().anyMatch(NEGATIONS::contains);
  }

  private static double share(Set<String> wanted, Set<String> there) {
    return wanted.isEmpty()
        ? 0
        : (double) wanted.stream().filter(there::contains).count() / wanted.size();
  }

  private static Set<String> words(String text) {
    var words = new LinkedHashSet<String>();
    WORD.matcher(text)
        .results()
        .map(m -> stem(m.group().toLowerCase(Locale.ROOT)))
        .filter(w -> !EMPTY_WORDS.contains(w))
        .forEach(words::add);
    return words;
  }

  private static String stem(String word) {
    var bare = word.replaceAll("['’]s$", "");
    return bare.length() > 4 && bare.endsWith("s") && !bare.endsWith("ss")
        ? bare.substring(0, bare.length() - 1)
        : bare;
  }

  /** A number with what it counts: money, a share, a year, or a plain number. */
  private record Figure(String kind, String value) {}

  private static Set<Figure> figures(String text) {
    var figures = new LinkedHashSet<Figure>();
    var m = FIGURE.matcher(text);
    while (m.find()) {
      if (m.start("number") > 0 && Character.isLetter(text.charAt(m.start("number") - 1))) {
        continue;
      }
      figures.add(figure(m.group("money"), m.group("number").replace(",", ""), m.group("unit")));
    }
    return figures;
  }

  private static Figure figure(@Nullable String money, String number, @Nullable String unit) {
    var scale = unit == null ? "" : unit.toLowerCase(Locale.ROOT).replaceAll("s$", "");
    if (money != null) {
      return new Figure("money", money + number + scale);
    }
    if (scale.equals("%") || scale.equals("percent")) {
      return new Figure("share", number);
    }
    if (scale.isEmpty() && number.matches("(?:19|20)\\d\\d")) {
      return new Figure("year", number);
    }
    return new Figure(scale.isEmpty() ? "number" : "scaled", number + scale);
  }
}
