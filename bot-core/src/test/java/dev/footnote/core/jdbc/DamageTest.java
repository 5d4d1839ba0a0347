package dev.footnote.core.jdbc;

import static dev.footnote.core.jdbc.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.data.DataFolder;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleStore.Change;
import dev.footnote.knowledge.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged database is reported, never quoted from, and stays as it is. */
final class DamageTest {

  @TempDir private Path root;
  private DataFolder folder;
  private Path file;
  private Path log;

  @BeforeEach
  void create() {
    folder = DataFolder.open(root.resolve("data"));
    file = folder.database();
    log = file.resolveSibling("footnote.db-wal");
  }

  @Test
  void a_file_that_is_no_database_is_refused() throws IOException {
    Files.writeString(file, "Dear diary,\n".repeat(1_000));

    assertRefused("not a SQLite database or damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 100, 511, 512, 1_000, 4_095, 4_096})
  void a_short_file_that_is_no_database_is_refused(int length) throws IOException {
    Files.writeString(file, "x".repeat(length));

    assertRefused("not a SQLite database or damaged");
  }

  @Test
  void a_damaged_header_is_refused() throws IOException {
    fill(50);
    overwrite(file, 0, new byte[16]);

    assertRefused("not a SQLite database or damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 511, 512, 1_000, 4_095, 4_096, 5_000, 100_000})
  void a_truncated_file_is_refused(int length) throws IOException {
    fill(50);
    overwrite(file, Arrays.copyOf(Files.readAllBytes(file), length));

    assertRefused("not a SQLite database or damaged");
  }

  @Test
  void after_an_unclean_end_every_page_is_checked_and_nothing_is_repaired() throws IOException {
    unclean(50);
    var page = new byte[4096];
    Arrays.fill(page, (byte) 0x5a);
    for (var at = 4096; at < Files.size(file); at += 4096) {
      overwrite(file, at, page);
    }

    assertRefused("not a SQLite database or damaged");
  }

  @Test
  void after_an_unclean_end_a_whole_database_opens_with_all_that_was_stored() throws IOException {
    unclean(50);

    try (var store = SqliteStore.open(folder, InstantSource.system())) {
      assertThat(store.count()).isEqualTo(51);
    }
    assertThat(log).doesNotExist();
  }

  @Test
  void a_log_without_its_database_is_refused_for_SQLite_would_delete_it() throws IOException {
    unclean(50);
    Files.delete(file);

    assertThatThrownBy(() -> SqliteStore.open(folder, InstantSource.system()))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(file + ": missing or empty, but footnote.db-wal is there");
    assertThat(log).isNotEmptyFile();
  }

  @Test
  void an_emptied_database_is_refused_while_its_log_is_there() throws IOException {
    unclean(50);
    overwrite(file, new byte[0]);

    assertRefused("missing or empty");
  }

  @Test
  void a_damaged_article_is_reported_not_quoted() throws IOException {
    fill(50);
    var bytes = Files.readAllBytes(file);
    var at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("body of 7 ");
    overwrite(file, at, "BODY".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    try (var store = SqliteStore.open(folder, InstantSource.system())) {
      assertThatThrownBy(() -> store.find(articles(50).get(7).id()))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("article 7 is not what was stored");
      assertThat(store.find(articles(50).get(8).id())).contains(articles(50).get(8));
    }
  }

  /** 60 seeds; each flips eight bytes anywhere in the file. */
  @Test
  void flipped_bytes_never_change_what_is_read() throws IOException {
    var articles = articles(50);
    fill(50);
    var whole = Files.readAllBytes(file);
    var noticed = 0;
    for (var seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var bytes = whole.clone();
      for (var flip = 0; flip < 8; flip++) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      }
      overwrite(file, bytes);
      try (var store = SqliteStore.open(folder, InstantSource.system())) {
        assertThat(articles).containsAll(read(store));
        articles.forEach(one -> assertThat(store.find(one.id())).isIn(present(one), absent()));
      } catch (StoreException e) {
        assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThan(30);
  }

  private static Object present(Article article) {
    return java.util.Optional.of(article);
  }

  private static Object absent() {
    return java.util.Optional.empty();
  }

  private static List<Article> read(SqliteStore store) {
    return store.changesAfter(0, 1_000).stream().map(Change::article).toList();
  }

  private void fill(int count) {
    try (var store = SqliteStore.open(folder, InstantSource.system())) {
      store.put(articles(count));
    }
  }

  /** Leaves the folder as kill -9 does: the log holds the last article. */
  private void unclean(int count) throws IOException {
    var live = DataFolder.open(root.resolve("live"));
    try (var store = SqliteStore.open(live, InstantSource.system())) {
      store.put(articles(count));
    }
    try (var store = SqliteStore.open(live, InstantSource.system())) {
      store.put(List.of(article("last", "in the log")));
      Files.copy(live.database(), file);
      Files.copy(live.database().resolveSibling("footnote.db-wal"), log);
    }
  }

  private static List<Article> articles(int count) {
    var articles = new ArrayList<Article>();
    for (var i = 0; i < count; i++) {
      articles.add(article(Integer.toString(i), ("body of " + i + " ").repeat(300)));
    }
    return articles;
  }

  private void assertRefused(String message) throws IOException {
    var before = Files.readAllBytes(file);
    var logBefore = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];

    for (var attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> SqliteStore.open(folder, InstantSource.system()))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith(file + ": " + message)
          .hasMessageNotContaining("\n");
    }

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(Files.exists(log) ? Files.readAllBytes(log) : new byte[0]).isEqualTo(logBefore);
  }

  private static void overwrite(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
  }

  private static void overwrite(Path file, int at, byte[] bytes) throws IOException {
    var all = Files.readAllBytes(file);
    System.arraycopy(bytes, 0, all, at, bytes.length);
    Files.write(file, all);
  }
}
