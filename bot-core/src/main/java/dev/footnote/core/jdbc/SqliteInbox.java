package dev.footnote.core.jdbc;

import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Exchange;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Inbox;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Requests in SQLite. */
final class SqliteInbox implements Inbox {

  /** The number of a message that stands for the whole reply. */
  private static final int WHOLE = -1;

  private static final String IS_OPEN = "state IN ('ACCEPTED', 'ANSWERED', 'DELIVERING')";

  private final Database database;
  private final GroupCommit writes;

  SqliteInbox(Database database, GroupCommit writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public boolean isKnown(List<String> keys) {
    return database.read(connection -> isKnown(connection, keys));
  }

  private static boolean isKnown(Connection connection, List<String> keys) throws SQLException {
    for (var key : keys) {
      if (exists(connection, "SELECT 1 FROM request_key WHERE key = ?", key)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public OptionalLong accept(Request request, boolean isPrivate) {
    var command = Json.write(request.command());
    return writes.write(connection -> {
      if (isKnown(connection, request.keys())) {
        return OptionalLong.empty();
      }
      Sql.update(
          connection,
          """
          INSERT INTO request (platform, tenant, channel, user, conversation, command,
            wants_private, is_private, administrator, address, received, state)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACCEPTED')
          """,
          request.tenant().platform(),
          request.tenant().id(),
          request.channel(),
          request.user(),
          request.conversation().value(),
          command,
          request.wantsPrivate().orElse(null),
          isPrivate,
          request.administrator(),
          request.address(),
          request.received());
      var id = Connections.number(connection, "SELECT last_insert_rowid()");
      for (var key : request.keys()) {
        Sql.update(
            connection,
            "INSERT INTO request_key (key, request, at) VALUES (?, ?, ?)",
            key,
            id,
            request.received());
      }
      return OptionalLong.of(id);
    });
  }

  @Override
  public void answering(long id, int attempts) {
    writes.write(connection ->
        Sql.update(
            connection,
            "UPDATE request SET attempts = ? WHERE id = ? AND state = 'ACCEPTED'",
            attempts,
            id));
  }

  @Override
  public boolean answered(long id, Reply reply, Optional<Exchange> exchange) {
    var text = Json.write(reply);
    var answered = exchange.map(e -> Json.write(e.answered())).orElse("");
    return writes.write(connection -> {
      var there =
          Sql.update(
                  connection,
                  "UPDATE request SET state = 'ANSWERED', attempts = 0, reply = ? WHERE id = ? AND "
                      + IS_OPEN,
                  text,
                  id)
              > 0;
      if (there && exchange.isPresent()) {
        Sql.update(
            connection,
            """
            INSERT INTO answer (id, platform, tenant, conversation, at, answered, reply, seen_by)
            SELECT ?, platform, tenant, conversation, ?, ?, ?, iif(is_private, user, NULL)
            FROM request WHERE id = ?
            """,
            exchange.get().answerId(),
            exchange.get().at(),
            answered,
            text,
            id);
      }
      return there;
    });
  }

  @Override
  public boolean delivering(long id) {
    return writes.write(connection ->
        Sql.update(
                connection,
                "UPDATE request SET state = 'DELIVERING' WHERE id = ? AND " + IS_OPEN,
                id)
            > 0);
  }

  @Override
  public void postponed(long id, int attempts, Instant due, boolean interrupted) {
    writes.write(connection ->
        Sql.update(
            connection,
            "UPDATE request SET state = ?, attempts = ?, due = ? WHERE id = ? AND " + IS_OPEN,
            interrupted ? "DELIVERING" : "ANSWERED",
            attempts,
            due,
            id));
  }

  @Override
  public void ended(long id, Ending ending, String reference, String note) {
    writes.write(connection -> {
      if (!reference.isEmpty()) {
        sent(connection, id, WHOLE, reference);
      }
      return Sql.update(
          connection,
          """
          UPDATE request SET state = ?, note = ?, command = NULL, address = NULL, reply = NULL
          WHERE id = ? AND
          """
              + IS_OPEN,
          ending,
          note.isEmpty() ? null : note,
          id);
    });
  }

  @Override
  public void sent(long id, int part, String reference) {
    writes.write(connection -> sent(connection, id, part, reference));
  }

  /** Selects the request, so that nothing is kept of one that was erased. */
  private static int sent(Connection connection, long id, int part, String reference)
      throws SQLException {
    return Sql.update(
        connection,
        """
        INSERT INTO message (request, part, reference) SELECT id, ?, ? FROM request WHERE id = ?
        ON CONFLICT DO UPDATE SET reference = excluded.reference
        """,
        part,
        reference,
        id);
  }

  @Override
  public Set<Integer> sent(long id) {
    return database.read(connection ->
        Set.copyOf(
            Sql.list(
                connection,
                "SELECT part FROM message WHERE request = ? AND part <> " + WHOLE,
                row -> row.getInt(1),
                id)));
  }

  @Override
  public List<Pending> unfinished() {
    return database
        .read(connection ->
            Sql.list(
                connection,
                "SELECT "
                    + UnfinishedRow.COLUMNS
                    + " FROM request WHERE "
                    + IS_OPEN
                    + " ORDER BY id",
                row -> UnfinishedRow.read(database.file(), row)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public long count(Ending ending) {
    return database.read(connection ->
        Sql.first(
                connection,
                "SELECT count(*) FROM request WHERE state = ?",
                row -> row.getLong(1),
                ending)
            .orElse(0L));
  }

  @Override
  public Optional<ConversationId> conversation(TenantId tenant, String reference) {
    return database.read(connection ->
        Sql.first(
            connection,
            """
            SELECT conversation FROM message JOIN request ON id = request
            WHERE reference = ? AND platform = ? AND tenant = ? ORDER BY id DESC LIMIT 1
            """,
            row -> new ConversationId(row.getString(1)),
            reference,
            tenant.platform(),
            tenant.id()));
  }

  @Override
  public boolean isKnown(TenantId tenant, ConversationId conversation) {
    return database.read(connection ->
        exists(
            connection,
            """
            SELECT 1 FROM request
            WHERE platform = ? AND tenant = ? AND conversation = ? AND NOT is_private LIMIT 1
            """,
            tenant.platform(),
            tenant.id(),
            conversation.value()));
  }

  @Override
  public void purge(Instant keys, Instant ended) {
    writes.write(connection ->
        Sql.update(
            connection,
            """
            UPDATE request SET state = 'GONE', note = 'too old', command = NULL, address = NULL,
              reply = NULL
            WHERE received < ? AND
            """
                + IS_OPEN,
            keys));
    writes.purge(
        "DELETE FROM request_key WHERE key IN (SELECT key FROM request_key WHERE at < ?", keys);
    writes.purge(
        "DELETE FROM request WHERE id IN (SELECT id FROM request WHERE received < ? AND NOT "
            + IS_OPEN,
        ended);
  }

  private static boolean exists(Connection connection, String sql, Object... values)
      throws SQLException {
    return Sql.first(connection, sql, row -> true, values).isPresent();
  }
}
