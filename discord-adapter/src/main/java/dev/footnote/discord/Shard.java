package dev.footnote.discord;

import dev.footnote.core.service.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.IEventManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the gateway: hands each event to a virtual thread of its own, and keeps JDA
 * from hammering.
 *
 * <p>JDA calls {@link #handle} for a disconnect on the thread that is about to reconnect, so
 * waiting there is what delays it.
 */
final class Shard implements IEventManager {

  /** What handles events; may block and throw. */
  @FunctionalInterface
  interface Handler {
    void handle(GenericEvent event) throws Exception;
  }

  private static final Logger log = LoggerFactory.getLogger(Shard.class);

  private static final Duration LAST_REQUESTS = Duration.ofSeconds(3);

  /** What to do about the close codes after which Discord wants no reconnect. */
  private static final Map<Integer, String> FATAL =
      Map.of(
          4004, "the token was refused; set DISCORD_TOKEN to the bot's current token",
          4010, "Discord knows no such shard; correct discord-shards",
          4011, "too many servers for so few shards; raise the total in discord-shards",
          4012, "this version of the gateway is no longer offered; update Footnote",
          4013, "the intents are invalid; update Footnote",
          4014, "an intent is not allowed; update Footnote, which needs none that is privileged");

  private final int id;
  private final Handler handler;
  private final ExecutorService threads;
  private final InstantSource clock;
  private final ReconnectPace pace;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Health health = Health.down("Discord: connecting");
  private volatile @Nullable JDA jda;
  private volatile boolean ready;

  /** Since when the present connection has its session; taken when it ends. */
  private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();

  Shard(int id, Handler handler, ExecutorService threads, ReconnectPace pace, InstantSource clock) {
    this.id = id;
    this.handler = handler;
    this.threads = threads;
    this.pace = pace;
    this.clock = clock;
  }

  int id() {
    return id;
  }

  Health health() {
    return health;
  }

  /** The connection, once it is there. */
  Optional<JDA> jda() {
    JDA now = jda;
    if (now == null || !ready || now.getStatus() == JDA.Status.SHUTDOWN) {
      return Optional.empty();
    }
    return Optional.of(now);
  }

  void connected(JDA connection) {
    jda = connection;
    if (closing.getCount() == 0) {
      connection.shutdownNow();
    }
  }

  /** Says how it is, unless it ended for good. */
  synchronized void report(Health now) {
    if (health.state() != Health.State.FAILED) {
      health = now;
    }
  }

  /** Says why it is not connected, if it is not. */
  synchronized void reportDown(String why) {
    if (!health.isUp()) {
      report(Health.down("Discord: " + why));
    }
  }

  /** Ends for good; its health says why, and whoever watches that tells of it, once. */
  void fail(String why) {
    report(Health.failed("Discord: " + why));
    closing.countDown();
    var connection = jda;
    if (connection != null) {
      connection.shutdown();
    }
  }

  boolean isClosed() {
    return closing.getCount() == 0;
  }

  /** Waits, but not beyond the end of this connection. */
  void await(Duration wait) {
    try {
      if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it; what is being sent still is, for a few seconds. */
  void close() {
    closing.countDown();
    var connection = jda;
    if (connection == null) {
      return;
    }
    connection.shutdown();
    try {
      if (!connection.awaitShutdown(LAST_REQUESTS)) {
        connection.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      connection.shutdownNow();
    }
  }

  @Override
  public void handle(GenericEvent event) {
    switch (event) {
      case SessionDisconnectEvent e -> disconnected(e);
      case ShutdownEvent e -> ended(e.getCode());
      case ReadyEvent e -> up(e);
      case SessionResumeEvent e -> up(e);
      case SessionRecreateEvent e -> up(e);
      default -> {
        // only what follows is for the handler
      }
    }
    if (!isIgnored(event)) {
      threads.execute(() -> run(event));
    }
  }

  private boolean isIgnored(GenericEvent event) {
    return isClosed()
        || event instanceof SessionDisconnectEvent
        || (event instanceof RawGatewayEvent raw && !Messages.isWithheldFromRoles(raw));
  }

  private void run(GenericEvent event) {
    try {
      handler.handle(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.error("discord: {} failed: {}", event.getClass().getSimpleName(), Failures.describe(e));
    }
  }

  private void up(GenericEvent event) {
    since.set(clock.instant());
    ready = true;
    report(Health.up("Discord: connected as " + event.getJDA().getSelfUser().getName()));
    log.info("discord: shard {} is connected", id);
  }

  private void disconnected(SessionDisconnectEvent event) {
    var frame = event.getServiceCloseFrame();
    int code = frame == null ? 1006 : frame.getCloseCode();
    if (FATAL.containsKey(code)) {
      fail("close code " + code + ": " + FATAL.get(code));
      return;
    }
    var wait = pace.next(clock.instant(), Optional.ofNullable(since.getAndSet(null)));
    if (!wait.isZero()) {
      report(Health.down("Discord: disconnected with code " + code + ", connecting again"));
      log.warn("discord: shard {} lost its connection, code {}, waits {}", id, code, wait);
      await(wait);
    }
  }

  private void ended(int code) {
    if (FATAL.containsKey(code)) {
      fail("close code " + code + ": " + FATAL.get(code));
    } else if (!isClosed() && jda != null) { // a login that failed ends its connection too
      fail("the connection was ended with code " + code + "; start Footnote again");
    }
  }

  @Override
  public void register(Object listener) {
    throw new UnsupportedOperationException("events go to one handler");
  }

  @Override
  public void unregister(Object listener) {
    throw new UnsupportedOperationException("events go to one handler");
  }

  @Override
  public List<Object> getRegisteredListeners() {
    return List.of();
  }
}
