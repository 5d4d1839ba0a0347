package dev.footnote.app.serve;

import dev.footnote.app.engine.Engine;
import dev.footnote.app.platform.ChatPlatform.Ready;
import dev.footnote.app.serve.HttpEndpoints.Text;
import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.app.settings.Settings;
import dev.footnote.core.service.Bot;
import dev.footnote.core.service.DeskSettings;
import dev.footnote.core.service.DeskSettings.Rate;
import dev.footnote.core.service.DurableDesk;
import dev.footnote.core.service.Health;
import dev.footnote.core.service.Routes;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: a desk, a bot on each platform that is set up, and the HTTP endpoints. Safe
 * for use by several threads.
 */
public final class Service implements AutoCloseable {

  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private final DurableDesk desk;
  private final Map<String, Bot> bots = new LinkedHashMap<>();
  private final @Nullable HttpEndpoints http;
  private final Map<String, Health> last = new LinkedHashMap<>();

  private Service(DurableDesk desk, @Nullable HttpEndpoints http) {
    this.desk = desk;
    this.http = http;
  }

  /**
   * Starts everything.
   *
   * @throws ServiceException if a port is taken or a platform's part cannot start
   */
  public static Service start(
      Engine engine, Settings settings, List<Ready> platforms, InstantSource clock) {
    var desk =
        new DurableDesk(
            deskSettings(settings.service()),
            engine.service(),
            engine.answering(),
            engine.search(),
            engine.knowledge(),
            clock,
            settings.timeZone());
    HttpEndpoints http;
    try {
      http = http(settings.service());
    } catch (ServiceException e) {
      desk.close();
      throw e;
    }
    var service = new Service(desk, http);
    try {
      for (var platform : platforms) {
        service.bots.put(
            platform.name(), platform.start(desk, service.routes(platform.name()), clock));
      }
      service.show();
      desk.start();
      desk.prepareSuggestions();
      return service;
    } catch (IllegalArgumentException e) {
      service.close();
      throw new ServiceException(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private static DeskSettings deskSettings(ServiceSettings settings) {
    return DeskSettings.standard(Runtime.getRuntime().availableProcessors())
        .withLimits(
            rate(settings.userLimit(), settings.userLimit() / 2),
            rate(settings.tenantLimit(), settings.tenantLimit() / 6))
        .withKeep(Duration.ofDays(settings.keepDays()));
  }

  /** At once a share of what a minute allows, but a few, and never more than that. */
  private static Rate rate(int perMinute, int share) {
    return new Rate(Math.min(perMinute, Math.max(3, share)), perMinute);
  }

  private static @Nullable HttpEndpoints http(ServiceSettings settings) {
    if (settings.httpPort().isEmpty()) {
      return null;
    }
    int port = settings.httpPort().getAsInt();
    try {
      var http = HttpEndpoints.open(settings.httpHost(), port);
      LOG.info("Listening on {}:{}", settings.httpHost(), http.port());
      return http;
    } catch (IOException | RuntimeException e) {
      throw new ServiceException(
          "http: cannot listen on %s:%d (%s); choose others with FOOTNOTE_HTTP_HOST and"
                  .formatted(settings.httpHost(), port, e.getMessage())
              + " FOOTNOTE_HTTP_PORT");
    }
  }

  private Routes routes(String platform) {
    return (path, handler) -> {
      if (http == null) {
        LOG.info("{} serves {} only where FOOTNOTE_HTTP_PORT is set", platform, path);
      } else {
        http.add(path, handler);
      }
    };
  }

  private void show() {
    if (http != null) {
      http.show("/healthz", () -> Text.plain(200, "ok\n"));
      http.show("/readyz", this::ready);
      http.show(
          "/metrics", () -> new Text(200, "text/plain; version=0.0.4; charset=utf-8", metrics()));
    }
  }

  /** Whether requests are taken and answered: 503 until the desk and every bot are up. */
  private Text ready() {
    var health = health();
    boolean up = health.values().stream().allMatch(Health::isUp);
    var lines =
        health.entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue().state() + ": " + e.getValue().line() + "\n")
            .collect(Collectors.joining());
    return Text.plain(up ? 200 : 503, lines);
  }

  private String metrics() {
    var text = new StringBuilder(desk.metrics());
    text.append("# TYPE footnote_up gauge\n");
    health()
        .forEach((part, health) ->
            text.append("footnote_up{part=\"")
                .append(part)
                .append("\"} ")
                .append(health.isUp() ? 1 : 0)
                .append('\n'));
    return text.toString();
  }

  /** How each part is, by its name. */
  public Map<String, Health> health() {
    var health = new LinkedHashMap<String, Health>();
    health.put("desk", desk.health());
    bots.forEach((name, bot) -> health.put(name, bot.health()));
    return health;
  }

  /** The port of the HTTP endpoints; 0 if there are none. */
  int port() {
    return http == null ? 0 : http.port();
  }

  /**
   * Returns when {@code stop} says so, and tells in the log how the parts are whenever that
   * changes.
   *
   * @throws ServiceException if every platform has ended for good
   */
  public void watch(CountDownLatch stop) throws InterruptedException {
    do {
      if (!bots.isEmpty()
          && bots.values().stream().allMatch(b -> b.health().state() == Health.State.FAILED)) {
        throw new ServiceException(
            bots.values().stream().map(b -> b.health().line()).collect(Collectors.joining("\n")));
      }
      for (var part : health().entrySet()) {
        var before = last.put(part.getKey(), part.getValue());
        if (before == null || before.state() != part.getValue().state()) {
          tell(part.getKey(), part.getValue(), before == null);
        }
      }
    } while (!stop.await(WATCH.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static void tell(String part, Health health, boolean first) {
    switch (health.state()) {
      case UP -> LOG.info("{} is up: {}", part, health.line());
      case DOWN -> {
        if (first) {
          LOG.info("{} is not up yet: {}", part, health.line());
        } else {
          LOG.warn("{} is down: {}", part, health.line());
        }
      }
      case FAILED -> LOG.error("{} has ended: {}", part, health.line());
    }
  }

  /** Takes no more, finishes what is under way or leaves it to the next start, then disconnects. */
  @Override
  public void close() {
    bots.values().forEach(Bot::stopTaking);
    desk.close();
    bots.values().forEach(Bot::close);
    if (http != null) {
      http.close();
    }
  }
}
