package dev.footnote.core.jdbc;

import dev.footnote.core.data.DiskFailures;
import dev.footnote.knowledge.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in one line what SQLite's error means and what to do about it. */
final class SqliteFailures {

  private SqliteFailures() {}

  static StoreException of(Path file, SQLException failure) {
    return new StoreException(message(file, failure), failure);
  }

  /** The message for a file whose content cannot be trusted. */
  static String damaged(Path file, String finding) {
    return file
        + ": not a SQLite database or damaged ("
        + oneLine(finding)
        + "); nothing was changed. Move it away, with its -wal and -shm if they are there, and"
        + " import again, or restore a copy";
  }

  private static String message(Path file, SQLException failure) {
    var code =
        failure instanceof SQLiteException e
            ? e.getResultCode()
            : SQLiteErrorCode.getErrorCode(failure.getErrorCode());
    // Extended codes keep their family in the low byte: https://sqlite.org/rescode.html
    return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          file
              + ": another process has been writing for "
              + Connections.BUSY_TIMEOUT.toSeconds()
              + " s; wait for it, or end it, and run the command again";
      case SQLITE_READONLY, SQLITE_PERM ->
          file
              + ": cannot be written; check its owner, its permissions and how the disk is mounted";
      case SQLITE_CANTOPEN ->
          file + ": cannot be opened or created; check that its folder is there and may be written";
      case SQLITE_FULL -> DiskFailures.diskFull(file);
      case SQLITE_IOERR ->
          file + ": the disk failed (" + code.name() + "); check it, and that it is not full";
      case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, code.name());
      default ->
          file + ": " + oneLine(Objects.requireNonNullElse(failure.getMessage(), code.name()));
    };
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
