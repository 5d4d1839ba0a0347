package dev.footnote.discord;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Interactions whose first response is under way. Discord takes nothing else for an interaction
 * before it, and an answer may well be ready earlier. Safe for use by several threads.
 */
final class Acknowledgements {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Map<String, CompletableFuture<Boolean>> open = new ConcurrentHashMap<>();

  /**
   * A first response for {@code interaction} is about to be sent.
   *
   * @return false if one is under way already, as Discord told of the interaction twice
   */
  boolean begin(String interaction) {
    return open.putIfAbsent(interaction, new CompletableFuture<>()) == null;
  }

  /** Discord took it, or not. */
  void end(String interaction, boolean taken) {
    var response = open.remove(interaction);
    if (response != null) {
      response.complete(taken);
    }
  }

  /**
   * Waits for the first response.
   *
   * @return false if Discord did not take it; true if it did or nothing is known of it, as after a
   *     restart
   */
  boolean await(String interaction) throws InterruptedException {
    var response = open.get(interaction);
    if (response == null) {
      return true;
    }
    try {
      return response.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
