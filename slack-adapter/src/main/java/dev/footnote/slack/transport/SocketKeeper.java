package dev.footnote.slack.transport;

import dev.footnote.core.service.Health;
import dev.footnote.core.service.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection of Socket Mode alive: a second one opens before Slack takes the first away,
 * never a third, and what fails is tried again after a growing pause.
 *
 * <p>Bolt's own client is not used: it acknowledges on whatever connection is current, cannot drop
 * one that is dead, and was seen to reconnect without pause (slackapi/java-slack-sdk issue 1256).
 */
public final class SocketKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SocketKeeper.class);

  /**
   * How patient it is.
   *
   * @param asking for the address of a connection
   * @param greeting for Slack's hello
   * @param silence see {@link SlackSocket}
   * @param pause before the second try
   * @param longestPause before any later one
   * @param settled after which a connection counts as good, and the pauses start anew
   * @param parting for the last acknowledgements of a connection that was replaced
   */
  public record Patience(
      Duration asking,
      Duration greeting,
      Duration silence,
      Duration pause,
      Duration longestPause,
      Duration settled,
      Duration parting) {

    /** Back within 15 seconds of whatever happened. */
    public static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            Duration.ofMillis(500),
            Duration.ofSeconds(8),
            Duration.ofSeconds(20),
            Duration.ofSeconds(3));
  }

  private sealed interface Signal {
    record Replace(SlackSocket socket, String reason) implements Signal {}

    record Ended(SlackSocket socket) implements Signal {}

    record Stop() implements Signal {}
  }

  /** The connection could not be had, and trying again will not help. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String error) {
      super(error);
    }
  }

  private final WebApi api;
  private final Secret appToken;
  private final SlackIntake intake;
  private final Patience patience;
  private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final SlackSocket.Listener listener =
      new SlackSocket.Listener() {
        @Override
        public void onDisconnect(SlackSocket socket, String reason) {
          signals.add(new Signal.Replace(socket, reason));
        }

        @Override
        public void onEnd(SlackSocket socket) {
          signals.add(new Signal.Ended(socket));
        }
      };
  private final Thread thread;
  private volatile Health health = Health.down("Slack: connecting");

  private @Nullable SlackSocket current;
  private long since;
  private int failures;

  private SocketKeeper(WebApi api, Secret appToken, SlackIntake intake, Patience patience) {
    this.api = api;
    this.appToken = appToken;
    this.intake = intake;
    this.patience = patience;
    this.thread = Thread.ofVirtual().name("slack-socket").unstarted(this::run);
  }

  public static SocketKeeper start(
      WebApi api, Secret appToken, SlackIntake intake, Patience patience) {
    var keeper = new SocketKeeper(api, appToken, intake, patience);
    keeper.thread.start();
    return keeper;
  }

  public Health health() {
    return health;
  }

  /** Ends the connection, after what was taken in is acknowledged. */
  @Override
  public void close() {
    signals.add(new Signal.Stop());
    try {
      if (!thread.join(patience.parting().multipliedBy(2).plus(patience.greeting()))) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (current == null ? connect() : listen(current)) {
        // Each turn changes the state or waits.
      }
    } catch (RefusedException e) {
      var line =
          "Slack: SLACK_APP_TOKEN is refused ("
              + e.getMessage()
              + "); make an app-level token with connections:write, and start again";
      health = Health.failed(line);
      LOG.error("{}", line);
    } catch (InterruptedException e) {
      LOG.debug("Socket Mode was interrupted");
    }
    if (current != null) {
      current.drop();
    }
  }

  /** Tries once to have a connection; false to stop. */
  private boolean connect() throws InterruptedException, RefusedException {
    if (failures > 0 && !pause(backOff())) {
      return false;
    }
    var socket = open();
    if (socket != null) {
      use(socket);
    }
    return true;
  }

  private boolean listen(SlackSocket socket) throws InterruptedException, RefusedException {
    switch (signals.take()) {
      case Signal.Stop s -> {
        socket.end(patience.parting());
        current = null;
        return false;
      }
      case Signal.Ended ended -> {
        if (ended.socket() == socket) {
          lost("the connection ended");
        }
      }
      case Signal.Replace replace -> {
        if (replace.socket() == socket) {
          replace(socket, replace.reason());
        }
      }
    }
    return true;
  }

  private void replace(SlackSocket old, String reason)
      throws InterruptedException, RefusedException {
    if (reason.equals("link_disabled")) {
      LOG.warn("Slack: Socket Mode is switched off; switch it on in the app's settings");
    }
    if (!reason.equals("warning") && !reason.equals("refresh_requested")) {
      old.end(patience.parting());
      lost(reason);
      return;
    }
    var socket = open();
    if (socket == null) {
      // The old one may go on for a while; when it ends, the pauses apply.
      return;
    }
    use(socket);
    old.end(patience.parting());
  }

  private void use(SlackSocket socket) {
    current = socket;
    since = System.nanoTime();
    health = Health.up("Slack: connected by Socket Mode");
    LOG.info("Connected to Slack by Socket Mode");
  }

  private void lost(String why) {
    current = null;
    var lived = Duration.ofNanos(System.nanoTime() - since);
    failures = lived.compareTo(patience.settled()) >= 0 ? 0 : failures + 1;
    health = Health.down("Slack: not connected (" + why + "); trying again");
    LOG.info("Lost the connection to Slack, {}", why);
  }

  /** A greeted connection, or null; a failure counts. */
  private @Nullable SlackSocket open() throws InterruptedException, RefusedException {
    switch (api.call("apps.connections.open", appToken, Map.of(), patience.asking())) {
      case ApiAnswer.Ok ok -> {
        var socket =
            new SlackSocket(URI.create(ok.text("url")), intake, listener, patience.silence());
        if (socket.open(patience.greeting())) {
          return socket;
        }
        socket.drop();
        failed("Slack did not greet");
      }
      case ApiAnswer.Limited limited -> {
        failed("too many connections were asked for");
        pause(limited.after());
      }
      case ApiAnswer.Refused refused -> {
        if (refused.error().matches("(?:.*_auth.*|.*token.*|missing_scope|account_.*)")) {
          throw new RefusedException(refused.error());
        }
        failed(refused.error());
      }
      case ApiAnswer.Unreached unreached -> failed(unreached.why());
      case ApiAnswer.Lost lost -> failed(lost.why());
    }
    return null;
  }

  private void failed(String why) {
    failures++;
    if (current == null) {
      health = Health.down("Slack: not connected (" + why + "); trying again");
    }
    LOG.info("No connection to Slack, tries={}, {}", failures, why);
  }

  private Duration backOff() {
    long longest = patience.longestPause().toMillis();
    long pause = Math.min(longest, patience.pause().toMillis() << Math.min(failures - 1, 16));
    return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
  }

  /** Waits; false if it is to stop. Signals of connections that are gone are dropped. */
  private boolean pause(Duration duration) throws InterruptedException {
    var until = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = until - System.nanoTime()) {
      var signal = signals.poll(left, TimeUnit.NANOSECONDS);
      if (signal instanceof Signal.Stop) {
        signals.add(signal);
        return false;
      }
      if (signal instanceof Signal.Ended ended && ended.socket() == current) {
        lost("the connection ended");
      }
    }
    return true;
  }
}
