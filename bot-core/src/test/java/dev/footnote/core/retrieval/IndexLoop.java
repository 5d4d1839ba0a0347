package dev.footnote.core.retrieval;

import dev.footnote.core.data.ArticleImport;
import dev.footnote.knowledge.ingest.ImportLine;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Imports a round of articles, indexes and embeds them, and ends. */
final class IndexLoop {

  static final int ARTICLES = 120;
  private static final int SENTENCES = 50;
  private static final int MICROS_A_TEXT = 2_000;

  private IndexLoop() {}

  /** Expects the data folder and the number of the round. */
  public static void main(String[] arguments) {
    int round = Integer.parseInt(arguments[1]);
    try (var data = IndexedFolder.open(Path.of(arguments[0]), new HashEmbedder(MICROS_A_TEXT))) {
      System.out.println("ready");
      System.out.flush();
      new ArticleImport(data.store)
          .run(IntStream.range(0, ARTICLES).<ImportLine>mapToObj(n -> line(n, round)).iterator());
      data.indexer().catchUp(IndexedFolder.SILENT);
      data.embed();
    }
  }

  /** Every third article is revised in every round; lengths change too. */
  private static ImportLine line(int number, int round) {
    int version = number % 3 == 0 ? round : 0;
    return new ImportLine.Good(
        1,
        IndexedFolder.article(
            "article-" + number, canary(number, version), SENTENCES + version % 7 * 3));
  }

  private static String canary(int number, int version) {
    return "canary" + number + "v" + version;
  }

  /** A word that only this article has after {@code round}. */
  static String canaryAfter(int number, int round) {
    return canary(number, number % 3 == 0 ? round : 0);
  }
}
