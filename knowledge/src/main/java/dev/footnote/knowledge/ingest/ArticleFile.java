package dev.footnote.knowledge.ingest;

import dev.footnote.knowledge.KnowledgeException;
import dev.footnote.knowledge.ingest.ImportLine.Good;
import dev.footnote.knowledge.ingest.ImportLine.Rejected;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of articles, JSON Lines: {@code {"id","title","url","publisher","author"?,"published",
 * "body"}}, compressed where its name ends in {@code .gz}. Read once, a line at a time, so that its
 * size does not matter; to be closed. For use by one thread.
 *
 * <p>An id may come again: each line is delivered, in order, and whoever stores them keeps the last
 * as the newest version. Nothing is remembered between lines.
 */
public final class ArticleFile implements Iterator<ImportLine>, AutoCloseable {

  /** Bytes that a line may have. */
  static final int LINE_LIMIT = 10 * 1024 * 1024;

  private static final int PEEK = 4096;

  private final Path file;
  private final InputStream in;
  private final Lines lines;
  private int line;
  private @Nullable ImportLine next;

  private ArticleFile(Path file, InputStream in) {
    this.file = file;
    this.in = in;
    this.lines = new Lines(in, LINE_LIMIT);
  }

  /**
   * @throws KnowledgeException if {@code file} is not there, cannot be read or holds no text; its
   *     message names the file and the way out
   */
  public static ArticleFile open(Path file) {
    if (Files.isDirectory(file)) {
      throw new KnowledgeException(file + " is a folder: name a file of articles in it");
    }
    if (!Files.exists(file)) {
      throw new KnowledgeException(file + " is not there: check the name");
    }
    try {
      return open(file, Files.newInputStream(file));
    } catch (IOException e) {
      throw new KnowledgeException(
          file + " cannot be read (" + e + "): is it complete, and may you read it?", e);
    }
  }

  private static ArticleFile open(Path file, InputStream raw) throws IOException {
    try {
      InputStream in = new BufferedInputStream(raw, 1 << 16);
      if (file.toString().endsWith(".gz")) {
        in = new BufferedInputStream(decompressed(file, in), 1 << 16);
      }
      in.mark(PEEK);
      byte[] head = in.readNBytes(PEEK);
      in.reset();
      Optional<String> wrong = FileHead.whyNoText(head);
      if (wrong.isPresent()) {
        throw new KnowledgeException(file + " " + wrong.get());
      }
      if (FileHead.hasByteOrderMark(head)) {
        in.skipNBytes(3);
      }
      return new ArticleFile(file, in);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream decompressed(Path file, InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      throw new KnowledgeException(
          file + " is not compressed although its name ends in .gz: rename it", e);
    }
  }

  /**
   * @throws KnowledgeException if the file cannot be read further
   */
  @Override
  public boolean hasNext() {
    while (next == null) {
      try {
        if (!lines.next()) {
          return false;
        }
      } catch (IOException e) {
        throw new KnowledgeException(
            file + " cannot be read after line " + line + " (" + e + "): is it complete?", e);
      }
      line++;
      next = read();
    }
    return true;
  }

  /** The next line that is not blank. */
  @Override
  public ImportLine next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    ImportLine result = next;
    next = null;
    return result;
  }

  /** What the line came to; null when blank. */
  private @Nullable ImportLine read() {
    if (lines.isTooLong()) {
      return new Rejected(line, "is longer than 10 MB: shorten the body");
    }
    byte[] bytes = lines.bytes();
    for (byte b : bytes) {
      if (b == 0) {
        return new Rejected(line, "holds a NUL byte: remove it, or save the file as UTF-8");
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.isBlank() ? null : new Good(line, ArticleJson.read(text));
    } catch (CharacterCodingException e) {
      return new Rejected(line, "is not UTF-8: save the file as UTF-8");
    } catch (RejectedLineException e) {
      return new Rejected(line, e.reason());
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new KnowledgeException(file + " cannot be closed: check the disk it is on", e);
    }
  }
}
