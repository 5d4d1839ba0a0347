package dev.footnote.knowledge.content;

import java.util.regex.Pattern;

/**
 * One citation mark, such as {@code [2]}.
 *
 * @param start offset of the bracket in the text
 * @param end offset after the closing bracket
 */
record Mark(int start, int end, int number) {

  static final Pattern FORM = Pattern.compile("\\[([1-9]\\d{0,2})]");

  /** What somebody writes who means a mark: {@code [1, 2]}, {@code [^1]}, {@code [0]}. */
  static final Pattern MISTAKEN =
      Pattern.compile(
          "\\[(?:\\^\\d+|0\\d*|\\d{1,3}\\s*[,;–-]\\s*\\d[\\d,;\\s–-]*|\\s+\\d{1,3}\\s*|\\d{1,3}\\s+)]");
}
