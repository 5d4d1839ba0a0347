package dev.footnote.core.retrieval;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts prose into sentences. Every sentence is a substring of the text, trimmed; paragraphs (line
 * breaks) always end one.
 */
public final class Sentences {

  /** A sentence's place in its text: {@code [start, end)}. */
  public record Span(int start, int end) {

    public String of(String text) {
      return text.substring(start, end);
    }
  }

  /** A piece that ends like this goes on: titles, initials, company and month abbreviations. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?:^|[\\s(\"“‘'])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|vs|v|No|Nos"
              + "|Inc|Corp|Ltd|Co|Bros|al|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov"
              + "|Dec|Fig|U\\.S|U\\.K|U\\.N|E\\.U|D\\.C|[A-Z]|[A-Z]\\.[A-Z])\\.[\"”’']?\\s*$");

  private Sentences() {}

  /** The sentences of {@code text} in order; none if it is blank. */
  public static List<Span> spans(String text) {
    var spans = new ArrayList<Span>();
    int line = 0;
    while (line < text.length()) {
      int end = text.indexOf('\n', line);
      end = end < 0 ? text.length() : end;
      line(text, line, end, spans);
      line = end + 1;
    }
    return spans;
  }

  private static void line(String text, int from, int to, List<Span> spans) {
    String line = text.substring(from, to);
    var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(line);
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      boolean last = end == line.length();
      if (!last && goesOn(line, start, end)) {
        continue;
      }
      add(text, from + start, from + end, spans);
      start = end;
    }
  }

  private static boolean goesOn(String line, int start, int end) {
    return Character.isLowerCase(line.codePointAt(end))
        || GOES_ON.matcher(line.substring(Math.max(start, end - 24), end)).find();
  }

  private static void add(String text, int start, int end, List<Span> spans) {
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      spans.add(new Span(start, end));
    }
  }
}
