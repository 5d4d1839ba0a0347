package dev.footnote.core.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is on disk for each tenant. Durable once a method returns; safe for several threads. */
public interface TenantStore extends TenantData {

  /** What was settled; empty if nothing was. */
  Optional<TenantSettings> settings(TenantId tenant);

  /** Stores settings together with the line that tells of it. */
  void settle(TenantId tenant, TenantSettings settings, AuditLine line);

  /** Stores the line alone. */
  void audit(TenantId tenant, AuditLine line);

  /** The newest lines, newest first. */
  List<AuditLine> audit(TenantId tenant, int limit);

  /** Forgets audit lines older than {@code audit}. */
  void purge(Instant audit);

  /** Removes every row of the tenant, in all tables, at once. */
  void erase(TenantId tenant);
}
