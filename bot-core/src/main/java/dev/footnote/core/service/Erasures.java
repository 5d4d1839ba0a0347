package dev.footnote.core.service;

import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases tenants, with what comes of what was under way meanwhile: an event that had passed the
 * adapter's check, a button that is being drawn. Safe for use by several threads.
 */
final class Erasures {

  /** When a tenant is erased again, unless it has come back. */
  static final Duration AGAIN = Duration.ofSeconds(2);

  /** A delivery takes a minute or so; one that was under way longer stores nothing any more. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

  private final TenantStore store;
  private final WaitingRoom room;
  private final Housekeeping housekeeping;
  private final Map<TenantId, Long> erased = new ConcurrentHashMap<>();

  Erasures(TenantStore store, WaitingRoom room, Housekeeping housekeeping) {
    this.store = store;
    this.room = room;
    this.housekeeping = housekeeping;
  }

  void erase(TenantId tenant) {
    erased.values().removeIf(at -> System.nanoTime() - at > UNDER_WAY.toNanos());
    erased.put(tenant, System.nanoTime());
    eraseNow(tenant);
    LOG.info("Erased a tenant of {}", tenant.platform());
    housekeeping.later(AGAIN, () -> eraseAgain(tenant));
  }

  private void eraseAgain(TenantId tenant) {
    if (isRecent(tenant)) {
      try {
        eraseNow(tenant);
      } catch (StoreException e) {
        LOG.warn("A tenant that was erased may have left something: {}", e.getMessage());
      }
    }
  }

  private void eraseNow(TenantId tenant) {
    store.erase(tenant);
    room.clear(tenant);
  }

  /** Whether it was erased a moment ago and has not come back: nothing is to be kept for it. */
  boolean isRecent(TenantId tenant) {
    var at = erased.get(tenant);
    return at != null && System.nanoTime() - at < UNDER_WAY.toNanos();
  }

  /** What adapters keep; to keep something for a tenant says that it is here, or here again. */
  TenantData data() {
    return new TenantData() {
      @Override
      public void put(TenantId tenant, String name, byte[] value) {
        erased.remove(tenant);
        store.put(tenant, name, value);
      }

      @Override
      public Optional<byte[]> get(TenantId tenant, String name) {
        return store.get(tenant, name);
      }

      @Override
      public void remove(TenantId tenant, String name) {
        store.remove(tenant, name);
      }

      @Override
      public List<TenantId> having(String platform, String name) {
        return store.having(platform, name);
      }
    };
  }
}
