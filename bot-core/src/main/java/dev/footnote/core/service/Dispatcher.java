package dev.footnote.core.service;

import dev.footnote.core.service.Inbox.Ending;
import dev.footnote.core.service.Inbox.Pending;
import dev.footnote.core.service.Metrics.Count;
import dev.footnote.core.service.Metrics.Time;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings replies to their platforms, and tries again where that makes sense. */
final class Dispatcher {

  /** From here on a reply says that it is late. */
  static final Duration LATE = Duration.ofMinutes(15);

  /** From here on nobody waits any more, and duplicates are no longer recognised. */
  static final Duration TOO_LATE = Duration.ofHours(24);

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final ServiceStore store;
  private final DeliveryMarks marks;
  private final DeskSettings.Retries retries;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Metrics metrics;
  private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
  private final ScheduledExecutorService later =
      new ScheduledThreadPoolExecutor(
          1,
          Thread.ofPlatform().daemon().name("delivery-later").factory(),
          new ThreadPoolExecutor.DiscardPolicy());
  private final Phaser underWay = new Phaser(1);
  private volatile boolean closing;

  Dispatcher(
      ServiceStore store,
      DeskSettings.Retries retries,
      InstantSource clock,
      ZoneId zone,
      Metrics metrics) {
    this.store = store;
    this.marks = new DeliveryMarks(store.inbox());
    this.retries = retries;
    this.clock = clock;
    this.zone = zone;
    this.metrics = metrics;
  }

  void register(String platform, Delivery delivery) {
    if (deliveries.putIfAbsent(platform, delivery) != null) {
      throw new IllegalStateException(platform + " is registered already");
    }
  }

  Set<String> platforms() {
    return Set.copyOf(deliveries.keySet());
  }

  /**
   * Begins to deliver what was answered, when it is due.
   *
   * @param afterFirst run once the first attempt is over, or was put off; what waits for its turn,
   *     or for the disk, was not attempted yet
   */
  void begin(Pending pending, Runnable afterFirst) {
    var wait = Duration.between(clock.instant(), pending.due());
    if (wait.isPositive()) {
      afterFirst.run();
      schedule(pending, wait, () -> {});
    } else {
      start(pending, afterFirst);
    }
  }

  private void start(Pending pending, Runnable after) {
    if (closing || underWay.register() < 0) {
      after.run();
      return;
    }
    Thread.ofVirtual()
        .name("delivery-" + pending.id())
        .start(() -> {
          var wait = Optional.<Duration>empty();
          try {
            wait = attempt(pending);
          } catch (RuntimeException e) {
            LOG.error("Delivery failed request={} as {}", pending.id(), Failures.name(e));
          } finally {
            wait.ifPresentOrElse(w -> schedule(pending, w, after), after);
            underWay.arriveAndDeregister();
          }
        });
  }

