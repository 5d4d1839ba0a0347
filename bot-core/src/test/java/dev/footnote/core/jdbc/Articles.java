package dev.footnote.core.jdbc;

import dev.footnote.core.data.DataFolder;
import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Articles and stores for tests. */
final class Articles {

  static final Instant NOW = Instant.parse("2026-06-05T08:00:00Z");

  private Articles() {}

  static SqliteStore store(Path folder) {
    return SqliteStore.open(DataFolder.open(folder), InstantSource.fixed(NOW));
  }

  static Article article(String id, String body) {
    return new Article(
        new ArticleId(id),
        "Title of " + id,
        URI.create("https://example.org/" + id),
        "Example News",
        Optional.empty(),
        Instant.parse("2026-06-03T00:00:00Z"),
        body);
  }
}
