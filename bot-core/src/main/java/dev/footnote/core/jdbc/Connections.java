package dev.footnote.core.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Opens connections to one database file. */
final class Connections {

  /** How long a write waits for another process's. */
  static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);

  private Connections() {}

  /** A connection that reads only: it neither repairs nor checkpoints nor creates the file. */
  static Connection reader(Path file) throws SQLException {
    var config = config();
    config.setReadOnly(true);
    return config.createConnection(address(file));
  }

  /** A connection that may write; it creates the file if need be, and has changed nothing yet. */
  static Connection writer(Path file) throws SQLException {
    var config = config();
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setJournalSizeLimit(64 << 20);
    return config.createConnection(address(file));
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    return config;
  }

  /** As a URI, for the driver takes what follows a question mark in a path for settings. */
  private static String address(Path file) {
    return "jdbc:sqlite:" + file.toUri();
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      if (!rows.next()) {
        throw new SQLException("no row for: " + query);
      }
      return rows.getString(1);
    }
  }
}
