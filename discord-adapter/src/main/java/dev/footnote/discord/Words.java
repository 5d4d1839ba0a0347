package dev.footnote.discord;

import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.conversation.Reply.Style;
import java.util.ArrayList;
import java.util.List;

/** Spans as pieces of markdown that may not be torn, in order. */
final class Words {

  /**
   * A piece that stays whole.
   *
   * @param spaced whether a space stands before it
   */
  record Word(String markdown, boolean spaced) {}

  /** Longest piece in characters before escaping; what is longer is cut into several. */
  private static final int LONGEST = 200;

  /** Longest styled or linked text that stays in one piece. */
  private static final int LONGEST_STYLED = 300;

  private final List<Word> words = new ArrayList<>();
  private boolean spaced;

  private Words() {}

  static List<Word> of(List<Span> spans) {
    var all = new Words();
    for (var span : spans) {
      switch (span) {
        case Span.Text t -> all.text(t.text(), t.style());
        case Span.Cite c -> all.add(mark(c.number()));
        case Span.Link l -> all.add(DiscordMarkdown.link(shortened(l.text()), l.url()));
      }
    }
    return all.words;
  }

  /** Plain words of {@code text}. */
  static List<Word> of(String text) {
    return of(List.of(Span.text(text)));
  }

  /** A citation's mark, which is no link even before a bracket. */
  static String mark(int number) {
    return "\\[" + number + "\\]";
  }

  /** {@code text} cut to what a line can bear. */
  static String shortened(String text) {
    return shortened(text, LONGEST_STYLED);
  }

  /** {@code text} cut to {@code limit} characters, never within one. */
  static String shortened(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, safeCut(text, limit - 1)) + "…";
  }

  private void text(String text, Style style) {
    var wrap =
        switch (style) {
          case PLAIN -> "";
          case BOLD -> "**";
          case ITALIC -> "*";
          case CODE -> text.indexOf('`') >= 0 ? "" : "`";
        };
    boolean whole = !wrap.isEmpty() && text.length() <= LONGEST_STYLED;
    if (whole && !text.isBlank()) {
      spaced |= text.startsWith(" ");
      var inner = text.strip();
      add(wrap + (style == Style.CODE ? inner : DiscordMarkdown.escapeAll(inner)) + wrap);
      spaced = text.endsWith(" ");
      return;
    }
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (i > from) {
          word(text.substring(from, i));
        }
        spaced |= i < text.length();
        from = i + 1;
      }
    }
  }

  private void word(String word) {
    int from = 0;
    while (word.length() - from > LONGEST) {
      int to = safeCut(word, from + LONGEST);
      add(DiscordMarkdown.escape(word.substring(from, to)));
      from = to;
    }
    add(DiscordMarkdown.escape(word.substring(from)));
  }

  private static int safeCut(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
  }

  private void add(String markdown) {
    words.add(new Word(markdown, spaced));
    spaced = false;
  }
}
