package dev.footnote.core.jdbc;

import dev.footnote.core.answer.Answered;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Exchange;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.AnswerShelf;
import dev.footnote.core.service.Feedback;
import dev.footnote.core.service.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers in SQLite, with feedback and what was remembered beside them. */
final class SqliteAnswers implements AnswerShelf {

  private final Database database;
  private final GroupCommit writes;

  SqliteAnswers(Database database, GroupCommit writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public List<Exchange> recall(
      TenantId tenant,
      ConversationId conversation,
      Optional<String> reader,
      Instant since,
      int limit) {
    return database
        .read(connection ->
            Sql.list(
                connection,
                """
                SELECT id, at, answered FROM answer
                WHERE platform = ? AND tenant = ? AND conversation = ? AND at >= ?
                  AND (seen_by IS NULL OR seen_by = ?)
                ORDER BY sequence DESC LIMIT ?
                """,
                this::exchange,
                tenant.platform(),
                tenant.id(),
                conversation.value(),
                since,
                reader.orElse(null),
                limit))
        .reversed();
  }

  @Override
  public Optional<Exchange> exchange(TenantId tenant, String answerId) {
    return database.read(connection ->
        Sql.first(
            connection,
            "SELECT id, at, answered FROM answer WHERE id = ? AND platform = ? AND tenant = ?",
            this::exchange,
            answerId,
            tenant.platform(),
            tenant.id()));
  }

  private Exchange exchange(ResultSet row) throws SQLException {
    return new Exchange(
        row.getString(1),
        Instant.ofEpochMilli(row.getLong(2)),
        Json.read(database.file(), Answered.class, row.getString(3)));
  }

  @Override
  public void share(TenantId tenant, String answerId) {
    writes.write(connection ->
        Sql.update(
            connection,
            "UPDATE answer SET seen_by = NULL WHERE id = ? AND platform = ? AND tenant = ?",
            answerId,
            tenant.platform(),
            tenant.id()));
  }

  @Override
  public Optional<Reply> reply(TenantId tenant, String answerId) {
    return database.read(connection ->
        Sql.first(
            connection,
            "SELECT reply FROM answer WHERE id = ? AND platform = ? AND tenant = ?",
            row -> Json.read(database.file(), Reply.class, row.getString(1)),
            answerId,
            tenant.platform(),
            tenant.id()));
  }

  @Override
  public boolean feedback(
      TenantId tenant, String user, String answerId, Feedback feedback, Instant at) {
    return writes.write(connection ->
        Sql.update(
                connection,
                """
                INSERT INTO feedback (platform, tenant, answer, user, at, good, reason, words)
                SELECT platform, tenant, id, ?, ?, ?, ?, ? FROM answer
                WHERE id = ? AND platform = ? AND tenant = ?
                ON CONFLICT DO UPDATE SET at = excluded.at, good = excluded.good,
                  reason = excluded.reason, words = excluded.words
                """,
                user,
                at,
                feedback.good(),
                feedback.reason().orElse(null),
                feedback.words().orElse(null),
                answerId,
                tenant.platform(),
                tenant.id())
            > 0);
  }

  @Override
  public List<Feedback> feedback(TenantId tenant, String answerId) {
    return database.read(connection ->
        Sql.list(
            connection,
            """
            SELECT good, reason, words FROM feedback
            WHERE platform = ? AND tenant = ? AND answer = ? ORDER BY user
            """,
            row ->
                new Feedback(
                    row.getBoolean(1),
                    Optional.ofNullable(row.getString(2)).map(Feedback.Reason::valueOf),
                    Optional.ofNullable(row.getString(3))),
            tenant.platform(),
            tenant.id(),
            answerId));
  }

  @Override
  public void remember(TenantId tenant, String token, String text, Instant at) {
    writes.write(connection ->
        Sql.update(
            connection,
            """
            INSERT INTO remembered (platform, tenant, token, text, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET at = excluded.at
            """,
            tenant.platform(),
            tenant.id(),
            token,
            text,
            at));
  }

  @Override
  public Optional<String> recall(TenantId tenant, String token) {
    return database.read(connection ->
        Sql.first(
            connection,
            "SELECT text FROM remembered WHERE platform = ? AND tenant = ? AND token = ?",
            row -> row.getString(1),
            tenant.platform(),
            tenant.id(),
            token));
  }

  @Override
  public void purge(Instant before) {
    writes.purge(
        "DELETE FROM answer WHERE sequence IN (SELECT sequence FROM answer WHERE at < ?", before);
    writes.purge(
        "DELETE FROM remembered WHERE (platform, tenant, token) IN"
            + " (SELECT platform, tenant, token FROM remembered WHERE at < ?",
        before);
  }
}
