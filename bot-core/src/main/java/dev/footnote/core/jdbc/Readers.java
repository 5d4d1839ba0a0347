package dev.footnote.core.jdbc;

import dev.footnote.knowledge.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** Connections that read, opened when first needed; a read waits while all are busy. */
final class Readers implements AutoCloseable {

  private static final int MOST = 4;

  private final Path file;
  private final Semaphore permits = new Semaphore(MOST, true);
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(Path file) {
    this.file = file;
  }

  <T> T read(Database.Work<T> work) {
    permits.acquireUninterruptibly();
    try {
      if (closed) {
        throw closed(file);
      }
      var known = idle.pollFirst();
      var connection = known == null ? Connections.reader(file) : known;
      try {
        return work.run(connection);
      } finally {
        idle.addFirst(connection);
      }
    } catch (SQLException e) {
      throw SqliteFailures.of(file, e);
    } finally {
      permits.release();
    }
  }

  /** Waits for reads under way; later ones fail. */
  @Override
  public void close() throws SQLException {
    permits.acquireUninterruptibly(MOST);
    try {
      closed = true;
      for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
        connection.close();
      }
    } finally {
      permits.release(MOST);
    }
  }

  static StoreException closed(Path file) {
    return new StoreException(file + ": was closed by this program; open it again");
  }
}
