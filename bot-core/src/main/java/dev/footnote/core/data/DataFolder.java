package dev.footnote.core.data;

import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything is kept that Footnote learns while it runs.
 *
 * <pre>
 * footnote.db    articles, cached embeddings, and what the service for chat platforms keeps
 *                (SQLite; -wal and -shm belong to it while in use)
 * footnote.lock  who has footnote.db open
 * service.lock   who serves chat platforms
 * index/         the search index; may be deleted, it is built again from footnote.db
 * index.lock     who writes to index/
 * models/        what models unpack
 * native/        SQLite's native library while a process runs; a system property
 *                {@code org.sqlite.tmpdir} moves it elsewhere, should programs not run from here
 * </pre>
 *
 * @param root as the user spelled it: messages name it so
 */
public record DataFolder(Path root) {

  /**
   * The folder at {@code root}, created with its parts if it is not there.
   *
   * @throws StoreException if it cannot be created or used; the message says what to do
   */
  public static DataFolder open(Path root) {
    var folder = new DataFolder(root);
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      folder.requireUsable();
    } else {
      requireParent(root);
      create(root);
    }
    create(folder.index());
    create(folder.models());
    create(folder.natives());
    return folder;
  }

  /** The SQLite database. */
  public Path database() {
    return root.resolve("footnote.db");
  }

  /** Locked by whoever has the database open. */
  public Path databaseLock() {
    return root.resolve("footnote.lock");
  }

  /** The search index. */
  public Path index() {
    return root.resolve("index");
  }

  /** What models unpack. */
  public Path models() {
    return root.resolve("models");
  }

  /** Where SQLite's native library is unpacked. */
  public Path natives() {
    return root.resolve("native");
  }

  /**
   * The right to write to the index, which one holder has at a time, across all processes. It ends
   * with {@link FolderLock#close} or with the process.
   *
   * @return empty if somebody else has it
   * @throws StoreException if the lock file cannot be written
   */
  public Optional<FolderLock> tryLockIndex() {
    return FolderLock.tryLock(root.resolve("index.lock"));
  }

  /**
   * The right to serve chat platforms, which one holder has at a time, across all processes: two
   * would both answer what an earlier run left.
   *
   * @return empty if somebody else has it
   * @throws StoreException if the lock file cannot be written
   */
  public Optional<FolderLock> tryLockService() {
    return FolderLock.tryLock(root.resolve("service.lock"));
  }

  private void requireUsable() {
    if (!Files.isDirectory(root)) {
      throw new StoreException(
          root + ": not a directory; choose another data folder with --data or FOOTNOTE_DATA");
    }
    requireRight(Files.isReadable(root), "read");
    requireRight(Files.isWritable(root), "written");
    requireRight(Files.isExecutable(root), "entered");
  }

  private void requireRight(boolean granted, String what) {
    if (!granted) {
      throw new StoreException(
          root
              + ": cannot be "
              + what
              + "; give this user the right to, or choose another with --data");
    }
  }

  private static void requireParent(Path root) {
    var parent = root.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new StoreException(
          Files.exists(parent)
              ? root + ": " + parent + " is not a directory; choose another folder with --data"
              : root + ": " + parent + " does not exist; create it, or choose another with --data");
    }
  }

  private static void create(Path directory) {
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw new StoreException(directory + ": not a directory; move it away", e);
      }
    } catch (IOException | UnsupportedOperationException e) {
      throw DiskFailures.of(directory, e);
    }
  }
}
