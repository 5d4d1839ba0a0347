package dev.footnote.discord;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs shards in one after the other, within the ration, at the gateway that the settings name.
 * What JDA resumes does not come by here.
 */
final class Sessions extends SessionControllerAdapter {

  private static final Logger log = LoggerFactory.getLogger(Sessions.class);

  private final Optional<DiscordSettings.Endpoints> endpoints;
  private final DiscordRest rest;
  private final LoginRation ration;
  private final InstantSource clock;
  private final Consumer<Duration> waits;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A login that waits for its turn. */
  private final class Rationed implements SessionConnectNode {
    private final SessionConnectNode node;

    Rationed(SessionConnectNode node) {
      this.node = node;
    }

    @Override
    public boolean isReconnect() {
      return node.isReconnect();
    }

    @Override
    public JDA getJDA() {
      return node.getJDA();
    }

    @Override
    public JDA.ShardInfo getShardInfo() {
      return node.getShardInfo();
    }

    @Override
    public void run(boolean isLast) throws InterruptedException {
      if (isAllowed()) {
        node.run(isLast);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rationed r && node.equals(r.node);
    }

    @Override
    public int hashCode() {
      return node.hashCode();
    }
  }

  /**
   * @param waits is told how long the next login has to wait
   */
  Sessions(
      Optional<DiscordSettings.Endpoints> endpoints,
      DiscordRest rest,
      LoginRation ration,
      InstantSource clock,
      Consumer<Duration> waits) {
    this.endpoints = endpoints;
    this.rest = rest;
    this.ration = ration;
    this.clock = clock;
    this.waits = waits;
  }

  /** JDA asks nobody for the gateway at a login: it is a constant, unless it is said here. */
  @Override
  public String getGateway() {
    return endpoints.map(e -> e.gateway().toString()).orElseGet(super::getGateway);
  }

  @Override
  public void appendSession(SessionConnectNode node) {
    super.appendSession(node instanceof Rationed ? node : new Rationed(node));
  }

  @Override
  public void removeSession(SessionConnectNode node) {
    super.removeSession(node instanceof Rationed ? node : new Rationed(node));
  }

  /** Logs in no more; who waits for that waits no longer. */
  void close() {
    closed.countDown();
  }

  /** Waits for a login; false if none is wanted any more. */
  private boolean isAllowed() throws InterruptedException {
    readLimit();
    for (var wait = ration.take(clock.instant());
        !wait.isZero();
        wait = ration.take(clock.instant())) {
      log.warn("discord: no more logins for now, the next in {}", wait);
      waits.accept(wait);
      if (closed.await(wait.toMillis() + 1, TimeUnit.MILLISECONDS)) {
        return false;
      }
      readLimit();
    }
    return closed.getCount() > 0;
  }

  private void readLimit() {
    try {
      var limit = rest.get("gateway/bot").object().getObject("session_start_limit");
      ration.limit(
          limit.getInt("remaining"),
          Duration.ofMillis(limit.getLong("reset_after")),
          clock.instant());
    } catch (IOException | IllegalStateException e) {
      log.warn("discord: the logins left are unknown: {}", Failures.describe(e));
    }
  }
}
