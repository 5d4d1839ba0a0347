package dev.footnote.app.terminal;

import java.util.ArrayList;
import java.util.List;
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
   * Ends the line, wrapped: its first row begins with {@code first}, the others with {@code rest}.
   */
  void end(String first, String rest) {
    var row = new ArrayList<>(List.of(new Piece(first, Look.PLAIN, "")));
    int used = width(first);
    boolean fresh = true;
    for (var word : words()) {
      int wide = word.stream().mapToInt(p -> width(p.text())).sum();
      if (!fresh && screen.width() > 0 && used + 1 + wide > screen.width()) {
        lines.add(drawn(row));
        row = new ArrayList<>(List.of(new Piece(rest, Look.PLAIN, "")));
        used = width(rest);
        fresh = true;
      }
      for (int i = 0; i < word.size(); i++) {
        append(row, word.get(i), !fresh && i == 0);
      }
      used += wide + (fresh ? 0 : 1);
      fresh = false;
    }
    lines.add(drawn(row));
    pieces.clear();
  }

  /**
   * Adds to a row; neighbours that look alike become one piece, the space between them included.
   */
  private static void append(List<Piece> row, Piece piece, boolean spaced) {
    var last = row.getLast();
    boolean alike = last.look() == piece.look() && last.link().equals(piece.link());
    if (alike) {
      row.removeLast();
      var text = last.text() + (spaced ? " " : "") + piece.text();
      row.add(new Piece(text, piece.look(), piece.link()));
    } else {
      if (spaced) {
        row.add(new Piece(" ", Look.PLAIN, ""));
      }
      row.add(piece);
    }
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

  private String drawn(List<Piece> row) {
    var drawn = new StringBuilder();
    for (var piece : row) {
      boolean linked = screen.links() && !piece.link().isEmpty();
      boolean styled = screen.colours() && !piece.look().sgr.isEmpty();
      if (linked) {
        drawn.append("\u001b]8;;").append(piece.link()).append("\u001b\\");
      }
      if (styled) {
        drawn.append("\u001b[").append(piece.look().sgr).append('m');
      }
      drawn.append(piece.text());
      if (styled) {
        drawn.append("\u001b[0m");
      }
      if (linked) {
        drawn.append("\u001b]8;;\u001b\\");
      }
    }
    return drawn.toString();
  }

  private static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }
}
