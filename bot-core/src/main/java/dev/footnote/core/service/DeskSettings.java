package dev.footnote.core.service;

import java.time.Duration;

/**
 * How a desk works.
 *
 * @param queue requests accepted and not yet delivered or put off, at most; 1 or more
 * @param answering requests answered at a time; 1 or more
 * @param user what one user may ask
 * @param tenant what all users of a tenant together may ask
 * @param keep how long answers are kept, and what hangs on them; a day or more
 */
public record DeskSettings(
    int queue, int answering, Rate user, Rate tenant, Retries retries, Duration keep) {

  /**
   * How often something may happen.
   *
   * @param burst at once
   * @param perMinute in the long run; at most 60,000
   */
  public record Rate(int burst, int perMinute) {
    public Rate {
      if (burst < 1 || perMinute < 1 || perMinute > 60_000) {
        throw new IllegalArgumentException("rate: needs 1 or more at once and 1 to 60000 a minute");
      }
    }
  }

  /**
   * How often delivery is tried, and the wait between: it doubles from {@code first} to {@code
   * longest}, give or take a quarter; a platform that names a longer one is heard.
   *
   * @param most tries, the first included
   */
  public record Retries(int most, Duration first, Duration longest) {
    public Retries {
      if (most < 1 || first.isNegative() || longest.compareTo(first) < 0) {
        throw new IllegalArgumentException("retries: need one try or more, and waits that grow");
      }
    }
  }

  /** What a machine with this many cores does by default. */
  public static DeskSettings standard(int cores) {
    return new DeskSettings(
        500,
        Math.max(1, cores),
        new Rate(10, 20),
        new Rate(100, 600),
        new Retries(8, Duration.ofSeconds(1), Duration.ofMinutes(2)),
        Duration.ofDays(30));
  }

  public DeskSettings {
    if (queue < 1 || answering < 1 || keep.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "desk: queue and answering need 1 or more, keep needs a day or more");
    }
  }

  public DeskSettings withQueue(int other) {
    return new DeskSettings(other, answering, user, tenant, retries, keep);
  }

  public DeskSettings withAnswering(int other) {
    return new DeskSettings(queue, other, user, tenant, retries, keep);
  }

  public DeskSettings withLimits(Rate ofUser, Rate ofTenant) {
    return new DeskSettings(queue, answering, ofUser, ofTenant, retries, keep);
  }

  public DeskSettings withRetries(Retries other) {
    return new DeskSettings(queue, answering, user, tenant, other, keep);
  }

  public DeskSettings withKeep(Duration other) {
    return new DeskSettings(queue, answering, user, tenant, retries, other);
  }
}
