package dev.footnote.core.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A platform that accepts everything, or does as it is told, and remembers what it was given. */
public final class ScriptedDelivery implements Delivery {

  private final List<Outgoing> delivered = new ArrayList<>();
  private Function<Outgoing, Outcome> behaviour =
      outgoing -> new Outcome.Delivered("m" + outgoing.id());

  private Function<Request, Optional<Outcome.Retry>> waiting = request -> Optional.empty();
  private int turns;

  /** Lets replies wait as {@code other} says from now on. */
  public synchronized ScriptedDelivery waiting(Function<Request, Optional<Outcome.Retry>> other) {
    waiting = other;
    return this;
  }

  /** How often it was asked whether it may deliver. */
  public synchronized int turns() {
    return turns;
  }

  @Override
  public synchronized Optional<Outcome.Retry> awaitTurn(Request request) {
    turns++;
    return waiting.apply(request);
  }

  /** Does as {@code behaviour} says from now on; what it throws is thrown. */
  public synchronized ScriptedDelivery doing(Function<Outgoing, Outcome> other) {
    behaviour = other;
    return this;
  }

  @Override
  public Outcome deliver(Outgoing outgoing) {
    Function<Outgoing, Outcome> now;
    synchronized (this) {
      delivered.add(outgoing);
      now = behaviour;
      notifyAll();
    }
    return now.apply(outgoing);
  }

  /** Every attempt so far, in order. */
  public synchronized List<Outgoing> attempts() {
    return List.copyOf(delivered);
  }

  /** Waits until there were {@code count} attempts, up to ten seconds. */
  public synchronized List<Outgoing> await(int count) throws InterruptedException {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (delivered.size() < count && System.nanoTime() < until) {
      wait(50);
    }
    return List.copyOf(delivered);
  }
}
