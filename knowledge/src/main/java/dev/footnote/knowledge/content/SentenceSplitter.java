package dev.footnote.knowledge.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Cuts one paragraph or item into sentences with their citation marks.
 *
 * <p>A stop with marks after it ({@code foo. [1]}) or before it ({@code foo [1].}) ends a sentence,
 * unless it belongs to an abbreviation and the text goes on in lower case. A stop without marks
 * ends one only outside quotations and parentheses, before what can begin a sentence, and after
 * what is no abbreviation: a sentence found that way is an uncited one, so doubt is decided against
 * it.
 */
final class SentenceSplitter {

  private static final String STOPS = ".!?…";
  private static final String CLOSERS = "\"”’')]";
  private static final String OPENERS = "\"“‘'([";

  private final String text;
  private final int end;
  private final Matcher mark;
  private final List<Sentence> sentences = new ArrayList<>();

  private int sentenceStart;
  private int lastMarkEnd = -1;
  private boolean quoted;
  private int parentheses;
  private List<Mark> marks = new ArrayList<>();

  private SentenceSplitter(String text, int start, int end) {
    this.text = text;
    this.end = end;
    this.mark = Mark.FORM.matcher(text).region(start, end);
    this.sentenceStart = skipSpace(start);
  }

  /** The sentences of {@code text} from {@code start} to {@code end}, in order. */
  static List<Sentence> split(String text, int start, int end) {
    SentenceSplitter splitter = new SentenceSplitter(text, start, end);
    splitter.run();
    return List.copyOf(splitter.sentences);
  }

  private void run() {
    int i = sentenceStart;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '[' && markAt(i)) {
        i = lastMarkEnd;
      } else if (STOPS.indexOf(c) >= 0) {
        i = stop(i);
      } else {
        see(c);
        i++;
      }
    }
    int last = trimmedEnd();
    if (last > sentenceStart) {
      boolean cited = lastMarkEnd > sentenceStart && onlyClosers(lastMarkEnd, last);
      sentences.add(new Sentence(sentenceStart, last, List.copyOf(marks), cited));
    }
  }

  /** Handles the stop at {@code at}; returns where to go on. */
  private int stop(int at) {
    boolean markBefore = lastMarkEnd > sentenceStart && onlyClosers(lastMarkEnd, at);
    int after = closers(at);
    int go = after;
    boolean markAfter = false;
    for (int next = skipSpace(go); next < end && markAt(next); next = skipSpace(go)) {
      markAfter = true;
      go = lastMarkEnd;
    }
    if (markAfter) {
      go = closers(go);
    }
    int next = skipSpace(go);
    if (next >= end) {
      return end;
    }
    boolean cited = markBefore || markAfter;
    boolean ends =
        cited ? !continuesAfterMark(at, next) : next > go && endsUncited(at, after, next);
    if (ends) {
      sentences.add(new Sentence(sentenceStart, go, List.copyOf(marks), cited));
      sentenceStart = next;
      marks = new ArrayList<>();
      quoted = false;
      parentheses = 0;
      return next;
    }
    return go;
  }

  private boolean continuesAfterMark(int at, int next) {
    if (";,:".indexOf(text.charAt(next)) >= 0) {
      return true;
    }
    String following = wordFrom(next);
    if (!Character.isLowerCase(text.charAt(next)) || isCamel(following)) {
      return false;
    }
    return text.charAt(at) != '.' || isEllipsis(at) || Abbreviations.isOne(wordBefore(at));
  }

  private boolean endsUncited(int at, int after, int next) {
    if (quoted || parentheses > 0) {
      return false;
    }
    int first = next;
    while (first < end && OPENERS.indexOf(text.charAt(first)) >= 0) {
      first++;
    }
    String following = wordFrom(first);
    if (following.isEmpty()) {
      return false;
    }
    int c = following.codePointAt(0);
    boolean canBegin =
        Character.isUpperCase(c)
            || Character.isDigit(c)
            || "$€£".indexOf(c) >= 0
            || isCamel(following);
    if (!canBegin) {
      return false;
    }
    String word = wordBefore(at);
    boolean plainStop = text.charAt(at) == '.' && !isEllipsis(at) && after == at + 1;
    if (plainStop && isListNumber(at, word)) {
      return false;
    }
    return !(plainStop && Abbreviations.continues(wordBeforeWord(at, word), word, following));
  }

  private boolean isListNumber(int at, String word) {
    return at - word.length() == sentenceStart && word.chars().allMatch(Character::isDigit);
  }

  private boolean isEllipsis(int at) {
    return text.charAt(at) == '…' || (at + 1 < end && text.charAt(at + 1) == '.');
  }

  /** Names such as xAI and iPhone begin sentences in lower case. */
  private static boolean isCamel(String word) {
    return word.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  private boolean markAt(int at) {
    mark.region(at, end);
    if (!mark.lookingAt()) {
      return false;
    }
    marks.add(new Mark(at, mark.end(), Integer.parseInt(mark.group(1))));
    lastMarkEnd = mark.end();
    return true;
  }

  /** The offset after the stops and closing quotes and brackets that begin at {@code from}. */
  private int closers(int from) {
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      boolean opensQuote = c == '"' && !quoted;
      if (opensQuote || (STOPS.indexOf(c) < 0 && CLOSERS.indexOf(c) < 0)) {
        break;
      }
      see(c);
      i++;
    }
    return i;
  }

  private void see(char c) {
    switch (c) {
      case '"' -> quoted = !quoted;
      case '“' -> quoted = true;
      case '”' -> quoted = false;
      case '(' -> parentheses++;
      case ')' -> parentheses = Math.max(0, parentheses - 1);
      default -> {}
    }
  }

  private boolean onlyClosers(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)
          && CLOSERS.indexOf(c) < 0
          && STOPS.indexOf(c) < 0
          && c != ';'
          && c != ',') {
        return false;
      }
    }
    return true;
  }

  private String wordBefore(int at) {
    int from = at;
    while (from > sentenceStart && !isEdge(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, at);
  }

  private String wordBeforeWord(int at, String word) {
    int to = at - word.length();
    while (to > sentenceStart && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return wordBefore(to);
  }

  private String wordFrom(int at) {
    int to = at;
    while (to < end && !isEdge(text.charAt(to)) && ",;:!?".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return text.substring(at, to);
  }

  private static boolean isEdge(char c) {
    return Character.isWhitespace(c) || OPENERS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < end && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int trimmedEnd() {
    int i = end;
    while (i > sentenceStart && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }
}
