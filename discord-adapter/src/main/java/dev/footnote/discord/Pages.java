package dev.footnote.discord;

import java.util.ArrayList;
import java.util.List;

/** Lines put into messages that stay within a limit of characters and of parts. */
final class Pages {

  /** What stands in a message, one below the other. */
  sealed interface Part {

    /** Markdown, never blank. */
    record Text(String markdown) implements Part {}

    /** A line between two parts. */
    record Divider() implements Part {}
  }

  /** Parts in one message; leaves room for the controls below them. */
  private static final int MOST_PARTS = 20;

  private final int limit;
  private final List<List<Part>> pages = new ArrayList<>();
  private List<Part> page = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private int used;

  /**
   * @param limit characters in one message
   */
  Pages(int limit) {
    this.limit = limit;
  }

  /**
   * Adds a line, torn between words where a message is full.
   *
   * @param prefix what the line begins with, on each message anew
   */
  void line(String prefix, List<Words.Word> words) {
    var line = new StringBuilder(prefix);
    for (var word : words) {
      var piece = (word.spaced() && line.length() > prefix.length() ? " " : "") + word.markdown();
      if (line.length() + piece.length() > limit - 1) {
        append(line.toString());
        line = new StringBuilder(prefix).append(word.markdown());
      } else {
        line.append(piece);
      }
    }
    if (line.length() > prefix.length()) {
      append(line.toString());
    }
  }

  /** Leaves a line empty, unless nothing stands above it. */
  void gap() {
    if (!text.isEmpty() && used + 1 <= limit) {
      text.append('\n');
      used++;
    }
  }

  void divider() {
    endText();
    if (!page.isEmpty() && !(page.getLast() instanceof Part.Divider)) {
      page.add(new Part.Divider());
    }
  }

  /** The messages; at least one part in each. */
  List<List<Part>> pages() {
    endPage();
    return List.copyOf(pages);
  }

  private void append(String line) {
    int separator = text.isEmpty() ? 0 : 1;
    if (used + separator + line.length() > limit || page.size() >= MOST_PARTS) {
      endPage();
      separator = 0;
    }
    text.append(separator == 1 ? "\n" : "").append(line);
    used += separator + line.length();
  }

  /** What follows stands apart. */
  void endText() {
    var markdown = text.toString().strip();
    if (!markdown.isEmpty()) {
      page.add(new Part.Text(markdown));
    }
    text = new StringBuilder();
  }

  private void endPage() {
    endText();
    while (!page.isEmpty() && page.getLast() instanceof Part.Divider) {
      page.removeLast();
    }
    if (!page.isEmpty()) {
      pages.add(List.copyOf(page));
    }
    page = new ArrayList<>();
    used = 0;
  }
}
