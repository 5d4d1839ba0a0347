package dev.footnote.core.data;

import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleStore;
import dev.footnote.knowledge.StoreException;
import dev.footnote.knowledge.ingest.ImportLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts articles into a store, batch by batch. Each batch is durable before the next begins, so an
 * import that was cut short is finished by running it again.
 */
public final class ArticleImport {

  /** Articles in one transaction: one flush to disk for about 2 MB. */
  static final int BATCH = 200;

  /**
   * What became of the lines read so far.
   *
   * @param rejected in the order of the lines
   */
  public record Report(int added, int revised, int unchanged, List<ImportLine.Rejected> rejected) {

    public Report {
      rejected = List.copyOf(rejected);
    }

    /** Lines read. */
    public int lines() {
      return added + revised + unchanged + rejected.size();
    }
  }

  private final ArticleStore store;
  private final Consumer<Report> progress;

  /** An import into {@code store}. */
  public ArticleImport(ArticleStore store) {
    this(store, report -> {});
  }

  /**
   * An import into {@code store}.
   *
   * @param progress told after each batch, once it is durable
   */
  public ArticleImport(ArticleStore store, Consumer<Report> progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * Stores every good line; bad ones do not keep the others out.
   *
   * @throws StoreException if the store cannot be written; what {@code progress} was told is kept
   */
  public Report run(Iterator<? extends ImportLine> lines) {
    var run = new Run();
    while (lines.hasNext()) {
      switch (lines.next()) {
        case ImportLine.Good(int line, Article article) -> run.add(article);
        case ImportLine.Rejected rejected -> run.rejected.add(rejected);
      }
    }
    run.flush();
    return run.report();
  }

  private final class Run {

    private final List<Article> batch = new ArrayList<>(BATCH);
    private final List<ImportLine.Rejected> rejected = new ArrayList<>();
    private int added;
    private int revised;
    private int unchanged;

    void add(Article article) {
      batch.add(article);
      if (batch.size() == BATCH) {
        flush();
      }
    }

    void flush() {
      if (batch.isEmpty()) {
        return;
      }
      for (var outcome : store.put(batch)) {
        switch (outcome) {
          case ADDED -> added++;
          case REVISED -> revised++;
          case UNCHANGED -> unchanged++;
        }
      }
      batch.clear();
      progress.accept(report());
    }

    Report report() {
      return new Report(added, revised, unchanged, rejected);
    }
  }
}
