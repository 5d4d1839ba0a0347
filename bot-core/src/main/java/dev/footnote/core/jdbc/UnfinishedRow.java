package dev.footnote.core.jdbc;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Inbox.Pending;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.TenantId;
import dev.footnote.knowledge.StoreException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a request that is not done. */
final class UnfinishedRow {

  static final String COLUMNS =
      """
      id, platform, tenant, channel, user, conversation, command, wants_private, is_private,
        administrator, address, received, state, attempts, due, reply,
        (SELECT group_concat(key, char(10)) FROM request_key WHERE request = id) AS keys
      """;

  private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRow.class);

  private UnfinishedRow() {}

  /** Empty for one that another version wrote in another form: the rest must not suffer. */
  static Optional<Pending> read(Path file, ResultSet row) throws SQLException {
    try {
      return Optional.of(pending(file, row));
    } catch (StoreException e) {
      LOG.error(
          "What is on file of request={} cannot be read; it is left alone", row.getLong("id"));
      return Optional.empty();
    }
  }

  private static Pending pending(Path file, ResultSet row) throws SQLException {
    var id = row.getLong("id");
    var wantsPrivate = row.getObject("wants_private");
    // Keys may be purged before an old request is taken up: it is named by its number then.
    var keys = Optional.ofNullable(row.getString("keys")).orElse("request:" + id);
    var request =
        new Request(
            List.of(keys.split("\n")),
            new TenantId(row.getString("platform"), row.getString("tenant")),
            row.getString("channel"),
            row.getString("user"),
            new ConversationId(row.getString("conversation")),
            Json.read(file, Command.class, row.getString("command")),
            Optional.ofNullable(wantsPrivate).map(value -> ((Number) value).intValue() != 0),
            row.getBoolean("administrator"),
            row.getString("address"),
            Instant.ofEpochMilli(row.getLong("received")));
    return new Pending(
        id,
        request,
        row.getBoolean("is_private"),
        Optional.ofNullable(row.getString("reply"))
            .map(reply -> Json.read(file, Reply.class, reply)),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("due")),
        row.getString("state").equals("DELIVERING"));
  }
}
