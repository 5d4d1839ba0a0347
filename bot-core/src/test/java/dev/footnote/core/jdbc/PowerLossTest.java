package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.footnote.core.data.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row D2 of the reliability targets. A disk that loses its power keeps what was synced and any part
 * of the rest: so files as a process left them are given ends of which some sectors never arrived,
 * arrived as zeros, or still hold what was there before. 15 cuts of each kind; 500 of each with
 * {@code -Dfootnote.full=true}. That each commit is synced shows in what the process asks of the
 * kernel, where {@code strace} is there to tell.
 */
final class PowerLossTest {

  private static final int CUTS = Boolean.getBoolean("footnote.full") ? 500 : 15;
  private static final int STORED = 500;
  private static final int SECTOR = 512;
  private static final Duration START = Duration.ofSeconds(10);

  @TempDir private static Path stored;
  private static byte[] database = new byte[0];
  private static byte[] log = new byte[0];

  @TempDir private Path root;
  private final long seed = Long.getLong("footnote.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @BeforeAll
  static void store() throws Exception {
    var folder = new DataFolder(stored.resolve("data"));
    var process = Fork.start(AcceptLoop.class, folder.root().toString(), String.valueOf(STORED));
    process.getOutputStream().close();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("ready\nlast\n");
    assertThat(process.waitFor()).isEqualTo(9);
    database = Files.readAllBytes(folder.database());
    log = Files.readAllBytes(log(folder));
  }

  @Test
  void what_was_acknowledged_before_the_power_went_is_there_after() throws Exception {
    var commits = commits();
    assertThat(commits).as("commits in the log since it began anew").hasSizeGreaterThan(20);
    for (var cut = 0; cut < CUTS; cut++) {
      int last = random.nextInt(commits.size());
      int synced = commits.get(last);
      check(database, torn(log, synced), STORED - (commits.size() - 1 - last), "log, cut " + cut);
    }
  }

  /** Meanwhile the database is written, which the log, synced before, can always do again. */
  @Test
  void a_cut_while_the_log_is_put_into_the_database_loses_nothing() throws Exception {
    var after = checkpointed();
    for (var cut = 0; cut < CUTS; cut++) {
      var mixed = Arrays.copyOf(after, random.nextBoolean() ? after.length : database.length);
      for (int at = 0; at < mixed.length; at += SECTOR) {
        if (random.nextBoolean()) {
          for (int i = at; i < at + SECTOR; i++) {
            mixed[i] = i < database.length ? database[i] : 0;
          }
        }
      }
      check(mixed, log, STORED, "checkpoint, cut " + cut);
    }
  }

  @Test
  void every_commit_is_synced_before_it_is_acknowledged() throws Exception {
    var counts = root.resolve("counts");
    var command =
        new ArrayList<>(
            List.of("strace", "-f", "-c", "-e", "trace=fsync,fdatasync", "-o", counts.toString()));
    assumeThat(runs("strace", "-o", counts.toString(), "true")).as("strace runs here").isTrue();
    command.addAll(
        Fork.command(AcceptLoop.class, root.resolve("traced").toString(), String.valueOf(100)));
    var process = new ProcessBuilder(command).start();
    process.getOutputStream().close();
    assertThat(process.waitFor()).isEqualTo(9);

    long syncs =
        Files.readAllLines(counts).stream()
            .map(line -> line.strip().split("\\s+"))
            .filter(words -> words[words.length - 1].endsWith("sync"))
            .mapToLong(words -> Long.parseLong(words[3]))
            .sum();
    assertThat(syncs).isGreaterThanOrEqualTo(100);
  }

  private void check(byte[] file, byte[] wal, int stored, String where) throws Exception {
    var folder = DataFolder.open(root.resolve(where.replaceAll("\\W+", "-")));
    Files.write(folder.database(), file);
    Files.write(log(folder), wal);
    long start = System.nanoTime();
    try (var store = SqliteStore.open(folder, InstantSource.system())) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(where).isLessThan(START);
      var unfinished = store.service().inbox().unfinished();
      // What was on its way may have arrived; nothing may be there without what came before it.
      assertThat(unfinished.size()).as(where + " of seed " + seed).isBetween(stored, STORED);
      for (var n = 0; n < unfinished.size(); n++) {
        assertThat(unfinished.get(n).request().keys()).containsExactly(AcceptLoop.key(n));
      }
    }
    try (var connection = Connections.reader(folder.database())) {
      assertThat(Connections.text(connection, "PRAGMA integrity_check")).as(where).isEqualTo("ok");
    }
  }

  /** The file up to {@code synced}, and of what comes after it what may have arrived. */
  private byte[] torn(byte[] whole, int synced) {
    var torn = Arrays.copyOf(whole, random.nextInt(synced, whole.length + 1));
    for (int at = synced; at < torn.length; at += SECTOR) {
      int end = Math.min(torn.length, at + SECTOR);
      switch (random.nextInt(4)) {
        case 0 -> Arrays.fill(torn, at, end, (byte) 0);
        case 1 -> System.arraycopy(whole, random.nextInt(synced), torn, at, end - at);
        default -> {
          // It arrived.
        }
      }
    }
    return torn;
  }

  /** Where each commit of the log ends, see https://sqlite.org/fileformat2.html#walformat. */
  private List<Integer> commits() {
    var wal = ByteBuffer.wrap(log);
    int page = wal.getInt(8);
    long salt = wal.getLong(16);
    var ends = new ArrayList<Integer>();
    for (int at = 32;
        at + 24 + page <= log.length && wal.getLong(at + 8) == salt;
        at += 24 + page) {
      if (wal.getInt(at + 4) != 0) {
        ends.add(at + 24 + page);
      }
    }
    return ends;
  }

  private byte[] checkpointed() throws IOException, SQLException {
    var folder = DataFolder.open(root.resolve("checkpointed"));
    Files.write(folder.database(), database);
    Files.write(log(folder), log);
    try (var connection = Connections.writer(folder.database())) {
      Connections.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return Files.readAllBytes(folder.database());
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path log(DataFolder folder) {
    return folder.database().resolveSibling("footnote.db-wal");
  }
}
