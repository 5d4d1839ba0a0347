package dev.footnote.core.jdbc;

import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, and how an older database gets them. Step n is one script and one transaction that
 * ends with {@code PRAGMA user_version = n}. A script that was released is never edited: add one.
 */
record Schema(List<String> steps) {

  /** What this program works with. */
  static final Schema CURRENT =
      new Schema(
          List.of("001-articles.sql", "002-embeddings.sql", "003-service.sql", "004-seen-by.sql"));

  /** "FNOT": tells our databases from other programs', https://sqlite.org/pragma.html. */
  private static final int APPLICATION = 0x464e4f54;

  int newest() {
    return steps.size();
  }

  /** Refuses what this program must not touch; reads only. */
  void require(Path file, Connection connection) throws SQLException {
    var version = Connections.number(connection, "PRAGMA user_version");
    var application = Connections.number(connection, "PRAGMA application_id");
    var empty = Connections.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (empty ? application != 0 || version != 0 : application != APPLICATION || version < 1) {
      throw new StoreException(
          file
              + ": a database of another program; move it away, or choose another data folder with"
              + " --data");
    }
    if (version > newest()) {
      throw new StoreException(
          file
              + ": written by a newer Footnote (schema "
              + version
              + ", this one knows "
              + newest()
              + "); run that one, or choose another data folder with --data");
    }
  }

  /** Takes the missing steps. Processes that migrate at once take turns, step by step. */
  void migrate(Path file, Connection connection) throws SQLException {
    while (Connections.number(connection, "PRAGMA user_version") < newest()) {
      Connections.execute(connection, "BEGIN IMMEDIATE");
      try {
        // Read again: another process may have taken the step while this one waited.
        require(file, connection);
        var done = (int) Connections.number(connection, "PRAGMA user_version");
        if (done < newest()) {
          step(connection, done + 1);
        }
        Connections.execute(connection, "COMMIT");
      } catch (SQLException | RuntimeException e) {
        Database.rollBack(connection, e);
        throw e;
      }
    }
  }

  private void step(Connection connection, int version) throws SQLException {
    try (var statement = connection.createStatement()) {
      // executeUpdate, unlike execute, runs every statement of a script.
      statement.executeUpdate(script(version));
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
      statement.executeUpdate("PRAGMA user_version = " + version);
    }
  }

  private String script(int version) {
    var name = "schema/" + steps.get(version - 1);
    try (var script = Schema.class.getResourceAsStream(name)) {
      if (script == null) {
        throw new IllegalStateException(name + ": not in the program's jar; install it again");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
