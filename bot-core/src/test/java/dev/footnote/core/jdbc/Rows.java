package dev.footnote.core.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;

/** Looks into a data folder's database past all code that is tested. */
public final class Rows {

  private Rows() {}

  /** Runs a statement that changes something. */
  public static void change(Path folder, String sql) {
    try (var connection = Connections.writer(folder.resolve("footnote.db"))) {
      Connections.execute(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows of all tables have {@code value} in any column, or hang on one that has. */
  public static long of(Path folder, String value) {
    try (var connection = Connections.reader(folder.resolve("footnote.db"))) {
      long rows = 0;
      for (var table :
          Sql.list(
              connection,
              "SELECT name FROM sqlite_schema WHERE type = 'table'",
              row -> row.getString(1))) {
        for (var column :
            Sql.list(
                connection,
                "SELECT name FROM pragma_table_info(?)",
                row -> row.getString(1),
                table)) {
          rows +=
              Connections.number(
                  connection,
                  "SELECT count(*) FROM "
                      + table
                      + " WHERE CAST("
                      + column
                      + " AS TEXT) = '"
                      + value
                      + "'");
        }
      }
      rows +=
          Connections.number(
              connection,
              "SELECT (SELECT count(*) FROM request_key WHERE request NOT IN"
                  + " (SELECT id FROM request)) + (SELECT count(*) FROM message WHERE request NOT"
                  + " IN (SELECT id FROM request))");
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
