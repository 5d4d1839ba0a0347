package dev.footnote.core.jdbc;

import static dev.footnote.core.jdbc.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.data.DataFolder;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import dev.footnote.knowledge.ArticleStore.Change;
import dev.footnote.knowledge.ArticleStore.Outcome;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest {

  @TempDir private Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = Articles.store(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_new_store_is_empty() {
    assertThat(store.count()).isZero();
    assertThat(store.versions()).isZero();
    assertThat(store.sequence()).isZero();
    assertThat(store.changesAfter(0, 10)).isEmpty();
    assertThat(store.find(new ArticleId("a"))).isEmpty();
    assertThat(store.put(List.of())).isEmpty();
  }

  @Test
  void an_article_is_found_as_it_was_put() {
    var article =
        new Article(
            new ArticleId("odd/ id ü"),
            "Title \"quoted\" 'n' all\t\u0000 – 漢字 🤖",
            URI.create("https://example.org/a?b=c#d"),
            "The Publisher",
            Optional.of(""),
            Instant.parse("2026-06-03T08:15:30.123456789Z"),
            "First.\n\nSecond.\r\n" + "x".repeat(100_000));

    store.put(List.of(article, article("b", "no author")));

    assertThat(store.find(article.id())).contains(article);
    assertThat(store.find(new ArticleId("b"))).contains(article("b", "no author"));
  }

  @Test
  void half_a_surrogate_pair_does_not_pass_for_damage() {
    store.put(List.of(article("a", "broken \ud83e emoji")));

    assertThat(store.find(new ArticleId("a")).orElseThrow().body()).isEqualTo("broken ? emoji");
    assertThat(store.put(List.of(article("a", "broken \ud83e emoji"))))
        .containsExactly(Outcome.UNCHANGED);
  }

  @Test
  void putting_the_same_again_changes_nothing() {
    var batch = List.of(article("a", "one"), article("b", "two"));

    assertThat(store.put(batch)).containsExactly(Outcome.ADDED, Outcome.ADDED);
    assertThat(store.put(batch)).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);

    assertThat(store.count()).isEqualTo(2);
    assertThat(store.versions()).isZero();
    assertThat(store.sequence()).isEqualTo(2);
  }

  @Test
  void a_revision_keeps_the_former_version_and_moves_to_the_end() {
    store.put(List.of(article("a", "one"), article("b", "two")));

    assertThat(store.put(List.of(article("a", "one, corrected")))).containsExactly(Outcome.REVISED);

    assertThat(store.count()).isEqualTo(2);
    assertThat(store.versions()).isEqualTo(1);
    assertThat(store.changesAfter(0, 10))
        .containsExactly(
            new Change(2, article("b", "two")), new Change(3, article("a", "one, corrected")));
  }

  @Test
  void every_field_but_the_id_makes_a_revision() {
    var first = article("a", "body");
    var revisions =
        List.of(
            with(
                first,
                "New title",
                first.url(),
                first.publisher(),
                first.author(),
                first.published()),
            with(
                first,
                first.title(),
                URI.create("https://example.org/moved"),
                first.publisher(),
                first.author(),
                first.published()),
            with(first, first.title(), first.url(), "Other", first.author(), first.published()),
            with(
                first,
                first.title(),
                first.url(),
                first.publisher(),
                Optional.of("Ada"),
                first.published()),
            with(
                first,
                first.title(),
                first.url(),
                first.publisher(),
                first.author(),
                first.published().plusNanos(1)));

    for (var revision : revisions) {
      store.put(List.of(first));
      assertThat(store.put(List.of(revision))).containsExactly(Outcome.REVISED);
      assertThat(store.find(first.id())).contains(revision);
    }
  }

  @Test
  void one_id_twice_in_a_batch_is_put_twice() {
    assertThat(store.put(List.of(article("a", "one"), article("a", "two"), article("a", "two"))))
        .containsExactly(Outcome.ADDED, Outcome.REVISED, Outcome.UNCHANGED);

    assertThat(store.changesAfter(0, 10)).containsExactly(new Change(2, article("a", "two")));
  }

  @Test
  void changes_come_in_pages() {
    store.put(List.of(article("a", "1"), article("b", "2"), article("c", "3")));

    assertThat(store.changesAfter(0, 2)).extracting(Change::sequence).containsExactly(1L, 2L);
    assertThat(store.changesAfter(2, 2)).extracting(Change::sequence).containsExactly(3L);
    assertThat(store.changesAfter(3, 2)).isEmpty();
    assertThat(store.changesAfter(0, 0)).isEmpty();
  }

  @Test
  void numbers_go_on_rising_after_a_reopen() {
    store.put(List.of(article("a", "one"), article("b", "two")));
    store.put(List.of(article("b", "two, corrected")));
    store.close();
    store = Articles.store(folder);

    assertThat(store.sequence()).isEqualTo(3);
    store.put(List.of(article("c", "three")));
    assertThat(store.changesAfter(3, 10)).containsExactly(new Change(4, article("c", "three")));
  }

  @Test
  void a_folder_with_an_unusual_name_works() {
    var odd = DataFolder.open(folder.resolve("what? 100% #ünï & co;x=1"));
    try (var other = SqliteStore.open(odd, InstantSource.system())) {
      other.put(List.of(article("a", "one")));
    }

    assertThat(odd.database()).isNotEmptyFile();
  }

  @Test
  void a_database_keeps_its_identity_and_shares_it_with_no_other() {
    var identity = store.identity();
    store.close();
    store = Articles.store(folder);

    assertThat(store.identity()).isEqualTo(identity).hasSize(32);
    try (var other = Articles.store(folder.resolve("other"))) {
      assertThat(other.identity()).isNotEqualTo(identity);
    }
  }

  @Test
  void closing_leaves_one_file() {
    store.put(List.of(article("a", "one")));
    store.find(new ArticleId("a"));
    store.close();
    store.close();

    assertThat(folder.resolve("footnote.db")).exists();
    assertThat(Files.exists(folder.resolve("footnote.db-wal"))).isFalse();
  }

  private static Article with(
      Article article,
      String title,
      URI url,
      String publisher,
      Optional<String> author,
      Instant published) {
    return new Article(article.id(), title, url, publisher, author, published, article.body());
  }
}
