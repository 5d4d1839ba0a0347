package dev.footnote.knowledge.content;

/**
 * Sees to it that quotation marks come in pairs; single ones are left alone, as apostrophes are.
 */
final class Quotations {

  private Quotations() {}

  static boolean areClosed(String text) {
    return count(text, '"') % 2 == 0 && count(text, '“') == count(text, '”');
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }
}
