package dev.footnote.core.jdbc;

import dev.footnote.core.data.DiskFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who has a database open. Whoever comes first is {@link #alone} and checks what it finds, while
 * others wait; then all share.
 *
 * <p>A write-ahead log that a lone opener finds was left by a process that did not close: SQLite
 * removes the log with the last connection. So an unclean end is noticed without writing a mark.
 */
final class OpenMark implements AutoCloseable {

  /*
   * One channel per file and process: closing any channel drops all POSIX locks that the process
   * holds on the file.
   */
  private static final Map<Path, OpenMark> HERE = new HashMap<>();

  private final Path key;
  private final FileChannel channel;
  private FileLock lock;
  private int holders = 1;

  private OpenMark(Path key, FileChannel channel, FileLock lock) {
    this.key = key;
    this.channel = channel;
    this.lock = lock;
  }

  static OpenMark take(Path file) {
    var key = file.toAbsolutePath().normalize();
    synchronized (HERE) {
      var mark = HERE.get(key);
      if (mark == null) {
        mark = lock(file, key);
        HERE.put(key, mark);
      } else {
        mark.holders++;
      }
      return mark;
    }
  }

  /** Whether nobody else has the database open, or may open it before {@link #share}. */
  boolean alone() {
    synchronized (HERE) {
      return holders == 1 && !lock.isShared();
    }
  }

  /** Lets others open the database. */
  void share() {
    synchronized (HERE) {
      try {
        if (!lock.isShared()) {
          lock.release();
          lock = channel.lock(0, Long.MAX_VALUE, true);
        }
      } catch (IOException e) {
        throw DiskFailures.of(key, e);
      }
    }
  }

  @Override
  public void close() {
    synchronized (HERE) {
      holders--;
      if (holders > 0) {
        return;
      }
      HERE.remove(key);
      try {
        channel.close();
      } catch (IOException e) {
        throw DiskFailures.of(key, e);
      }
    }
  }

  private static OpenMark lock(Path file, Path key) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      var exclusive = channel.tryLock();
      var lock = exclusive == null ? channel.lock(0, Long.MAX_VALUE, true) : exclusive;
      return new OpenMark(key, channel, lock);
    } catch (IOException e) {
      closeAfter(e, channel);
      throw DiskFailures.of(file, e);
    }
  }

  private static void closeAfter(IOException failure, @Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
