package dev.footnote.core.jdbc;

import static dev.footnote.core.jdbc.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.footnote.core.data.DataFolder;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleStore.Outcome;
import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskFullTest {

  @Test
  void a_full_disk_undoes_the_batch_and_the_next_one_succeeds(@TempDir Path root) {
    var folder = DataFolder.open(root);
    NativeLibrary.load(folder, Articles.NOW);
    try (var database = Database.open(folder)) {
      var store = new SqliteArticles(database, InstantSource.fixed(Articles.NOW));
      store.put(List.of(article("a", "before")));
      limit(database, 40);

      assertThatThrownBy(() -> store.put(batch("b", 200)))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              folder.database()
                  + ": the disk is full; free some space and run the command again, nothing is"
                  + " lost");
      assertThat(store.count()).isEqualTo(1);
      assertThat(store.sequence()).isEqualTo(1);
      assertThat(store.find(article("a", "").id())).contains(article("a", "before"));

      limit(database, 1_000_000);
      assertThat(store.put(batch("b", 200))).hasSize(200).containsOnly(Outcome.ADDED);
      assertThat(store.sequence()).isEqualTo(201);
    }
  }

  /**
   * On a disk that is really full: {@code mount -t tmpfs -o size=8m none DIR}, then {@code
   * -Dfootnote.small-disk=DIR}.
   */
  @Test
  void a_disk_that_is_really_full_loses_nothing_and_recovers() throws IOException {
    var disk = System.getProperty("footnote.small-disk");
    assumeThat(disk).as("a small disk is given").isNotNull();
    var ballast = Path.of(disk, "ballast");
    Files.write(ballast, new byte[1 << 20]);
    var folder = DataFolder.open(Path.of(disk, "data"));
    var stored = 0;
    try (var store = SqliteStore.open(folder, InstantSource.system())) {
      var full = false;
      for (; !full; stored++) {
        try {
          store.put(batch("batch-" + stored + "-", 20));
        } catch (StoreException e) {
          assertThat(e).hasMessageContaining("full").hasMessageNotContaining("\n");
          full = true;
          stored--;
        }
      }
      assertThat(store.count()).isEqualTo(20L * stored);
      assertThat(store.changesAfter(0, 10_000)).hasSize(20 * stored);

      Files.delete(ballast);
      assertThat(store.put(batch("batch-" + stored + "-", 20))).containsOnly(Outcome.ADDED);
    }
    try (var connection = Connections.reader(folder.database())) {
      assertThat(Connections.text(connection, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(Connections.number(connection, "SELECT count(*) FROM article"))
          .isEqualTo(20L * (stored + 1));
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void limit(Database database, int pages) {
    database.write(
        connection -> Connections.number(connection, "PRAGMA max_page_count = " + pages));
  }

  private static List<Article> batch(String prefix, int count) {
    var articles = new ArrayList<Article>();
    for (var i = 0; i < count; i++) {
      articles.add(article(prefix + i, "text ".repeat(1_000)));
    }
    return articles;
  }
}
