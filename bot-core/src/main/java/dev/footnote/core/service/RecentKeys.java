package dev.footnote.core.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys of requests that were refused lately, so that one that comes again under another name is
 * not refused twice. In memory alone: to be told "busy" once more after a restart does no harm.
 */
final class RecentKeys {

  private static final int MOST = 20_000;

  private final Set<String> keys =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST;
            }
          });

  synchronized boolean containsAny(List<String> some) {
    return some.stream().anyMatch(keys::contains);
  }

  synchronized void add(List<String> some) {
    keys.addAll(some);
  }
}
