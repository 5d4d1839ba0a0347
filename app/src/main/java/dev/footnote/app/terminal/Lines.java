package dev.footnote.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jline.utils.WCWidth;

/** Words in styles, wrapped to the screen. */
final class Lines {

  /** How words look, as ECMA-48 SGR parameters; none for plain. */
  enum Look {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    ITALIC("3"),
    TITLE("1;36"),
    CODE("36"),
    MARK("33");

    private final String sgr;

    Look(String sgr) {
      this.sgr = sgr;
    }
  }

  private record Piece(String text, Look look, String link) {}

  private final Screen screen;
  private final List<String> lines = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  Lines(Screen screen) {
    this.screen = screen;
  }

  /** Adds to the line that is being put together. */
  Lines add(String text, Look look) {
    return add(text, look, "");
  }

  /** Adds words that lead to {@code link}; the address shows only where links are not drawn. */
  Lines add(String text, Look look, String link) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, look, link));
    }
    return this;
  }

  /**
   * Ends the line, wrapped, its first row begun with {@code first} and the others with {@code
   * rest}.
   */
  void end(String first, String rest) {
    var row = new StringBuilder(first);
    int used = width(first);
    boolean fresh = true;
    for (var word : words()) {
      int wide = word.stream().mapToInt(p -> width(p.text())).sum();
      int gap = fresh ? 0 : 1;
      if (!fresh && screen.width() > 0 && used + gap + wide > screen.width()) {
        lines.add(row.toString());
        row = new StringBuilder(rest);
        used = width(rest);
        gap = 0;
      }
      if (gap == 1) {
        row.append(' ');
      }
      word.forEach(draw(row));
      used += gap + wide;
      fresh = false;
    }
    lines.add(row.toString());
    pieces.clear();
  }

  void end() {
    end("", "");
  }

  void blank() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  String text() {
    return String.join("\n", lines);
  }

  /** The pieces cut at spaces: a word may run over several pieces. */
  private List<List<Piece>> words() {
    var words = new ArrayList<List<Piece>>();
    var word = new ArrayList<Piece>();
    for (var piece : pieces) {
      int from = 0;
      for (int i = 0; i <= piece.text().length(); i++) {
        if (i == piece.text().length() || piece.text().charAt(i) == ' ') {
          if (i > from) {
            word.add(new Piece(piece.text().substring(from, i), piece.look(), piece.link()));
          }
          if (i < piece.text().length() && !word.isEmpty()) {
            words.add(List.copyOf(word));
            word.clear();
          }
          from = i + 1;
        }
      }
    }
    if (!word.isEmpty()) {
      words.add(word);
    }
    return words;
  }

  private Consumer<Piece> draw(StringBuilder row) {
    return piece -> {
      boolean linked = screen.links() && !piece.link().isEmpty();
      boolean styled = screen.colours() && !piece.look().sgr.isEmpty();
      if (linked) {
        row.append("\u001b]8;;").append(piece.link()).append("\u001b\\");
      }
      if (styled) {
        row.append("\u001b[").append(piece.look().sgr).append('m');
      }
      row.append(piece.text());
      if (styled) {
        row.append("\u001b[0m");
      }
      if (linked) {
        row.append("\u001b]8;;\u001b\\");
      }
    };
  }

  private static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }
}
