package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts {@code value [1]; value [2].} at each semicolon that follows a citation. */
final class DisagreementValues {

  private static final Pattern SEPARATOR = Pattern.compile("(?<=])[\"”’')]*\\s*;");

  private DisagreementValues() {}

  /**
   * The offset after the value that begins at {@code start}, with its semicolon if there is one.
   */
  static int endOf(String text, int start, int end) {
    Matcher separator = SEPARATOR.matcher(text).region(start, end).useTransparentBounds(true);
    while (separator.find()) {
      if (endsInMark(text, start, separator.start())) {
        return separator.end();
      }
    }
    return end;
  }

  private static boolean endsInMark(String text, int start, int end) {
    int bracket = text.lastIndexOf('[', end);
    return bracket >= start && Mark.FORM.matcher(text).region(bracket, end).matches();
  }

  /** The value without the semicolon or stop that ends it, so that values can stand in a row. */
  static Statement tidy(Statement value) {
    String text = value.text().replaceFirst("\\s*;$", "");
    if (text.endsWith(".") && !text.endsWith("..")) {
      String stem = text.substring(0, text.length() - 1);
      String word = stem.substring(stem.lastIndexOf(' ') + 1);
      text = Abbreviations.isOne(word) ? text : stem;
    }
    return new Statement(text, value.quote(), value.references());
  }
}
