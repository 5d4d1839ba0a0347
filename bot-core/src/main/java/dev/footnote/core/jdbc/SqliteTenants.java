package dev.footnote.core.jdbc;

import dev.footnote.core.service.AuditLine;
import dev.footnote.core.service.TenantId;
import dev.footnote.core.service.TenantSettings;
import dev.footnote.core.service.TenantStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What each tenant settled, in SQLite. */
final class SqliteTenants implements TenantStore {

  /** Every table with rows of tenants; what hangs on request and answer goes with them. */
  private static final List<String> TABLES =
      List.of("request", "answer", "remembered", "tenant_settings", "audit", "tenant_data");

  private final Database database;
  private final GroupCommit writes;

  SqliteTenants(Database database, GroupCommit writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public Optional<TenantSettings> settings(TenantId tenant) {
    return database.read(connection ->
        Sql.first(
            connection,
            "SELECT settings FROM tenant_settings WHERE platform = ? AND tenant = ?",
            row -> Json.read(database.file(), TenantSettings.class, row.getString(1)),
            tenant.platform(),
            tenant.id()));
  }

  @Override
  public void settle(TenantId tenant, TenantSettings settings, AuditLine line) {
    var text = Json.write(settings);
    writes.write(connection -> {
      Sql.update(
          connection,
          """
          INSERT INTO tenant_settings (platform, tenant, settings) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET settings = excluded.settings
          """,
          tenant.platform(),
          tenant.id(),
          text);
      return audit(connection, tenant, line);
    });
  }

  @Override
  public void audit(TenantId tenant, AuditLine line) {
    writes.write(connection -> audit(connection, tenant, line));
  }

  private static int audit(Connection connection, TenantId tenant, AuditLine line)
      throws SQLException {
    return Sql.update(
        connection,
        "INSERT INTO audit (platform, tenant, at, user, what, refused) VALUES (?, ?, ?, ?, ?, ?)",
        tenant.platform(),
        tenant.id(),
        line.at(),
        line.user(),
        line.what(),
        line.refused());
  }

  @Override
  public List<AuditLine> audit(TenantId tenant, int limit) {
    return database.read(connection ->
        Sql.list(
            connection,
            """
            SELECT at, user, what, refused FROM audit WHERE platform = ? AND tenant = ?
            ORDER BY sequence DESC LIMIT ?
            """,
            row ->
                new AuditLine(
                    Instant.ofEpochMilli(row.getLong(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4)),
            tenant.platform(),
            tenant.id(),
            limit));
  }

  @Override
  public void purge(Instant audit) {
    writes.purge(
        "DELETE FROM audit WHERE sequence IN (SELECT sequence FROM audit WHERE at < ?", audit);
  }

  @Override
  public void erase(TenantId tenant) {
    writes.write(connection -> {
      for (var table : TABLES) {
        Sql.update(
            connection,
            "DELETE FROM " + table + " WHERE platform = ? AND tenant = ?",
            tenant.platform(),
            tenant.id());
      }
      return TABLES.size();
    });
  }

  @Override
  public void put(TenantId tenant, String name, byte[] value) {
    writes.write(connection ->
        Sql.update(
            connection,
            """
            INSERT INTO tenant_data (platform, tenant, name, value) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET value = excluded.value
            """,
            tenant.platform(),
            tenant.id(),
            name,
            value));
  }

  @Override
  public Optional<byte[]> get(TenantId tenant, String name) {
    return database.read(connection ->
        Sql.first(
            connection,
            "SELECT value FROM tenant_data WHERE platform = ? AND tenant = ? AND name = ?",
            row -> row.getBytes(1),
            tenant.platform(),
            tenant.id(),
            name));
  }

  @Override
  public void remove(TenantId tenant, String name) {
    writes.write(connection ->
        Sql.update(
            connection,
            "DELETE FROM tenant_data WHERE platform = ? AND tenant = ? AND name = ?",
            tenant.platform(),
            tenant.id(),
            name));
  }

  @Override
  public List<TenantId> having(String platform, String name) {
    return database.read(connection ->
        Sql.list(
            connection,
            "SELECT tenant FROM tenant_data WHERE platform = ? AND name = ? ORDER BY tenant",
            row -> new TenantId(platform, row.getString(1)),
            platform,
            name));
  }
}
