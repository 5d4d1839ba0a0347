package dev.footnote.core.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.jdbc.Fork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends processes that import, index and embed with kill -9: 10 times in the everyday run, as often
 * as {@code -Dfootnote.kills} says otherwise.
 */
class IndexKillTest {

  private static final int KILLS = Integer.getInteger("footnote.kills", 10);

  /** So many times as often until one has met the embedding under way. */
  private static final int MOST = 3;

  @Test
  void whatever_a_kill_leaves_is_whole_and_the_next_run_completes_it(@TempDir Path root)
      throws Exception {
    long seed = Long.getLong("footnote.seed", System.nanoTime());
    var random = new Random(seed);
    var stages = new HashSet<String>();
    int kills = 0;
    while (kills < KILLS || (!stages.contains("embedding") && kills < MOST * KILLS)) {
      // A busy machine gets to the embedding later: look further with each kill.
      run(root, kills, random.nextInt(1_500_000 + kills * 200_000));
      stages.add(assertWhole(root, "kill " + kills + " of seed " + seed));
      kills++;
    }
    run(root, kills, Integer.MAX_VALUE);
    assertComplete(root, kills);
    assertThat(stages).as("kills met work under way, seed %s", seed).contains("embedding");
  }

  /** Kills the run some microseconds after it is under way; it may have ended by then. */
  private static void run(Path root, int round, int micros) throws Exception {
    var process = Fork.start(IndexLoop.class, root.toString(), Integer.toString(round));
    try (var said = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("ready");
      process.waitFor(micros, TimeUnit.MICROSECONDS);
    } finally {
      process.toHandle().destroyForcibly();
    }
    process.waitFor();
  }

  /** What is indexed up to the state's sequence is there once, and no vector is uncached. */
  private static String assertWhole(Path root, String where) {
    try (var data = IndexedFolder.open(root, new HashEmbedder())) {
      long sequence = data.index.state().sequence();
      // An article that was revised after that is still there in its former version.
      Set<String> settled =
          data.store.changesAfter(0, Integer.MAX_VALUE).stream()
              .filter(c -> c.sequence() <= sequence)
              .map(c -> c.article().id().value())
              .collect(Collectors.toSet());
      assertThat(data.passages().stream().filter(p -> settled.contains(p.document())))
          .as(where)
          .containsExactlyElementsOf(data.expected(sequence));
      assertThat(data.passages()).as(where).extracting(Passage::id).doesNotHaveDuplicates();
      var without = new HashSet<>(data.index.unembedded(100_000));
      Set<String> embedded =
          data.passages().stream()
              .filter(p -> !without.contains(p))
              .map(EmbeddedText::key)
              .collect(Collectors.toSet());
      assertThat(data.cache.find(embedded)).as(where).hasSameSizeAs(embedded);
      var waiting = without.stream().map(EmbeddedText::key).toList();
      return without.isEmpty()
          ? "done"
          : data.cache.find(waiting).isEmpty() ? "indexing" : "embedding";
    }
  }

  private static void assertComplete(Path root, int round) {
    var embedder = new HashEmbedder();
    try (var data = IndexedFolder.open(root, embedder)) {
      assertThat(data.indexer().isCurrent()).isTrue();
      assertThat(data.passages()).isEqualTo(data.expected(Long.MAX_VALUE));
      assertThat(data.index.size()).isEqualTo(data.passages().size());
      assertThat(data.index.embedded()).isEqualTo(data.index.size());
      for (int n = 0; n < IndexLoop.ARTICLES; n++) {
        assertThat(data.holding(IndexLoop.canaryAfter(n, round)))
            .extracting(Passage::document)
            .isNotEmpty()
            .containsOnly("article-" + n);
      }
    }
  }
}
