package dev.footnote.core.jdbc;

import dev.footnote.core.data.DataFolder;
import dev.footnote.core.data.DiskFailures;
import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One SQLite file: a connection that writes, one transaction at a time, and some that read what was
 * last committed.
 */
final class Database implements AutoCloseable {

  /*
   * The database is never opened, read or copied by anything but SQLite while a connection is open:
   * closing such a channel would drop the locks SQLite relies on (https://sqlite.org/howtocorrupt.html,
   * section 2.2). Asking for its size is harmless.
   */

  /** SQLite's smallest page; what is shorter it takes for a new database and writes over. */
  private static final int SMALLEST = 512;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** What is done with a connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final Path file;
  private final OpenMark mark;
  private final Connection writer;
  private final Readers readers;
  private final ReentrantLock writing = new ReentrantLock();
  private boolean closed;

  private Database(Path file, OpenMark mark, Connection writer) {
    this.file = file;
    this.mark = mark;
    this.writer = writer;
    this.readers = new Readers(file);
  }

  /** One at a time within a process: {@link OpenMark} makes only other processes wait. */
  static synchronized Database open(DataFolder folder) {
    var file = folder.database();
    var mark = OpenMark.take(folder.databaseLock());
    try {
      requireWhole(file, mark.alone());
      var database = new Database(file, mark, connect(file));
      mark.share();
      return database;
    } catch (RuntimeException e) {
      mark.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /** Runs {@code work} in one transaction, durable once this returns; undone if it throws. */
  <T> T write(Work<T> work) {
    writing.lock();
    try {
      if (closed) {
        throw Readers.closed(file);
      }
      Connections.execute(writer, "BEGIN IMMEDIATE");
      try {
        var result = work.run(writer);
        Connections.execute(writer, "COMMIT");
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(writer, e);
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteFailures.of(file, e);
    } finally {
      writing.unlock();
    }
  }

  /** Runs {@code work}, which only reads. */
  <T> T read(Work<T> work) {
    return readers.read(work);
  }

  /** Waits for what is under way. The writer goes last, so that it can tidy the log away. */
  @Override
  public void close() {
    writing.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      readers.close();
      writer.close();
    } catch (SQLException e) {
      throw SqliteFailures.of(file, e);
    } finally {
      writing.unlock();
    }
    mark.close();
  }

  /** Undoes an open transaction; SQLite may have done so itself, which is no further failure. */
  static void rollBack(Connection connection, Throwable failure) {
    try {
      Connections.execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static Connection connect(Path file) {
    Connection connection = null;
    try {
      connection = Connections.writer(file);
      Schema.CURRENT.require(file, connection);
      Connections.execute(connection, "PRAGMA journal_mode = WAL");
      Schema.CURRENT.migrate(file, connection);
      return connection;
    } catch (SQLException e) {
      close(connection, e);
      throw SqliteFailures.of(file, e);
    } catch (RuntimeException e) {
      close(connection, e);
      throw e;
    }
  }

  /**
   * Looks at the file before anything can be written to it. A log without its database is refused,
   * as SQLite would delete it; after an unclean end every page is checked.
   */
  private static void requireWhole(Path file, boolean alone) {
    var size = size(file);
    if (size > 0 && size < SMALLEST) {
      throw new StoreException(SqliteFailures.damaged(file, "only " + size + " bytes"));
    }
    var log = file.resolveSibling(file.getFileName() + "-wal");
    if (size(log) <= 0) {
      return;
    }
    if (size <= 0) {
      throw new StoreException(
          file
              + ": missing or empty, but "
              + log.getFileName()
              + " is there; put both back together, or move that away too");
    }
    if (alone) {
      check(file);
    }
  }

  private static void check(Path file) {
    var start = System.nanoTime();
    try (var connection = Connections.reader(file)) {
      Schema.CURRENT.require(file, connection);
      var finding = Connections.text(connection, "PRAGMA quick_check(1)");
      if (!finding.equals("ok")) {
        throw new StoreException(SqliteFailures.damaged(file, finding));
      }
    } catch (SQLException e) {
      throw SqliteFailures.of(file, e);
    }
    LOG.info(
        "The last run ended without closing its database; checked it, millis={}",
        (System.nanoTime() - start) / 1_000_000);
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : -1;
    } catch (IOException e) {
      throw DiskFailures.of(file, e);
    }
  }

  private static void close(@Nullable Connection connection, Exception failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }
}
