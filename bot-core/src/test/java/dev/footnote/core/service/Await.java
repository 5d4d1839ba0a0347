package dev.footnote.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
final class Await {

  private Await() {}

  /** Waits up to ten seconds until it is so. */
  static void until(BooleanSupplier so) {
    until(Duration.ofSeconds(10), so);
  }

  static void until(Duration patience, BooleanSupplier so) {
    var end = System.nanoTime() + patience.toNanos();
    while (!so.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(2_000_000);
    }
    assertThat(so.getAsBoolean()).as("within " + patience).isTrue();
  }
}
