package dev.footnote.knowledge.content;

import java.util.Arrays;

/** Says on which line of its file an offset of a text stands. */
final class FileLines {

  private final int[] starts;
  private final int firstLine;

  /**
   * @param firstLine the line of the file on which {@code text} begins
   */
  FileLines(String text, int firstLine) {
    this.firstLine = firstLine;
    int[] found = new int[text.length() + 1];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        found[count++] = i + 1;
      }
    }
    this.starts = Arrays.copyOf(found, count);
  }

  int at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return firstLine + (found >= 0 ? found : -found - 2);
  }
}
