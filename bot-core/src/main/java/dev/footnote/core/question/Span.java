package dev.footnote.core.question;

/**
 * A stretch of a text.
 *
 * @param start index of its first character
 * @param end index after its last character
 */
public record Span(int start, int end) {

  public boolean overlaps(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }
}
