package dev.footnote.knowledge.content;

import java.util.ArrayList;
import java.util.List;

/** Cuts a story's body into headings, items and paragraphs. */
final class Blocks {

  /** What a block is. */
  enum Kind {
    HEADING,
    ITEM,
    PARAGRAPH
  }

  /**
   * One block, which may go over several lines.
   *
   * @param start offset of its first character, after the {@code "- "} of an item
   * @param end offset after its last character
   */
  record Block(Kind kind, int start, int end) {}

  private Blocks() {}

  static List<Block> of(String text, FileLines lines, FileProblems problems) {
    List<Block> blocks = new ArrayList<>();
    boolean open = false;
    for (int at = 0; at < text.length(); ) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      int next = newline < 0 ? text.length() : newline + 1;
      String line = text.substring(at, end);
      int first = at + line.length() - line.stripLeading().length();
      String content = line.strip();
      int last = first + content.length();
      if (content.isEmpty()) {
        open = false;
      } else if (content.matches("#{1,6}(\\s.*)?|##+\\S.*")) {
        blocks.add(new Block(Kind.HEADING, first, last));
        open = false;
      } else if (content.startsWith("- ") || content.matches("[*+•–] .*")) {
        if (!content.startsWith("- ")) {
          problems.report(lines.at(first), "start list items with '- '");
        }
        blocks.add(new Block(Kind.ITEM, first + 2, last));
        open = true;
      } else if (open) {
        Block block = blocks.removeLast();
        blocks.add(new Block(block.kind(), block.start(), last));
      } else {
        blocks.add(new Block(Kind.PARAGRAPH, first, last));
        open = true;
      }
      at = next;
    }
    return blocks;
  }
}
