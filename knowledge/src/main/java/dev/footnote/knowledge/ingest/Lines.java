package dev.footnote.knowledge.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream of bytes into lines and never holds more than one line, of limited length. */
final class Lines {

  private static final int START = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final byte[] chunk = new byte[START];
  private byte[] line = new byte[START];
  private int length;
  private int position;
  private int filled;
  private boolean tooLong;

  /**
   * @param limit bytes a line may have; what is beyond is skipped
   */
  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (true) {
      if (position == filled) {
        filled = Math.max(0, in.read(chunk, 0, chunk.length));
        position = 0;
        if (filled == 0) {
          return any;
        }
      }
      any = true;
      int end = position;
      while (end < filled && chunk[end] != '\n') {
        end++;
      }
      append(end);
      boolean complete = end < filled;
      position = complete ? end + 1 : end;
      if (complete) {
        return true;
      }
    }
  }

  private void append(int end) {
    int more = end - position;
    if (tooLong || length + more > limit) {
      tooLong = true;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, 2 * line.length));
    }
    System.arraycopy(chunk, position, line, length, more);
    length += more;
  }

  /** Whether the line was longer than the limit; its bytes are then incomplete. */
  boolean isTooLong() {
    return tooLong;
  }

  /** The line's bytes, without the line feed. */
  byte[] bytes() {
    return Arrays.copyOf(line, length);
  }
}
