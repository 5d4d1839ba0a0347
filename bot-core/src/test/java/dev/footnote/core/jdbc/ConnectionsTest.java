package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.data.DataFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each connection asks of SQLite, on a new database and on one that was there before. */
final class ConnectionsTest {

  @TempDir private Path root;

  @Test
  void the_one_that_writes_waits_for_the_disk_and_keeps_references_whole() {
    for (var run = 0; run < 2; run++) {
      try (var database = open()) {
        for (var transaction = 0; transaction < 3; transaction++) {
          assertThat(database.<String>write(c -> Connections.text(c, "PRAGMA journal_mode")))
              .isEqualTo("wal");
          assertThat(database.<Long>write(c -> Connections.number(c, "PRAGMA synchronous")))
              .as("FULL")
              .isEqualTo(2);
          assertThat(database.<Long>write(c -> Connections.number(c, "PRAGMA foreign_keys")))
              .isEqualTo(1);
        }
      }
    }
  }

  @Test
  void those_that_read_cannot_write() {
    try (var database = open()) {
      var seen = new ArrayList<Connection>();
      // Reads within reads each take a connection of their own.
      database.read(a ->
          database.read(b ->
              database.read(c ->
                  database.read(d -> {
                    seen.addAll(List.of(a, b, c, d));
                    return 0;
                  }))));
      assertThat(seen).hasSize(4).doesNotHaveDuplicates();
      for (var connection : seen) {
        assertThatThrownBy(() -> Connections.execute(connection, "DELETE FROM metadata"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("readonly");
      }
    }
  }

  private Database open() {
    var folder = DataFolder.open(root);
    NativeLibrary.load(folder, Articles.NOW);
    return Database.open(folder);
  }
}
