package dev.footnote.core.service;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests for tests. */
final class Requests {

  static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");
  static final TenantId ACME = new TenantId("test", "acme");
  static final TenantId OTHER = new TenantId("test", "other");

  private Requests() {}

  /** A question that is answered, of its own user in its own conversation. */
  static Request ask(String key) {
    return ask(ACME, "user-" + key, key);
  }

  static Request ask(TenantId tenant, String user, String... keys) {
    return of(tenant, user, Command.Ask.of("How much did Acme spend? " + keys[0]), NOON, keys);
  }

  static Request of(
      TenantId tenant, String user, Command command, Instant received, String... keys) {
    return new Request(
        List.of(keys),
        tenant,
        "C1",
        user,
        new ConversationId(tenant + ":" + user),
        command,
        Optional.empty(),
        false,
        "{\"to\":\"" + keys[0] + "\"}",
        received);
  }
}
