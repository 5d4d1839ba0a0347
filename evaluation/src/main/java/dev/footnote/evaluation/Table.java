package dev.footnote.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, its columns aligned. */
final class Table {

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(List.of(head));
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  Table row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(i -> rows.stream().mapToInt(r -> r.get(i).length()).max().orElse(0))
            .toArray();
    var lines = new ArrayList<String>();
    for (List<String> row : rows) {
      lines.add(
          IntStream.range(0, row.size())
              .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
              .collect(Collectors.joining(" | ", "| ", " |")));
    }
    lines.add(
        1,
        IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |")));
    return String.join("\n", lines);
  }

  /** A share with four places, as the benchmark prints it. */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  /** A percentage that reads 100 only if it is. */
  static String percent(long part, long whole) {
    if (part == whole) {
      return "100 %";
    }
    double tenths = Math.floor(1000.0 * part / whole) / 10;
    return String.format(Locale.ROOT, "%.1f %%", tenths);
  }

  static String count(long part, long whole) {
    return part + " of " + whole;
  }

  /** The middle one, in milliseconds. */
  static String medianMillis(List<Duration> durations) {
    var sorted = durations.stream().sorted().toList();
    return sorted.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%.1f", sorted.get(sorted.size() / 2).toNanos() / 1e6);
  }
}
