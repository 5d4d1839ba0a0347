package dev.footnote.knowledge.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a small text file, or says why it is none. */
final class TextFile {

  private TextFile() {}

  /**
   * The file's text without a byte order mark; empty when a problem was reported.
   *
   * @param limit bytes the file may have
   */
  static Optional<String> read(Path file, int limit, FileProblems problems) {
    byte[] bytes;
    if (!Files.isRegularFile(file)) {
      problems.report(1, "is missing or no file: create it, empty if there is nothing to say");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(limit + 1);
    } catch (IOException e) {
      problems.report(1, "cannot be read (" + e + "): check its permissions");
      return Optional.empty();
    }
    if (bytes.length > limit) {
      problems.report(1, "is larger than " + limit / 1024 + " KB: split or shorten it");
      return Optional.empty();
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        problems.report(
            lineOf(bytes, i), "holds a NUL byte, as binary files do: save it as UTF-8 text");
        return Optional.empty();
      }
    }
    return decode(bytes, problems);
  }

  private static Optional<String> decode(byte[] bytes, FileProblems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      problems.report(lineOf(bytes, in.position()), "is not UTF-8 here: save the file as UTF-8");
      return Optional.empty();
    }
    String text = out.flip().toString();
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static int lineOf(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }
}
