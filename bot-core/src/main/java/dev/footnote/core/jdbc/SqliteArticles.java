package dev.footnote.core.jdbc;

import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleId;
import dev.footnote.knowledge.ArticleStore;
import dev.footnote.knowledge.StoreException;
import java.net.URI;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Articles in SQLite. */
final class SqliteArticles implements ArticleStore {

  private static final String COLUMNS =
      "id, sequence, title, url, publisher, author, published, body, digest";

  private final Database database;
  private final InstantSource clock;

  SqliteArticles(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<Outcome> put(List<Article> articles) {
    if (articles.isEmpty()) {
      return List.of();
    }
    var stored = clock.instant();
    return database.write(connection -> {
      try (var batch = new Batch(connection, stored)) {
        var outcomes = new ArrayList<Outcome>(articles.size());
        for (var article : articles) {
          outcomes.add(batch.put(article));
        }
        batch.finish();
        return List.copyOf(outcomes);
      }
    });
  }

  @Override
  public Optional<Article> find(ArticleId id) {
    return database.read(connection -> {
      try (var query =
          connection.prepareStatement("SELECT " + COLUMNS + " FROM article WHERE id = ?")) {
        query.setString(1, id.value());
        try (var rows = query.executeQuery()) {
          return rows.next() ? Optional.of(change(rows).article()) : Optional.empty();
        }
      }
    });
  }

  @Override
  public List<Change> changesAfter(long sequence, int limit) {
    return database.read(connection -> {
      try (var query =
          connection.prepareStatement(
              "SELECT " + COLUMNS + " FROM article WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
        query.setLong(1, sequence);
        query.setInt(2, Math.max(0, limit));
        var changes = new ArrayList<Change>();
        try (var rows = query.executeQuery()) {
          while (rows.next()) {
            changes.add(change(rows));
          }
        }
        return List.copyOf(changes);
      }
    });
  }

  @Override
  public long sequence() {
    return database.read(
        connection -> Connections.number(connection, "SELECT value FROM change_counter"));
  }

  @Override
  public long count() {
    return database.read(
        connection -> Connections.number(connection, "SELECT count(*) FROM article"));
  }

  @Override
  public long versions() {
    return database.read(
        connection -> Connections.number(connection, "SELECT count(*) FROM article_version"));
  }

  private Change change(ResultSet row) throws SQLException {
    var id = row.getString(1);
    try {
      var article =
          new Article(
              new ArticleId(id),
              row.getString(3),
              URI.create(row.getString(4)),
              row.getString(5),
              Optional.ofNullable(row.getString(6)),
              Instant.parse(row.getString(7)),
              row.getString(8));
      if (MessageDigest.isEqual(row.getBytes(9), ArticleDigest.of(article))) {
        return new Change(row.getLong(2), article);
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new StoreException(damaged(id), e);
    }
    throw new StoreException(damaged(id));
  }

  private String damaged(String id) {
    return SqliteFailures.damaged(database.file(), "article " + id + " is not what was stored");
  }

  /** The statements of one transaction. */
  private static final class Batch implements AutoCloseable {

    private final Instant stored;
    private final long before;
    private long sequence;
    private final PreparedStatement find;
    private final PreparedStatement insert;
    private final PreparedStatement keep;
    private final PreparedStatement update;
    private final PreparedStatement count;

    Batch(Connection connection, Instant stored) throws SQLException {
      this.stored = stored;
      before = Connections.number(connection, "SELECT value FROM change_counter");
      sequence = before;
      find = connection.prepareStatement("SELECT digest FROM article WHERE id = ?");
      insert =
          connection.prepareStatement(
              """
              INSERT INTO article (sequence, stored, title, url, publisher, author, published, body,
                digest, id, version)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
              """);
      keep =
          connection.prepareStatement(
              """
              INSERT INTO article_version (id, version, sequence, stored, title, url, publisher,
                author, published, body, digest)
              SELECT id, version, sequence, stored, title, url, publisher, author, published, body,
                digest
              FROM article WHERE id = ?
              """);
      update =
          connection.prepareStatement(
              """
              UPDATE article SET sequence = ?, stored = ?, title = ?, url = ?, publisher = ?,
                author = ?, published = ?, body = ?, digest = ?, version = version + 1
              WHERE id = ?
              """);
      count = connection.prepareStatement("UPDATE change_counter SET value = ?");
    }

    Outcome put(Article article) throws SQLException {
      var digest = ArticleDigest.of(article);
      find.setString(1, article.id().value());
      try (var rows = find.executeQuery()) {
        if (!rows.next()) {
          write(insert, article, digest);
          return Outcome.ADDED;
        }
        if (MessageDigest.isEqual(rows.getBytes(1), digest)) {
          return Outcome.UNCHANGED;
        }
      }
      keep.setString(1, article.id().value());
      keep.executeUpdate();
      write(update, article, digest);
      return Outcome.REVISED;
    }

    void finish() throws SQLException {
      if (sequence > before) {
        count.setLong(1, sequence);
        count.executeUpdate();
      }
    }

    private void write(PreparedStatement statement, Article article, byte[] digest)
        throws SQLException {
      sequence++;
      statement.setLong(1, sequence);
      statement.setString(2, stored.toString());
      statement.setString(3, article.title());
      statement.setString(4, article.url().toString());
      statement.setString(5, article.publisher());
      if (article.author().isPresent()) {
        statement.setString(6, article.author().get());
      } else {
        statement.setNull(6, Types.VARCHAR);
      }
      statement.setString(7, article.published().toString());
      statement.setString(8, article.body());
      statement.setBytes(9, digest);
      statement.setString(10, article.id().value());
      statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      for (var statement : List.of(find, insert, keep, update, count)) {
        statement.close();
      }
    }
  }
}
