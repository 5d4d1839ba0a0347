package dev.footnote.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many threads want written in as few transactions as possible: whatever came in while
 * the last one was on its way to the disk goes into the next, so that a slow disk makes larger
 * groups and not longer queues. Each piece of work is undone alone if it fails.
 */
final class GroupCommit implements AutoCloseable {

  /** Pieces of work in one transaction: a few milliseconds of processor time. */
  private static final int MOST = 256;

  /** Rows that one piece of work removes. */
  private static final int PURGED = 500;

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

  private final Database database;
  private final LinkedBlockingQueue<Entry<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  GroupCommit(Database database) {
    this.database = database;
    this.thread = Thread.ofPlatform().daemon().name("group-commit").start(this::run);
  }

  /** Runs {@code work} and returns once it is durable; throws if it, or the commit, failed. */
  <T> T write(Database.Work<T> work) {
    var entry = new Entry<>(work);
    synchronized (waiting) {
      if (closed) {
        throw Readers.closed(database.file());
      }
      waiting.add(entry);
    }
    try {
      return entry.done.join();
    } catch (CompletionException e) {
      throw switch (e.getCause()) {
        case SQLException sql -> SqliteFailures.of(database.file(), sql);
        case RuntimeException failure -> failure;
        case null, default -> e;
      };
    }
  }

  /**
   * Removes rows in portions, so that nobody waits long behind a great many; an interrupt ends it
   * after the portion that it is at.
   *
   * @param delete ends within a subquery that selects what is to go, with one value to bind
   */
  void purge(String delete, Instant before) {
    int removed;
    do {
      removed =
          write(connection -> Sql.update(connection, delete + " LIMIT " + PURGED + ")", before));
    } while (removed == PURGED && !Thread.currentThread().isInterrupted());
  }

  private void run() {
    while (!closed || !waiting.isEmpty()) {
      var group = new ArrayList<Entry<?>>();
      group.add(take());
      waiting.drainTo(group, MOST - 1);
      commit(group);
    }
  }

  /** Nobody interrupts this thread: {@link #close} wakes it with a last piece of work. */
  private Entry<?> take() {
    while (true) {
      try {
        return waiting.take();
      } catch (InterruptedException e) {
        LOG.debug("The thread that writes was interrupted and goes on");
      }
    }
  }

  private void commit(List<Entry<?>> group) {
    try {
      database.write(connection -> {
        for (var entry : group) {
          entry.run(connection);
        }
        return group.size();
      });
      group.forEach(Entry::complete);
    } catch (RuntimeException | Error e) {
      // An error too: without this thread nobody would ever be answered again.
      group.forEach(entry -> entry.done.completeExceptionally(e));
    }
  }

  /** Writes what came before, refuses what comes after. */
  @Override
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.add(new Entry<>(connection -> 0));
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Entry<T> {

    private final Database.Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Entry(Database.Work<T> work) {
      this.work = work;
    }

    void run(Connection connection) throws SQLException {
      Connections.execute(connection, "SAVEPOINT piece");
      try {
        result = work.run(connection);
      } catch (SQLException | RuntimeException | Error e) {
        failure = e;
        try {
          Connections.execute(connection, "ROLLBACK TO piece");
        } catch (SQLException undone) {
          // SQLite has already undone the whole transaction: then all of it failed, with this.
          e.addSuppressed(undone);
          throw e;
        }
      }
      Connections.execute(connection, "RELEASE piece");
    }

    void complete() {
      if (failure != null) {
        done.completeExceptionally(failure);
      } else {
        done.complete(result);
      }
    }
  }
}
