package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.data.DataFolder;
import dev.footnote.knowledge.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

final class GroupCommitTest {

  @TempDir private Path root;
  private Database database;
  private GroupCommit writes;

  @BeforeEach
  void open() {
    var folder = DataFolder.open(root);
    NativeLibrary.load(folder, Articles.NOW);
    database = Database.open(folder);
    writes = new GroupCommit(database);
  }

  @AfterEach
  void close() {
    writes.close();
    database.close();
  }

  @Test
  void what_comes_while_a_commit_is_under_way_shares_the_next_one() throws Exception {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(() ->
              writes.write(connection -> {
                entered.countDown();
                return await(go);
              }));
      entered.await();
      var others = new ArrayList<Future<Long>>();
      for (var i = 0; i < 50; i++) {
        var key = "k" + i;
        others.add(
            threads.submit(() ->
                writes.write(connection -> {
                  put(connection, key);
                  // Within one transaction, later pieces see what earlier ones wrote.
                  return Connections.number(
                      connection, "SELECT count(*) FROM metadata WHERE key LIKE 'k%'");
                })));
      }
      Thread.sleep(200);
      go.countDown();
      first.get();
      for (var other : others) {
        other.get();
      }
    }
    assertThat(count()).isEqualTo(50);
  }

  /** Seen by another connection, which sees what is committed and nothing else. */
  @Test
  void what_was_written_is_committed_once_the_call_returns() {
    for (var i = 1; i <= 300; i++) {
      var key = "k" + i;
      writes.write(connection -> put(connection, key));
      assertThat(count()).isEqualTo(i);
    }
  }

  @Test
  void a_piece_that_fails_is_undone_alone() throws Exception {
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> writes.write(connection -> await(go)));
      var good = threads.submit(() -> writes.write(connection -> put(connection, "k1")));
      var bad =
          threads.submit(() ->
              writes.write(connection -> {
                put(connection, "k2");
                throw new IllegalStateException("bad");
              }));
      var broken =
          threads.submit(() ->
              writes.write(connection -> Sql.update(connection, "INSERT INTO nowhere VALUES (1)")));
      Thread.sleep(100);
      go.countDown();
      first.get();
      good.get();
      assertThatThrownBy(bad::get).hasRootCauseMessage("bad");
      assertThatThrownBy(broken::get).hasCauseInstanceOf(StoreException.class);
    }
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void an_error_in_one_piece_ends_neither_the_others_nor_what_comes_after() throws Exception {
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> writes.write(connection -> await(go)));
      var good = threads.submit(() -> writes.write(connection -> put(connection, "k1")));
      var bad =
          threads.submit(() ->
              writes.write(connection -> {
                put(connection, "k2");
                throw new StackOverflowError("deep");
              }));
      Thread.sleep(100);
      go.countDown();
      first.get();
      good.get(10, TimeUnit.SECONDS);
      assertThatThrownBy(() -> bad.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("deep");
      var after = threads.submit(() -> writes.write(connection -> put(connection, "k3")));
      after.get(10, TimeUnit.SECONDS);
    }
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void an_error_outside_of_a_group_leaves_no_transaction_open() {
    assertThatThrownBy(() ->
            database.write(connection -> {
              put(connection, "k1");
              throw new StackOverflowError("deep");
            }))
        .isInstanceOf(StackOverflowError.class);

    database.write(connection -> put(connection, "k2"));
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void where_sqlite_undid_the_whole_transaction_all_are_told_why() {
    assertThatThrownBy(() ->
            writes.write(connection -> {
              // What SQLite does by itself when the disk is full, for example.
              Connections.execute(connection, "ROLLBACK");
              throw new SQLException(
                  "database or disk is full", "", SQLiteErrorCode.SQLITE_FULL.code);
            }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the disk is full");

    writes.write(connection -> put(connection, "k1"));
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void what_came_before_it_closes_is_written_and_what_comes_after_is_refused() throws Exception {
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> writes.write(connection -> await(go)));
      Thread.sleep(50);
      var second = threads.submit(() -> writes.write(connection -> put(connection, "k1")));
      Thread.sleep(50);
      var closing = threads.submit(writes::close);
      Thread.sleep(50);
      go.countDown();
      closing.get();
      first.get();
      second.get();
    }
    assertThat(count()).isEqualTo(1);
    assertThatThrownBy(() -> writes.write(connection -> put(connection, "k2")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("was closed");
  }

  private long count() {
    return database.read(connection ->
        Connections.number(connection, "SELECT count(*) FROM metadata WHERE key LIKE 'k%'"));
  }

  private static int put(Connection connection, String key) throws SQLException {
    return Sql.update(connection, "INSERT INTO metadata VALUES (?, 'v')", key);
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
