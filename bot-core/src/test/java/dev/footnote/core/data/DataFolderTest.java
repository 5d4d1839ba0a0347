package dev.footnote.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.footnote.core.jdbc.Fork;
import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  @TempDir private Path root;

  @Test
  void a_folder_is_created_with_its_parts_and_found_again() {
    var data = root.resolve("data");

    assertThat(DataFolder.open(data)).isEqualTo(DataFolder.open(data));
    assertThat(data.resolve("index")).isDirectory();
    assertThat(data.resolve("models")).isDirectory();
    assertThat(DataFolder.open(data).database()).isEqualTo(data.resolve("footnote.db"));
  }

  @Test
  void a_link_to_a_folder_is_one() throws IOException {
    var target = Files.createDirectory(root.resolve("target"));
    var link = Files.createSymbolicLink(root.resolve("link"), target);

    DataFolder.open(link);

    assertThat(target.resolve("index")).isDirectory();
  }

  @Test
  void a_dangling_link_is_refused() throws IOException {
    var link = Files.createSymbolicLink(root.resolve("link"), root.resolve("nowhere"));

    assertRefused(link, link + ": not a directory; choose another data folder");
  }

  @Test
  void a_file_is_refused() throws IOException {
    var file = Files.createFile(root.resolve("data"));

    assertRefused(file, file + ": not a directory; choose another data folder");
  }

  @Test
  void a_folder_below_a_file_is_refused() throws IOException {
    var file = Files.createFile(root.resolve("file"));

    assertRefused(file.resolve("data"), file + "/data: " + file + " is not a directory");
  }

  @Test
  void a_missing_parent_is_named() {
    var missing = root.resolve("missing");

    assertRefused(
        missing.resolve("data"), missing + "/data: " + missing + " does not exist; create");
  }

  @Test
  void a_file_in_the_place_of_a_part_is_named() throws IOException {
    Files.createFile(root.resolve("index"));

    assertRefused(root, root.resolve("index") + ": not a directory; move it away");
  }

  /** The Java runtime's own image is a file system that nobody may write to, not even root. */
  @Test
  void a_read_only_file_system_is_refused() {
    assertRefused(Path.of(URI.create("jrt:/java.base")), "/modules/java.base: cannot be written");
    assertRefused(Path.of(URI.create("jrt:/new")), "/modules/new: the disk is read-only");
  }

  @Test
  void a_folder_without_permission_is_refused() throws IOException {
    assumeThat(System.getProperty("user.name")).as("permissions bind").isNotEqualTo("root");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));

    assertRefused(root, root + ": cannot be written");
  }

  /** Where /dev/full exists, a write to it fails as on a full disk. */
  @Test
  void a_full_disk_is_called_full() {
    assumeThat(Path.of("/dev/full")).exists();

    assertThatThrownBy(() -> Files.writeString(Path.of("/dev/full"), "x"))
        .isInstanceOfSatisfying(
            IOException.class,
            e ->
                assertThat(DiskFailures.of(root, e))
                    .hasMessageStartingWith(root + ": the disk is full"));
  }

  @Test
  void every_failure_is_one_line() {
    assertThat(DiskFailures.of(root, new IOException("odd\nthing")).getMessage())
        .startsWith(root + ": odd thing; ");
    assertThat(DiskFailures.of(root, new IOException()).getMessage())
        .startsWith(root + ": IOException; ");
    assertThat(DiskFailures.of(root, new AccessDeniedException("x")).getMessage())
        .startsWith(root + ": permission denied; ");
  }

  @Test
  void one_at_a_time_may_write_to_the_index_across_processes() throws Exception {
    var folder = DataFolder.open(root);
    var lock = folder.tryLockIndex().orElseThrow();

    assertThat(folder.tryLockIndex()).isEmpty();
    // The failed attempt must not have dropped the lock: POSIX locks go with any closed channel.
    assertThat(Fork.start(LockIndex.class, root.toString()).waitFor()).isEqualTo(1);
    lock.close();
    lock.close();
    assertThat(Fork.start(LockIndex.class, root.toString()).waitFor()).isZero();
    try (var again = folder.tryLockIndex().orElseThrow()) {
      assertThat(again).isNotNull();
    }
  }

  /** Ends with 0 if it gets the lock, with 1 if not. */
  static final class LockIndex {
    public static void main(String[] arguments) {
      System.exit(DataFolder.open(Path.of(arguments[0])).tryLockIndex().isPresent() ? 0 : 1);
    }
  }

  private static void assertRefused(Path folder, String message) {
    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("\n");
  }
}
