package dev.footnote.discord;

import dev.footnote.core.service.Desk;
import dev.footnote.core.service.TenantId;
import java.util.Optional;

/**
 * An answer that a control stands for. One that a server's member was sent directly is the server's
 * all the same; below it, the direct channel remembers whose it is, so that nobody else can name
 * it.
 */
record KeptAnswer(TenantId tenant, String id) {

  private static final String REMEMBERED = "#";

  /** What controls at {@code place} call an answer of {@code tenant}; 1 to 26 characters. */
  static String name(Desk desk, TenantId place, TenantId tenant, String answer) {
    return place.equals(tenant)
        ? answer
        : REMEMBERED + desk.remember(place, tenant.id() + " " + answer);
  }

  /** What {@code name} means at {@code place}; empty if nothing, or too long ago. */
  static Optional<KeptAnswer> of(Desk desk, TenantId place, String name) {
    return name.startsWith(REMEMBERED)
        ? desk.recall(place, name.substring(REMEMBERED.length()))
            .map(text -> text.split(" ", 2))
            .map(words -> new KeptAnswer(new TenantId(place.platform(), words[0]), words[1]))
        : Optional.of(new KeptAnswer(place, name));
  }
}
