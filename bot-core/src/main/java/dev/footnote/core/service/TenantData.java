package dev.footnote.core.service;

import java.util.List;
import java.util.Optional;

/**
 * What an adapter keeps for a tenant, such as an installation's tokens, which it encrypts before.
 * Goes with {@link Desk#erase}. Durable once a call returns; safe for use by several threads.
 */
public interface TenantData {

  /** Keeps {@code value} under {@code name}, in place of what was there. */
  void put(TenantId tenant, String name, byte[] value);

  Optional<byte[]> get(TenantId tenant, String name);

  void remove(TenantId tenant, String name);

  /** The tenants of {@code platform} that have something under {@code name}, by id. */
  List<TenantId> having(String platform, String name);
}
