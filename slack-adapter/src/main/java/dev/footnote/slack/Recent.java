package dev.footnote.slack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The newest ten thousand names of something, in memory, for what is worth no place on disk. Safe
 * for use by several threads.
 */
final class Recent {

  private static final int MOST = 10_000;

  private final Set<String> names =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  /** Adds {@code name}; false if it was there. */
  boolean add(String name) {
    return names.add(name);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  void remove(String name) {
    names.remove(name);
  }
}
