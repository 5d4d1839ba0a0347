package dev.footnote.core.service;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the service counts and times, in the text format that Prometheus reads (version 0.0.4). No
 * label tells of a tenant or user. Safe for use by several threads.
 */
final class Metrics {

  /** What is counted. */
  enum Count {
    ACCEPTED("requests accepted"),
    DUPLICATE("requests that were here before"),
    BUSY("requests refused because too much was waiting"),
    LIMITED("requests refused because of a user's or tenant's limit"),
    NOT_HERE("requests refused because of their channel"),
    NOT_STORED("requests refused because they could not be stored"),
    ANSWERED("requests answered"),
    FAILED("requests answered with an apology because answering failed"),
    DELIVERED("replies that the platform accepted"),
    RETRIED("deliveries put off"),
    GONE("replies that nobody could receive any more"),
    UNCONFIRMED("replies that may or may not have arrived");

    private final String help;

    Count(String help) {
      this.help = help;
    }
  }

  /** What is timed. */
  enum Time {
    ADMISSION("from a request's arrival to its acceptance"),
    ANSWER("finding and writing an answer"),
    DELIVERY("one attempt to deliver"),
    TOTAL("from a request's acceptance to its delivery");

    private final String help;

    Time(String help) {
      this.help = help;
    }
  }

  /** Upper bounds in seconds. */
  private static final double[] BOUNDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10, 30, 60
  };

  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
  private final Map<Time, Histogram> times = new EnumMap<>(Time.class);

  Metrics() {
    for (var count : Count.values()) {
      counts.put(count, new LongAdder());
    }
    for (var time : Time.values()) {
      times.put(time, new Histogram());
    }
  }

  void count(Count what) {
    counts.getOrDefault(what, new LongAdder()).increment();
  }

  void time(Time what, Duration took) {
    times.getOrDefault(what, new Histogram()).add(took);
  }

  /**
   * @param gauges what is as it is now, by name
   */
  String text(Map<String, Long> gauges) {
    var text = new StringBuilder();
    counts.forEach((count, value) -> {
      var name = "footnote_" + count.name().toLowerCase(Locale.ROOT) + "_total";
      head(text, name, "counter", count.help);
      text.append(name).append(' ').append(value.sum()).append('\n');
    });
    gauges.forEach((gauge, value) -> {
      var name = "footnote_" + gauge;
      text.append("# TYPE ").append(name).append(" gauge\n");
      text.append(name).append(' ').append(value).append('\n');
    });
    times.forEach((time, histogram) -> {
      var name = "footnote_" + time.name().toLowerCase(Locale.ROOT) + "_seconds";
      head(text, name, "histogram", time.help);
      histogram.write(text, name);
    });
    return text.toString();
  }

  private static void head(StringBuilder text, String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static final class Histogram {

    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
      for (var i = 0; i < buckets.length; i++) {
        buckets[i] = new LongAdder();
      }
    }

    void add(Duration took) {
      nanos.add(took.toNanos());
      var bucket = 0;
      while (bucket < BOUNDS.length && took.toNanos() > BOUNDS[bucket] * 1e9) {
        bucket++;
      }
      buckets[bucket].increment();
    }

    void write(StringBuilder text, String name) {
      long sum = 0;
      for (var i = 0; i < buckets.length; i++) {
        sum += buckets[i].sum();
        var bound = i < BOUNDS.length ? String.valueOf(BOUNDS[i]) : "+Inf";
        text.append(name).append("_bucket{le=\"").append(bound).append("\"} ").append(sum);
        text.append('\n');
      }
      text.append(name).append("_sum ").append(nanos.sum() / 1e9).append('\n');
      text.append(name).append("_count ").append(sum).append('\n');
    }
  }
}
