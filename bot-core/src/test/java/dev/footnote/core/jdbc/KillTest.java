package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.data.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends importing processes with kill -9: 10 times in the everyday run, as often as {@code
 * -Dfootnote.kills} says otherwise. This shows that a commit is whole and acknowledged only once it
 * is one; it does not show that it reached the disk, which only a power cut can.
 */
final class KillTest {

  private static final int KILLS = Integer.getInteger("footnote.kills", 10);

  @Test
  void no_acknowledged_batch_is_lost_and_none_is_stored_by_half(@TempDir Path root)
      throws Exception {
    var folder = DataFolder.open(root);
    var seed = Long.getLong("footnote.seed", System.nanoTime());
    var random = new Random(seed);
    long articles = 0;
    long versions = 0;
    long acknowledgedInAll = 0;
    for (var kill = 0; kill < KILLS; kill++) {
      var acknowledged = importAndKill(root, "run-" + kill, random, kill % 3 == 0);
      acknowledgedInAll += acknowledged;
      try (var store = SqliteStore.open(folder, InstantSource.system())) {
        var added = store.count() - articles;
        var revised = store.versions() - versions;
        var where = "kill " + kill + " of seed " + seed + ", acknowledged " + acknowledged;
        // Batch 1 adds 200; each later one adds 150 and revises 50.
        var batches = added == 0 ? 0 : (added - ImportLoop.REVISED) / 150;
        assertThat(added).as(where).isEqualTo(batches == 0 ? 0 : batches * 150 + 50);
        assertThat(revised).as(where).isEqualTo(Math.max(0, batches - 1) * ImportLoop.REVISED);
        assertThat(batches).as(where).isBetween(acknowledged, acknowledged + 1);
        articles += added;
        versions += revised;
        assertThat(store.sequence()).as(where).isEqualTo(articles + versions);
        assertThat(store.changesAfter(0, Integer.MAX_VALUE)).as(where).hasSize((int) articles);
      }
      try (var connection = Connections.reader(folder.database())) {
        assertThat(Connections.text(connection, "PRAGMA integrity_check")).isEqualTo("ok");
      }
    }
    assertThat(acknowledgedInAll).as("batches acknowledged, seed " + seed).isPositive();
  }

  /** Returns how many batches were acknowledged. */
  private static long importAndKill(Path root, String prefix, Random random, boolean atOnce)
      throws Exception {
    var process = Fork.start(ImportLoop.class, root.toString(), prefix, "0");
    var acknowledged = new AtomicLong();
    var reader =
        Thread.ofVirtual()
            .start(() ->
                process
                    .inputReader(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("batches "))
                    .forEach(line -> acknowledged.set(Long.parseLong(line.substring(8)))));
    try {
      // One third anywhere from the start on, the others once batches are under way.
      if (!atOnce) {
        while (acknowledged.get() == 0 && process.isAlive()) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
      }
      TimeUnit.MICROSECONDS.sleep(random.nextInt(atOnce ? 700_000 : 150_000));
      assertThat(process.isAlive()).as("the import runs until it is killed").isTrue();
    } finally {
      // Not the process's own method: that would also drop what it said and we have not yet read.
      process.toHandle().destroyForcibly();
    }
    process.waitFor();
    reader.join();
    return acknowledged.get();
  }
}
