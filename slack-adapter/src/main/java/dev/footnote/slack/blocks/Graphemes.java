package dev.footnote.slack.blocks;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts text where a reader sees the end of a character, preferably of a word. */
final class Graphemes {

  /** The longest cluster that is kept whole: without a bound one could be endless. */
  private static final int LONGEST_CLUSTER = 64;

  private Graphemes() {}

  /** The beginning of {@code text}, at most {@code limit} UTF-16 units. */
  static String head(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, boundary(text, limit));
  }

  /** {@code text} in pieces of at most {@code limit} units that together are {@code text}. */
  static List<String> pieces(String text, int limit) {
    var pieces = new ArrayList<String>();
    var rest = text;
    while (rest.length() > limit) {
      int space = rest.lastIndexOf(' ', limit - 1);
      int end = space > limit / 2 ? space + 1 : boundary(rest, limit);
      if (end == 0) {
        end = limit;
      }
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    pieces.add(rest);
    return pieces;
  }

  private static int boundary(String text, int limit) {
    int from = Math.max(0, limit - LONGEST_CLUSTER);
    if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
      from--;
    }
    var part = text.substring(from, Math.min(text.length(), limit + LONGEST_CLUSTER));
    var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(part);
    int end = from + Math.max(0, breaks.preceding(limit - from + 1));
    if (end <= from && limit > 0) {
      end = Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
    return end;
  }
}
