package dev.footnote.core.data;

import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A right that one holder has at a time, across threads and processes, until it is closed. */
public final class FolderLock implements AutoCloseable {

  /*
   * POSIX locks belong to a process and a file, not to a channel: closing a second channel on the
   * same file drops the lock that the first one holds (fcntl(2), "Record locks"). So a file that
   * this process has locked is not opened again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path key;
  private final FileChannel channel;

  private FolderLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  static Optional<FolderLock> tryLock(Path file) {
    var key = file.toAbsolutePath().normalize();
    if (!HELD.add(key)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    var held = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      held = channel.tryLock() != null;
      return held ? Optional.of(new FolderLock(key, channel)) : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      throw DiskFailures.of(file, e);
    } finally {
      if (!held) {
        closeQuietly(channel);
        HELD.remove(key);
      }
    }
  }

  /** Gives the right up; closing twice does nothing. */
  @Override
  public void close() {
    if (channel.isOpen()) {
      closeQuietly(channel);
      HELD.remove(key);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new StoreException("a lock file cannot be closed: " + e.getMessage(), e);
    }
  }
}
