package dev.footnote.discord.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataObject;

/** One interaction and what the bot did with it. Guarded by its own monitor. */
public final class FakeInteraction {

  final String id;
  final String token;
  final String channel;
  final String user;
  final int type;
  final Instant sent = Instant.now();
  final Optional<String> onMessage;
  private Optional<Instant> acknowledged = Optional.empty();
  private Optional<DataObject> callback = Optional.empty();
  private Optional<String> original = Optional.empty();
  private boolean expired;

  FakeInteraction(
      String id, String token, String channel, String user, int type, Optional<String> onMessage) {
    this.id = id;
    this.token = token;
    this.channel = channel;
    this.user = user;
    this.type = type;
    this.onMessage = onMessage;
  }

  public String id() {
    return id;
  }

  public String token() {
    return token;
  }

  /** How long the first response took, if there was one. */
  public synchronized Optional<Duration> acknowledgedAfter() {
    return acknowledged.map(at -> Duration.between(sent, at));
  }

  /** The first response as it was sent. */
  public synchronized Optional<DataObject> callback() {
    return callback;
  }

  /** Whether only the user sees the answer. */
  public synchronized boolean isPrivate() {
    return callback
        .flatMap(c -> c.optObject("data"))
        .map(d -> (d.getInt("flags", 0) & 64) != 0)
        .orElse(false);
  }

  /** The message that {@code @original} names. */
  public synchronized Optional<String> original() {
    return original;
  }

  /** As 15 minutes later. */
  public synchronized void expire() {
    expired = true;
  }

  synchronized boolean isExpired() {
    return expired;
  }

  /** Takes the first response; false if there was one. */
  synchronized boolean acknowledge(DataObject body) {
    if (acknowledged.isPresent()) {
      return false;
    }
    acknowledged = Optional.of(Instant.now());
    callback = Optional.of(body);
    return true;
  }

  synchronized void original(String message) {
    original = Optional.of(message);
  }
}
