package dev.footnote.core.service;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Inbox.Pending;
import dev.footnote.core.service.Metrics.Count;
import dev.footnote.core.service.Metrics.Time;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that answer. They are platform threads: to find and write an answer is work for the
 * processor, and virtual threads that never wait would keep all others from their turn.
 */
final class Workers {

  /** How long a worker waits where an answer cannot be stored. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A question that has ended this many processes is not answered: it would end the next. */
  private static final int MOST_RUNS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final int count;
  private final WaitingRoom room;
  private final Pace pace;
  private final Clerk clerk;
  private final ServiceStore store;
  private final Dispatcher dispatcher;
  private final Metrics metrics;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closing;

  Workers(
      int count,
      WaitingRoom room,
      Pace pace,
      Clerk clerk,
      ServiceStore store,
      Dispatcher dispatcher,
      Metrics metrics) {
    this.count = count;
    this.room = room;
    this.pace = pace;
    this.clerk = clerk;
    this.store = store;
    this.dispatcher = dispatcher;
    this.metrics = metrics;
  }

  synchronized void start() {
    for (var i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("answer-" + i).start(this::work));
    }
  }

  private void work() {
    for (var next = room.take(); next.isPresent(); next = room.take()) {
      try {
        answer(next.get());
      } catch (RuntimeException | Error e) {
        LOG.error("A worker failed and goes on request={} {}", next.get().id(), Failures.name(e));
        leave(next.get());
      }
    }
  }

  private void answer(Pending pending) {
    var written = write(pending);
    boolean kept;
    try {
      kept = keep(pending, written);
    } catch (RuntimeException | Error e) {
      // What cannot be kept must not take the question with it.
      LOG.error("An answer cannot be kept request={} {}", pending.id(), Failures.name(e));
      written = failed(pending);
      kept = keep(pending, written);
    }
    if (kept) {
      deliver(pending, written.reply());
    } else {
      leave(pending);
    }
  }

  /**
   * Stores the answer, and waits while the store fails.
   *
   * @return false if the request is no longer there, or this closes before
   */
  private boolean keep(Pending pending, Clerk.Written written) {
    while (true) {
      try {
        return store.inbox().answered(pending.id(), written.reply(), written.exchange());
      } catch (StoreException e) {
        LOG.warn("An answer cannot be stored yet request={}", pending.id());
        if (closing) {
          return false;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private Clerk.Written write(Pending pending) {
    if (pending.attempts() >= MOST_RUNS) {
      LOG.error(
          "The process ended {} times while it answered request={}; gives up on it",
          pending.attempts(),
          pending.id());
      return failed(pending);
    }
    pace.begin();
    try {
      if (pending.attempts() > 0) {
        store.inbox().answering(pending.id(), pending.attempts());
      }
      var settings =
          store.tenants().settings(pending.request().tenant()).orElse(TenantSettings.DEFAULT);
      var written = clerk.write(pending.request(), pending.isPrivate(), settings);
      metrics.count(Count.ANSWERED);
      return written;
    } catch (RuntimeException | Error e) {
      LOG.error("Answering failed request={} {}", pending.id(), Failures.name(e));
      return failed(pending);
    } finally {
      var took = pace.end();
      metrics.time(Time.ANSWER, took);
      LOG.info("Answered request={} millis={}", pending.id(), took.toMillis());
    }
  }

  private Clerk.Written failed(Pending pending) {
    metrics.count(Count.FAILED);
    return new Clerk.Written(ServiceReplies.failed(pending.id()), Optional.empty());
  }

  private void deliver(Pending pending, Reply reply) {
    dispatcher.begin(
        new Pending(
            pending.id(),
            pending.request(),
            pending.isPrivate(),
            Optional.of(reply),
            0,
            pending.due(),
            false),
        () -> leave(pending));
  }

  private void leave(Pending pending) {
    room.release(pending.request().conversation());
    room.leave(pending.request().tenant());
  }

  /** Waits up to {@code patience} for answers under way; what waits stays on disk. */
  void close(Duration patience) {
    closing = true;
    List<Thread> running;
    synchronized (this) {
      running = List.copyOf(threads);
    }
    // Not by interrupts: an answer under way must not be disturbed.
    room.close();
    var until = System.nanoTime() + patience.toNanos();
    for (var thread : running) {
      try {
        thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
