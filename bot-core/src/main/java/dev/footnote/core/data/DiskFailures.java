package dev.footnote.core.data;

import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Objects;

/** Says in one line what is wrong with a file and what to do about it. */
public final class DiskFailures {

  private DiskFailures() {}

  /** The message for {@code failure} at {@code file}. */
  public static StoreException of(Path file, Exception failure) {
    if (isDiskFull(failure)) {
      return new StoreException(diskFull(file), failure);
    }
    if (failure instanceof AccessDeniedException) {
      return new StoreException(
          file + ": permission denied; give this user the right to, or choose another with --data",
          failure);
    }
    if (failure instanceof ReadOnlyFileSystemException
        || failure instanceof UnsupportedOperationException
        || says(failure, "read-only file system")) {
      return new StoreException(
          file + ": the disk is read-only; mount it for writing, or choose another with --data",
          failure);
    }
    return new StoreException(
        file + ": " + reason(failure) + "; mend that, or choose another data folder with --data",
        failure);
  }

  /** The message for a full disk. */
  public static String diskFull(Path file) {
    return file + ": the disk is full; free some space and run the command again, nothing is lost";
  }

  /** Whether {@code failure} means that no space is left. */
  static boolean isDiskFull(Exception failure) {
    return failure instanceof IOException
        && (says(failure, "no space left")
            || says(failure, "not enough space")
            || says(failure, "quota exceeded"));
  }

  private static boolean says(Exception failure, String words) {
    return Objects.requireNonNullElse(failure.getMessage(), "")
        .toLowerCase(Locale.ROOT)
        .contains(words);
  }

  private static String reason(Exception failure) {
    var words =
        failure instanceof FileSystemException e && e.getReason() != null
            ? e.getReason()
            : Objects.requireNonNullElse(failure.getMessage(), "");
    var named = words.isBlank() ? failure.getClass().getSimpleName() : words;
    return named.replaceAll("\\s+", " ").strip();
  }
}
