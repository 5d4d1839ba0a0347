package dev.footnote.discord.fake;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that carry the time they were made, as JDA reads an interaction's age off its id. */
public final class Snowflakes {

  private static final long EPOCH = 1420070400000L;
  private static final AtomicLong COUNT = new AtomicLong();

  private Snowflakes() {}

  /** A new id of now. */
  public static String next() {
    return at(Instant.now());
  }

  /** A new id of {@code time}. */
  public static String at(Instant time) {
    return Long.toString(
        ((time.toEpochMilli() - EPOCH) << 22) | (COUNT.getAndIncrement() & 0x3fffff));
  }
}
