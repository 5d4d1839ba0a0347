package dev.footnote.core.jdbc;

import dev.footnote.core.data.DataFolder;
import dev.footnote.core.data.DiskFailures;
import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library, which the driver unpacks from its jar once per process: into the data
 * folder, as a home or /tmp may be read-only or refuse programs. The system property {@code
 * org.sqlite.tmpdir}, where set, wins.
 */
final class NativeLibrary {

  private static final String FOLDER = "org.sqlite.tmpdir";

  /** What a killed process unpacked and left; younger files may be about to be loaded. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private NativeLibrary() {}

  static synchronized void load(DataFolder data, Instant now) {
    if (System.getProperty(FOLDER) == null) {
      System.setProperty(FOLDER, data.natives().toAbsolutePath().toString());
    }
    removeLeftBehind(data.natives(), now.minus(LEFT_BEHIND));
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw new StoreException(
          System.getProperty(FOLDER)
              + ": SQLite's native library cannot be unpacked or loaded there; set -D"
              + FOLDER
              + " to a folder with 2 MB of space from which programs may run",
          e);
    }
  }

  private static void removeLeftBehind(Path folder, Instant before) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sqlite-*")) {
      for (var file : files) {
        removeIfOlder(file, before);
      }
    } catch (IOException e) {
      throw DiskFailures.of(folder, e);
    }
  }

  private static void removeIfOlder(Path file, Instant before) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Another process removed it, or has it loaded where that forbids removal: it can stay.
      return;
    }
  }
}
