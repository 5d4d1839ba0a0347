package dev.footnote.core.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered things that a text names, such as "Opus 4.5", "Kimi K2", "Q4" and "May 2026": the
 * numbers by their word. A sentence about Kimi K3 shares all but a digit with a question about K2.
 */
record Versions(Map<String, Set<String>> numbers) {

  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\b([a-z]+)[ -]?[vkrmo]?(\\d+(?:\\.\\d+)*)[a-z]?\\b"
              + "(?![\\d.,]* ?(?:%|[mb]n\\b|(?:m|b|t|k|gw|mw)\\b|million|billion|trillion|percent|per |dollars"
              + "|euros|tokens|gigawatt|megawatt))");

  /** Words that stand before numbers which are amounts or days. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "of", "to", "than", "and", "in", "the", "about", "by", "a", "from", "or", "is", "was",
          "at", "for", "over", "another", "up", "on", "around", "nearly", "between", "costs",
          "cost", "least", "most", "us");

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final int ABBREVIATED = 3;

  static Versions of(String text) {
    var numbers = new HashMap<String, Set<String>>();
    Matcher numbered = NUMBERED.matcher(text.toLowerCase(Locale.ROOT));
    while (numbered.find()) {
      if (!NO_NAMES.contains(numbered.group(1))) {
        numbers
            .computeIfAbsent(inFull(numbered.group(1)), w -> new HashSet<>())
            .add(numbered.group(2));
      }
    }
    return new Versions(numbers);
  }

  private static String inFull(String word) {
    return word.length() != ABBREVIATED
        ? word
        : MONTHS.stream().filter(m -> m.startsWith(word)).findFirst().orElse(word);
  }

  /**
   * The share of these of which {@code said}, or where it has no such word {@code title}, names
   * another number and not the same: 0 to 1, 0 where there are none.
   */
  double othersIn(Versions said, Versions title) {
    int all = 0;
    int other = 0;
    for (var asked : numbers.entrySet()) {
      Set<String> found =
          said.numbers.getOrDefault(
              asked.getKey(), title.numbers.getOrDefault(asked.getKey(), Set.of()));
      for (String number : asked.getValue()) {
        all++;
        other += found.isEmpty() || found.contains(number) ? 0 : 1;
      }
    }
    return all == 0 ? 0 : (double) other / all;
  }
}
