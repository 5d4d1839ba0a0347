package dev.footnote.core.service;

import dev.footnote.core.service.DeskSettings.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each user and each tenant may ask. Safe for use by several threads. */
final class Limits {

  /*
   * A token bucket each, in the form of the generic cell rate algorithm (ITU-T I.371, annex A): one
   * number says when the bucket will be full again. A bucket that is full need not be remembered.
   */

  /** Microseconds. */
  private static final long SECOND = 1_000_000;

  /** Buckets remembered; the longest unused goes first, which can only be generous. */
  private static final int BUCKETS = 100_000;

  private record User(TenantId tenant, String user) {}

  private final Rate user;
  private final Rate tenant;
  private final InstantSource clock;
  private final Map<Object, Long> fullAgain =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
          return size() > BUCKETS;
        }
      };

  Limits(Rate user, Rate tenant, InstantSource clock) {
    this.user = user;
    this.tenant = tenant;
    this.clock = clock;
  }

  /** Lets one request pass, or says how long to wait. */
  synchronized Optional<Duration> take(TenantId id, String who) {
    long now = now();
    var wait = Math.max(wait(new User(id, who), user, now), wait(id, tenant, now));
    if (wait > 0) {
      return Optional.of(Duration.ofSeconds((wait + SECOND - 1) / SECOND));
    }
    add(new User(id, who), user, now, 1);
    add(id, tenant, now, 1);
    return Optional.empty();
  }

  /** Gives back what {@code take} took, for a request that was not let in after all. */
  synchronized void giveBack(TenantId id, String who) {
    long now = now();
    add(new User(id, who), user, now, -1);
    add(id, tenant, now, -1);
  }

  private long wait(Object key, Rate rate, long now) {
    return fullAgain(key, rate, now) + interval(rate) - now - rate.burst() * interval(rate);
  }

  private void add(Object key, Rate rate, long now, int count) {
    long then = fullAgain(key, rate, now) + count * interval(rate);
    if (then <= now) {
      fullAgain.remove(key);
    } else {
      fullAgain.put(key, then);
    }
  }

  /** At most a whole bucket away: the clock may have been put back. */
  private long fullAgain(Object key, Rate rate, long now) {
    long latest = now + rate.burst() * interval(rate);
    var then = fullAgain.computeIfPresent(key, (k, at) -> Math.min(at, latest));
    return then == null ? now : Math.max(then, now);
  }

  /** Microseconds. */
  private static long interval(Rate rate) {
    return 60 * SECOND / rate.perMinute();
  }

  /** Microseconds since 1970. */
  private long now() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }
}