  private void schedule(Pending pending, Duration wait, Runnable after) {
    if (!closing) {
      var unused =
          later.schedule(
              () -> start(pending, after), Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
    }
  }

  /** Delivers, unless it is not the time: then returns how long to wait. */
  private Optional<Duration> attempt(Pending pending) {
    var age = Duration.between(pending.request().received(), clock.instant());
    if (age.compareTo(TOO_LATE) >= 0) {
      end(pending, Ending.GONE, "", "too old");
      return Optional.empty();
    }
    var delivery = deliveries.get(pending.request().tenant().platform());
    if (delivery == null) {
      end(pending, Ending.GONE, "", "no such platform runs here");
      return Optional.empty();
    }
    var turn = turn(delivery, pending);
    if (turn.isPresent()) {
      LOG.info("Delivery waits for its turn request={}: {}", pending.id(), turn.get().why());
      return Optional.of(longer(turn.get().after(), backOff(1)));
    }
    boolean there;
    try {
      there = store.inbox().delivering(pending.id());
    } catch (StoreException e) {
      LOG.warn("Delivery cannot be stored and is put off request={}", pending.id());
      return Optional.of(backOff(1));
    }
    if (there) {
      deliverAndMark(delivery, pending, age);
    }
    return Optional.empty();
  }

  private void deliverAndMark(Delivery delivery, Pending pending, Duration age) {
    long start = System.nanoTime();
    var outcome = deliver(delivery, pending, age.compareTo(LATE) >= 0);
    metrics.time(Time.DELIVERY, Duration.ofNanos(System.nanoTime() - start));
    switch (outcome) {
      case Outcome.Delivered delivered -> {
        end(pending, Ending.DELIVERED, delivered.reference(), "");
        metrics.time(Time.TOTAL, Duration.between(pending.request().received(), clock.instant()));
      }
      case Outcome.Retry retry ->
          putOff(pending, retry.after(), retry.why(), pending.interrupted(), Ending.GONE);
      case Outcome.LookAgain look ->
          putOff(pending, look.after(), look.why(), true, Ending.UNCONFIRMED);
      case Outcome.Gone gone -> end(pending, Ending.GONE, "", gone.why());
      case Outcome.Unconfirmed unconfirmed ->
          end(pending, Ending.UNCONFIRMED, "", unconfirmed.why());
    }
  }

  private static Optional<Outcome.Retry> turn(Delivery delivery, Pending pending) {
    try {
      return delivery.awaitTurn(pending.request());
    } catch (RuntimeException | Error e) {
      LOG.error("Waiting for a turn failed request={} {}", pending.id(), Failures.name(e));
      return Optional.of(new Outcome.Retry(Duration.ZERO, "the adapter failed"));
    }
  }

  private Outcome deliver(Delivery delivery, Pending pending, boolean late) {
    var reply = pending.reply().orElseThrow();
    var parts = marks.parts(pending.id());
    var outgoing =
        new Outgoing(
            pending.id(),
            pending.request(),
            pending.isPrivate(),
            late ? ServiceReplies.late(reply, pending.request().received().atZone(zone)) : reply,
            Nonces.of(store.identity(), pending.id()),
            pending.interrupted(),
            parts);
    var outcome = deliver(delivery, outgoing);
    return parts.lost() && !(outcome instanceof Outcome.Delivered)
        ? new Outcome.Unconfirmed("a part was sent and cannot be stored")
        : outcome;
  }

  private static Outcome deliver(Delivery delivery, Outgoing outgoing) {
    try {
      return delivery.deliver(outgoing);
    } catch (StoreException e) {
      return new Outcome.Retry(Duration.ZERO, "the data folder failed");
    } catch (RuntimeException | Error e) {
      LOG.error("Delivery threw request={} {}", outgoing.id(), Failures.name(e));
      return new Outcome.Unconfirmed("the adapter failed: " + Failures.name(e));
    }
  }

  /**
   * @param doubted whether it may have arrived
   * @param last how it ends after the last try
   */
  private void putOff(Pending pending, Duration after, String why, boolean doubted, Ending last) {
    var attempts = pending.attempts() + 1;
    var wait = longer(after, backOff(attempts));
    var due = clock.instant().plus(wait);
    if (attempts >= retries.most() || due.isAfter(pending.request().received().plus(TOO_LATE))) {
      end(pending, last, "", "gave up after " + attempts + " tries: " + why);
      return;
    }
    metrics.count(Count.RETRIED);
    LOG.info("Delivery is put off request={} tries={}: {}", pending.id(), attempts, why);
    marks.postponed(pending.id(), attempts, due, doubted);
    schedule(
        new Pending(
            pending.id(),
            pending.request(),
            pending.isPrivate(),
            pending.reply(),
            attempts,
            due,
            doubted),
        wait,
        () -> {});
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private void end(Pending pending, Ending ending, String reference, String note) {
    switch (ending) {
      case DELIVERED -> metrics.count(Count.DELIVERED);
      case GONE -> {
        metrics.count(Count.GONE);
        LOG.warn("Reply has no receiver request={}: {}", pending.id(), note);
      }
      case UNCONFIRMED -> {
        metrics.count(Count.UNCONFIRMED);
        LOG.warn("Reply may or may not have arrived request={}: {}", pending.id(), note);
      }
    }
    marks.ended(pending.id(), ending, reference, note);
  }

  private Duration backOff(int attempts) {
    var doubled = retries.first().multipliedBy(1L << Math.min(20, attempts - 1));
    var wait = doubled.compareTo(retries.longest()) > 0 ? retries.longest() : doubled;
    return Duration.ofNanos(
        (long) (wait.toNanos() * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
  }

  /** Waits up to {@code patience} for attempts under way; what is put off stays on disk. */
  void close(Duration patience) {
    closing = true;
    marks.close();
    later.shutdownNow();
    try {
      var phase = underWay.arrive();
      underWay.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.warn("Deliveries are still under way; the next start looks what became of them");
    }
  }
}
