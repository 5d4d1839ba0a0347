package dev.footnote.core.jdbc;

import dev.footnote.core.service.AnswerShelf;
import dev.footnote.core.service.Inbox;
import dev.footnote.core.service.ServiceStore;
import dev.footnote.core.service.TenantStore;

/** What the service keeps in SQLite; all its writes share transactions. */
final class SqliteService implements ServiceStore, AutoCloseable {

  private final String identity;
  private final GroupCommit writes;
  private final Inbox inbox;
  private final AnswerShelf answers;
  private final TenantStore tenants;

  SqliteService(Database database, String identity) {
    this.identity = identity;
    this.writes = new GroupCommit(database);
    this.inbox = new SqliteInbox(database, writes);
    this.answers = new SqliteAnswers(database, writes);
    this.tenants = new SqliteTenants(database, writes);
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public AnswerShelf answers() {
    return answers;
  }

  @Override
  public TenantStore tenants() {
    return tenants;
  }

  @Override
  public void close() {
    writes.close();
  }
}
