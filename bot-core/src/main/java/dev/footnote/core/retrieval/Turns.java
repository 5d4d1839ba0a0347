package dev.footnote.core.retrieval;

import dev.footnote.core.data.FolderLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Takes turns at writing to one index with other threads and processes. */
final class Turns {

  private static final Duration POLL = Duration.ofMillis(10);

  private final Supplier<Optional<FolderLock>> lock;

  Turns(Supplier<Optional<FolderLock>> lock) {
    this.lock = lock;
  }

  /**
   * Does {@code work} when it is this one's turn.
   *
   * @throws RetrieverUnavailableException if it is not within {@code patience}
   */
  void take(Duration patience, Runnable work) {
    long end = System.nanoTime() + patience.toNanos();
    Optional<FolderLock> turn = await(() -> System.nanoTime() - end > 0);
    if (turn.isEmpty()) {
      throw new RetrieverUnavailableException(
          "another Footnote is writing to the index; try again when it has finished");
    }
    during(turn.get(), work);
  }

  /** Does {@code work} when it is this one's turn; false if {@code cancelled} comes first. */
  boolean take(BooleanSupplier cancelled, BooleanSupplier work) {
    Optional<FolderLock> turn = await(cancelled);
    if (turn.isEmpty()) {
      return false;
    }
    var result = new boolean[1];
    during(turn.get(), () -> result[0] = work.getAsBoolean());
    return result[0];
  }

  /** Does {@code work} if nobody else has the turn. */
  void takeIfFree(Runnable work) {
    lock.get().ifPresent(turn -> during(turn, work));
  }

  private static void during(FolderLock turn, Runnable work) {
    try {
      work.run();
    } finally {
      turn.close();
    }
  }

  private Optional<FolderLock> await(BooleanSupplier cancelled) {
    Optional<FolderLock> turn = lock.get();
    while (turn.isEmpty() && !cancelled.getAsBoolean() && pause(POLL)) {
      turn = lock.get();
    }
    return turn;
  }

  /** Lets those who wait have their turn; false if this thread is to end. */
  boolean giveWay() {
    return pause(POLL.multipliedBy(3));
  }

  private static boolean pause(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
