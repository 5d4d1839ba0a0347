package dev.footnote.core.service;

import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.service.Inbox.Pending;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Requests that wait to be answered. Tenants take turns, so that one who asks much waits for itself
 * alone; a tenant's requests go in order, and those of one conversation one by one. Safe for use by
 * several threads.
 */
final class WaitingRoom {

  /**
   * A tenant may hold up to this many times the places that are free: alone it gets four fifths of
   * the room, and there is always some left for others. (Dynamic thresholds for shared buffers,
   * Choudhury and Hahne, IEEE/ACM Transactions on Networking 6(2), 1998.)
   */
  private static final int SHARE = 4;

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<TenantId, Integer> places = new HashMap<>();
  private final LinkedHashMap<TenantId, ArrayDeque<Pending>> waiting = new LinkedHashMap<>();
  private final Set<ConversationId> busy = new HashSet<>();
  private int taken;
  private int queued;
  private boolean closed;

  WaitingRoom(int capacity) {
    this.capacity = capacity;
  }

  /** Takes a place, held until {@link #leave}; false if there is none for this tenant. */
  boolean enter(TenantId tenant) {
    lock.lock();
    try {
      int free = capacity - taken;
      int own = places.getOrDefault(tenant, 0);
      // A small room would have no place at all for somebody without one.
      if (free <= 0 || (own > 0 && own >= SHARE * free)) {
        return false;
      }
      take(tenant);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a place even where there is none: for what was accepted in an earlier run. */
  void enterAnyway(TenantId tenant) {
    lock.lock();
    try {
      take(tenant);
    } finally {
      lock.unlock();
    }
  }

  private void take(TenantId tenant) {
    taken++;
    places.merge(tenant, 1, Integer::sum);
  }

  /** Gives a place back. */
  void leave(TenantId tenant) {
    lock.lock();
    try {
      taken--;
      places.computeIfPresent(tenant, (t, own) -> own > 1 ? own - 1 : null);
    } finally {
      lock.unlock();
    }
  }

  /** Lets a request wait that has a place. */
  void put(Pending pending) {
    lock.lock();
    try {
      waiting.computeIfAbsent(pending.request().tenant(), t -> new ArrayDeque<>()).add(pending);
      queued++;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next request whose turn it is; its conversation waits for {@link #release}.
   *
   * @return empty once the room is closed
   */
  Optional<Pending> take() {
    lock.lock();
    try {
      while (!closed) {
        var next = next();
        if (next.isPresent()) {
          return next;
        }
        changed.awaitUninterruptibly();
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Pending> next() {
    for (var tenant : List.copyOf(waiting.keySet())) {
      var queue = waiting.getOrDefault(tenant, new ArrayDeque<>());
      for (Iterator<Pending> requests = queue.iterator(); requests.hasNext(); ) {
        var pending = requests.next();
        if (busy.add(pending.request().conversation())) {
          requests.remove();
          queued--;
          waiting.remove(tenant);
          if (!queue.isEmpty()) {
            waiting.put(tenant, queue);
          }
          return Optional.of(pending);
        }
      }
    }
    return Optional.empty();
  }

  /** Lets the conversation's next request come. */
  void release(ConversationId conversation) {
    lock.lock();
    try {
      busy.remove(conversation);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sends away what waits for {@code tenant}, with the places it has. */
  void clear(TenantId tenant) {
    lock.lock();
    try {
      var gone = waiting.remove(tenant);
      if (gone != null) {
        queued -= gone.size();
        gone.forEach(pending -> leave(tenant));
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait any longer for a request. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Places taken. */
  int taken() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Requests that wait. */
  int queued() {
    lock.lock();
    try {
      return queued;
    } finally {
      lock.unlock();
    }
  }
}
