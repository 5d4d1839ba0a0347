package dev.footnote.slack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Knows what was pressed of late: Slack may tell of it twice, where a connection ended before the
 * acknowledgement. In memory alone, for what is worth no place on disk. Safe for several threads.
 */
final class RecentPresses {

  private static final int MOST = 10_000;

  private final Set<String> ids =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  /** Whether it is told of for the first time. */
  boolean isFirst(Press press) {
    return ids.add(press.key());
  }
}
