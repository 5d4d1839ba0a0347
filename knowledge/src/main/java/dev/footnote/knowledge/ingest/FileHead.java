package dev.footnote.knowledge.ingest;

import java.util.Optional;

/** Tells from a file's first bytes whether it can be JSON Lines at all. */
final class FileHead {

  private FileHead() {}

  static boolean hasByteOrderMark(byte[] head) {
    return starts(head, 0xEF, 0xBB, 0xBF);
  }

  /** What the file is instead of UTF-8 text, and the way out; empty if it may be text. */
  static Optional<String> whyNoText(byte[] head) {
    if (starts(head, 0x1F, 0x8B)) {
      return Optional.of("is compressed: let its name end in .gz, once for each compression");
    }
    if (starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) || starts(head, '{', 0)) {
      return Optional.of("is UTF-16: save it as UTF-8");
    }
    int controls = 0;
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        controls++;
      }
    }
    boolean json = firstText(head) == '{';
    return !json && controls > 0
        ? Optional.of("is no text file: expected JSON Lines, one article a line")
        : Optional.empty();
  }

  private static int firstText(byte[] head) {
    int i = hasByteOrderMark(head) ? 3 : 0;
    while (i < head.length && (head[i] == ' ' || head[i] == '\n' || head[i] == '\r')) {
      i++;
    }
    return i < head.length ? head[i] : -1;
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
