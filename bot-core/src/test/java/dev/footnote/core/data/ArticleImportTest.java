package dev.footnote.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.data.ArticleImport.Report;
import dev.footnote.core.jdbc.SqliteStore;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import dev.footnote.knowledge.ingest.ImportLine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArticleImportTest {

  @TempDir private Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(DataFolder.open(folder), InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void good_lines_are_kept_although_others_are_bad() {
    var bad = new ImportLine.Rejected(2, "no title; add one");
    var worse = new ImportLine.Rejected(4, "not JSON");

    var report =
        new ArticleImport(store).run(List.of(good(1, "a"), bad, good(3, "a v2"), worse).iterator());

    assertThat(report).isEqualTo(new Report(1, 1, 0, List.of(bad, worse)));
    assertThat(report.lines()).isEqualTo(4);
    assertThat(store.count()).isEqualTo(1);
  }

  @Test
  void importing_again_changes_nothing() {
    new ArticleImport(store).run(lines(450));

    assertThat(new ArticleImport(store).run(lines(450)))
        .isEqualTo(new Report(0, 0, 450, List.of()));
    assertThat(store.sequence()).isEqualTo(450);
  }

  @Test
  void progress_is_told_after_each_durable_batch() {
    var told = new ArrayList<Integer>();
    var stored = new ArrayList<Long>();

    new ArticleImport(
            store,
            report -> {
              told.add(report.lines());
              stored.add(store.count());
            })
        .run(lines(450));

    assertThat(told).containsExactly(200, 400, 450);
    assertThat(stored).containsExactly(200L, 400L, 450L);
  }

  @Test
  void what_was_stored_before_a_failure_is_kept() {
    var failing =
        Stream.concat(
                IntStream.range(0, 300).mapToObj(n -> good(n, "id-" + n)),
                Stream.of(1).map(n -> fail()))
            .iterator();

    assertThatThrownBy(() -> new ArticleImport(store).run(failing))
        .isInstanceOf(IllegalStateException.class);

    assertThat(store.count()).isEqualTo(200);
    assertThat(new ArticleImport(store).run(lines(300)))
        .isEqualTo(new Report(100, 0, 200, List.of()));
  }

  @Test
  void an_empty_file_imports_nothing() {
    assertThat(new ArticleImport(store).run(lines(0))).isEqualTo(new Report(0, 0, 0, List.of()));
  }

  private static ImportLine fail() {
    throw new IllegalStateException("the file ended in the middle");
  }

  private static Iterator<ImportLine> lines(int count) {
    return IntStream.range(0, count).mapToObj(n -> good(n, "id-" + n)).iterator();
  }

  /** An article whose id is the first word of {@code text}. */
  private static ImportLine good(int line, String text) {
    return new ImportLine.Good(
        line,
        new Article(
            new ArticleId(text.split(" ", 2)[0]),
            "Title",
            URI.create("https://example.org"),
            "Publisher",
            Optional.empty(),
            Instant.EPOCH,
            text));
  }
}
