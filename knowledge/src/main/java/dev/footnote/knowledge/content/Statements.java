package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story.Statement;
import java.util.List;

/** Makes statements of stretches of text. */
final class Statements {

  private Statements() {}

  /**
   * The statement that stands between {@code start} and {@code end} with {@code marks}, of which
   * there is at least one. Where marks stand inside, the quote is the longest stretch between them.
   */
  static Statement of(String text, int start, int end, List<Mark> marks) {
    StringBuilder readable = new StringBuilder();
    String quote = "";
    int from = start;
    for (int i = 0; i <= marks.size(); i++) {
      int to = i < marks.size() ? marks.get(i).start() : end;
      String piece = text.substring(from, to);
      String candidate = piece.strip().replaceFirst("^[;,.:]\\s*", "");
      if (candidate.length() > quote.length()) {
        quote = candidate;
      }
      if (i < marks.size()) {
        readable.append(piece.stripTrailing());
        from = marks.get(i).end();
      } else {
        readable.append(piece);
      }
    }
    String folded = readable.toString().strip().replaceAll("\\s+", " ");
    return new Statement(folded, quote, marks.stream().map(Mark::number).distinct().toList());
  }
}
