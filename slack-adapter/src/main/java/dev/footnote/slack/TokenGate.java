package dev.footnote.slack;

import dev.footnote.core.service.TenantId;
import dev.footnote.slack.transport.ApiAnswer;
import dev.footnote.slack.transport.Workspaces;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets two calls at a time use a workspace's token, in order: once Slack refuses it, at most the
 * other one that is under way is made besides, however much waits. Two at a time are more than the
 * posts that Slack takes of one workspace. Safe for use by several threads.
 */
final class TokenGate {

  private static final int AT_A_TIME = 2;

  private final Workspaces workspaces;
  private final Map<TenantId, Semaphore> gates = new ConcurrentHashMap<>();

  TokenGate(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** Runs {@code call} in its turn, if the workspace's token may be used by then. */
  ApiAnswer pass(TenantId tenant, Supplier<ApiAnswer> call) {
    var gate = gates.computeIfAbsent(tenant, t -> new Semaphore(AT_A_TIME, true));
    try {
      gate.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ApiAnswer.Unreached("closing");
    }
    try {
      return workspaces.of(tenant).isEmpty()
          ? new ApiAnswer.Refused("token_revoked", "")
          : call.get();
    } finally {
      gate.release();
    }
  }
}
