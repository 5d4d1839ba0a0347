package dev.footnote.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where Discord refused something lately. It counts refusals against the bot, so that what was
 * refused is not tried again for a while. Safe for use by several threads.
 */
final class RefusedPlaces {

  /** An administrator who puts the bot's rights right waits no longer than that. */
  private static final Duration A_WHILE = Duration.ofMinutes(5);

  private static final int REMEMBERED = 5_000;

  private final InstantSource clock;
  private final Map<String, Instant> refused =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  RefusedPlaces(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(String place) {
    refused.put(place, clock.instant());
  }

  synchronized boolean contains(String place) {
    var at = refused.get(place);
    return at != null && clock.instant().isBefore(at.plus(A_WHILE));
  }
}
