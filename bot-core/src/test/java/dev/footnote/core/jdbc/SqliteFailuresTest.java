package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.data.DataFolder;
import dev.footnote.knowledge.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqliteFailuresTest {

  private static final Path FILE = Path.of("data/footnote.db");

  @ParameterizedTest
  @EnumSource(SQLiteErrorCode.class)
  void every_message_is_one_line_and_names_the_file(SQLiteErrorCode code) {
    assertThat(SqliteFailures.of(FILE, new SQLiteException("two\nlines", code)).getMessage())
        .startsWith("data/footnote.db: ")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "SQLITE_FULL, the disk is full",
    "SQLITE_NOTADB, not a SQLite database or damaged",
    "SQLITE_CORRUPT_INDEX, not a SQLite database or damaged",
    "SQLITE_READONLY_DIRECTORY, cannot be written",
    "SQLITE_CANTOPEN, cannot be opened or created",
    "SQLITE_BUSY, another process has been writing for 30 s",
    "SQLITE_IOERR_WRITE, the disk failed (SQLITE_IOERR_WRITE)"
  })
  void the_message_says_what_it_is(SQLiteErrorCode code, String words) {
    assertThat(SqliteFailures.of(FILE, new SQLiteException("raw", code)).getMessage())
        .contains(words);
  }

  @Test
  void a_failure_without_code_keeps_its_words() {
    assertThat(SqliteFailures.of(FILE, new SQLException("odd")).getMessage()).contains("odd");
  }

  @Test
  void a_directory_in_the_place_of_the_database_is_reported(@TempDir Path root) throws Exception {
    var folder = DataFolder.open(root);
    Files.createDirectory(folder.database());

    assertThatThrownBy(() -> SqliteStore.open(folder, InstantSource.system()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(folder.database() + ": cannot be opened or created");
  }

  @Test
  void a_closed_store_says_so(@TempDir Path root) {
    var store = Articles.store(root);
    store.close();

    assertThatThrownBy(store::count)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> store.put(java.util.List.of(Articles.article("a", "b"))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("closed");
  }
}
