package dev.footnote.core.service;

import dev.footnote.core.service.Inbox.Pending;
import dev.footnote.core.service.Metrics.Count;
import dev.footnote.core.service.Metrics.Time;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets requests in, or says why not: duplicates, channels, limits, and how many wait. Safe for use
 * by several threads.
 */
final class Door {

  /** How long a failure to store counts: no request may come to show that it is over. */
  private static final Duration TROUBLED = Duration.ofSeconds(30);

  private static final Duration CLOSING = Duration.ofSeconds(30);

  /** Why a request could not be stored, and when. */
  private record Trouble(String line, long nanos) {}

  private final Inbox inbox;
  private final TenantAdministration administration;
  private final Limits limits;
  private final WaitingRoom room;
  private final Pace pace;
  private final Metrics metrics;
  private final RecentKeys refused = new RecentKeys();
  private volatile boolean closing;
  private volatile Optional<Trouble> trouble = Optional.empty();

  Door(
      Inbox inbox,
      TenantAdministration administration,
      Limits limits,
      WaitingRoom room,
      Pace pace,
      Metrics metrics) {
    this.inbox = inbox;
    this.administration = administration;
    this.limits = limits;
    this.room = room;
    this.pace = pace;
    this.metrics = metrics;
  }

  Admission admit(Request request) {
    long start = System.nanoTime();
    try {
      var admission = decide(request);
      if (admission instanceof Admission.Accepted) {
        metrics.time(Time.ADMISSION, Duration.ofNanos(System.nanoTime() - start));
        trouble = Optional.empty();
      }
      return admission;
    } catch (StoreException e) {
      metrics.count(Count.NOT_STORED);
      trouble = Optional.of(new Trouble(String.valueOf(e.getMessage()), System.nanoTime()));
      throw e;
    }
  }

  private Admission decide(Request request) {
    if (refused.containsAny(request.keys()) || inbox.isKnown(request.keys())) {
      return duplicate();
    }
    var settings = administration.settings(request.tenant());
    boolean isPrivate = request.wantsPrivate().orElse(settings.privateByDefault());
    return refusal(request, settings).orElseGet(() -> accept(request, isPrivate));
  }

  /** Why a request does not get a place; empty once it has one. */
  private Optional<Admission> refusal(Request request, TenantSettings settings) {
    var tenant = request.tenant();
    if (!settings.allows(request.channel())) {
      return refuse(
          request,
          Count.NOT_HERE,
          new Admission.NotHere(
              "I do not answer in this channel: the admins here have chosen others."));
    }
    if (closing) {
      return refuse(request, Count.BUSY, new Admission.Busy(CLOSING));
    }
    var wait = limits.take(tenant, request.user());
    if (wait.isPresent()) {
      return refuse(request, Count.LIMITED, new Admission.Limited(wait.get()));
    }
    if (!room.enter(tenant)) {
      limits.giveBack(tenant, request.user());
      return refuse(request, Count.BUSY, new Admission.Busy(pace.of(room.taken())));
    }
    return Optional.empty();
  }

  private Optional<Admission> refuse(Request request, Count count, Admission admission) {
    metrics.count(count);
    refused.add(request.keys());
    return Optional.of(admission);
  }

  /** Stores a request that has a place. */
  private Admission accept(Request request, boolean isPrivate) {
    var id = OptionalLong.empty();
    try {
      id = inbox.accept(request, isPrivate);
    } finally {
      if (id.isEmpty()) {
        room.leave(request.tenant());
        limits.giveBack(request.tenant(), request.user());
      }
    }
    if (id.isEmpty()) {
      return duplicate();
    }
    metrics.count(Count.ACCEPTED);
    room.put(
        new Pending(id.getAsLong(), request, isPrivate, Optional.empty(), 0, Instant.EPOCH, false));
    return new Admission.Accepted(isPrivate);
  }

  private Admission duplicate() {
    metrics.count(Count.DUPLICATE);
    return new Admission.Duplicate();
  }

  /** {@link Health.State#DOWN} while requests cannot be stored. */
  Health health() {
    return trouble
        .filter(t -> System.nanoTime() - t.nanos() < TROUBLED.toNanos())
        .map(t -> Health.down(t.line()))
        .orElseGet(() -> Health.up("answering, " + room.taken() + " requests under way"));
  }

  /** Lets nobody in from now on; returns whether it did before. */
  synchronized boolean close() {
    boolean open = !closing;
    closing = true;
    return open;
  }
}
