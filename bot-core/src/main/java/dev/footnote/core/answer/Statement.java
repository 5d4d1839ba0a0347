package dev.footnote.core.answer;

import java.util.List;

/**
 * One sentence of an answer.
 *
 * @param text without citation marks
 * @param citations numbers of the citations that carry it, at least one
 */
public record Statement(String text, List<Integer> citations) {

  public Statement {
    citations = List.copyOf(citations);
    if (citations.isEmpty()) {
      throw new IllegalArgumentException("uncited statement: " + text);
    }
  }

  /** The text with its citation marks: {@code It shipped in May. [1][2]}. */
  public String marked() {
    var marked = new StringBuilder(text).append(' ');
    citations.forEach(n -> marked.append('[').append(n).append(']'));
    return marked.toString();
  }
}
