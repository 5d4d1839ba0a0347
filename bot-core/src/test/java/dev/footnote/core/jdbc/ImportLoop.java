package dev.footnote.core.jdbc;

import static dev.footnote.core.jdbc.Articles.article;

import dev.footnote.core.data.ArticleImport;
import dev.footnote.core.data.DataFolder;
import dev.footnote.knowledge.ingest.ImportLine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Imports without end and says {@code batches n} once n of its own batches are durable. Batch n has
 * 150 new articles and, but for a process's first, 50 revisions of the batch before it.
 */
final class ImportLoop {

  static final int BATCH = 200;
  static final int REVISED = 50;

  private ImportLoop() {}

  /** Expects the data folder, a prefix for ids, and how many batches to import; 0 for no end. */
  public static void main(String[] arguments) {
    var most = Long.parseLong(arguments[2]);
    try (var store =
        SqliteStore.open(DataFolder.open(Path.of(arguments[0])), InstantSource.system())) {
      System.out.println("ready");
      var importing =
          new ArticleImport(
              store,
              report -> {
                System.out.println("batches " + report.lines() / BATCH);
                System.out.flush();
              });
      importing.run(lines(arguments[1], most));
    }
  }

  private static Iterator<ImportLine> lines(String prefix, long most) {
    return Stream.iterate(0L, n -> n + 1)
        .limit(most == 0 ? Long.MAX_VALUE : most * BATCH)
        .<ImportLine>map(n -> line(prefix, n / BATCH, n % BATCH))
        .iterator();
  }

  private static ImportLine line(String prefix, long batch, long place) {
    var revises = batch > 0 && place >= BATCH - REVISED;
    var id =
        prefix + "-" + (revises ? batch - 1 : batch) + "-" + (revises ? place - REVISED : place);
    return new ImportLine.Good(
        1, article(id, (revises ? "revised " : "first ") + "words ".repeat(150)));
  }
}
