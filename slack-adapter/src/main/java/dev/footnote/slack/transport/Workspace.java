package dev.footnote.slack.transport;

import dev.footnote.core.service.Secret;
import dev.footnote.core.service.TenantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * A workspace that installed the app.
 *
 * @param botUser the bot's user id
 * @param scopes what the token may do
 * @param administrators ids of the users who may change settings
 * @param installed when, to the second; the epoch where it is not known
 */
public record Workspace(
    TenantId tenant,
    Secret token,
    String botUser,
    Set<String> scopes,
    Set<String> administrators,
    Instant installed) {

  public Workspace {
    scopes = Set.copyOf(scopes);
    administrators = Set.copyOf(administrators);
  }

  /** This one, with {@code others} beside its administrators. */
  Workspace withAdministrators(Set<String> others) {
    var all = new HashSet<>(administrators);
    all.addAll(others);
    return new Workspace(tenant, token, botUser, scopes, all, installed);
  }

  public boolean may(String scope) {
    return scopes.contains(scope);
  }
}
