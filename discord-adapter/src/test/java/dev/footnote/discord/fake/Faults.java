package dev.footnote.discord.fake;

import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on purpose with requests. Safe for use by several threads. */
public final class Faults {

  /**
   * One kind of failure.
   *
   * @param route such as {@code POST /channels/.*}
   * @param afterwards whether the request takes effect before it fails
   * @param status 0 cuts the connection; -1 only delays
   */
  public record Fault(
      String route,
      AtomicInteger times,
      int status,
      Map<String, String> headers,
      String body,
      Duration delay,
      boolean afterwards) {}

  private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();

  /** The next {@code times} requests of {@code route} answer {@code status}. */
  public void answer(
      String route, int times, int status, Map<String, String> headers, String body) {
    faults.add(
        new Fault(route, new AtomicInteger(times), status, headers, body, Duration.ZERO, false));
  }

  /** The next {@code times} requests of {@code route} take effect but are answered so. */
  public void answerAfterwards(String route, int times, int status, String body) {
    faults.add(
        new Fault(route, new AtomicInteger(times), status, Map.of(), body, Duration.ZERO, true));
  }

  /** The next {@code times} requests of {@code route} take {@code delay} longer. */
  public void delay(String route, int times, Duration delay) {
    faults.add(new Fault(route, new AtomicInteger(times), -1, Map.of(), "", delay, false));
  }

  /** All is well again. */
  public void clear() {
    faults.clear();
  }

  Optional<Fault> next(String request) {
    for (Iterator<Fault> i = faults.iterator(); i.hasNext(); ) {
      var fault = i.next();
      if (request.matches(fault.route())) {
        int left = fault.times().decrementAndGet();
        if (left >= 0) {
          return Optional.of(fault);
        }
        i.remove();
      }
    }
    return Optional.empty();
  }
}
