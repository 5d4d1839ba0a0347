package dev.footnote.core.service;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asked of the bot on a platform.
 *
 * @param keys names of this request on its platform, such as {@code slack:event:T1:Ev1} and {@code
 *     slack:message:T1:C1:1717.0001}; at least one. A request that shares any key with an earlier
 *     one, within 24 hours and across restarts, is a duplicate. They hold no text that was typed
 * @param channel the channel that a tenant's settings speak of; empty for direct messages, of which
 *     they do not
 * @param conversation holds the tenant; a thread, a direct message channel or a chain of replies
 * @param wantsPrivate what the asker chose; empty for the tenant's setting
 * @param administrator whether the platform says that the user may change settings
 * @param address where the reply goes, in the adapter's own form. It may hold short-lived secrets:
 *     stored, erased once the request is done, never logged
 * @param received when it arrived here
 */
public record Request(
    List<String> keys,
    TenantId tenant,
    String channel,
    String user,
    ConversationId conversation,
    Command command,
    Optional<Boolean> wantsPrivate,
    boolean administrator,
    String address,
    Instant received) {

  public Request {
    keys = keys.stream().distinct().toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("request: needs a key, or duplicates go unnoticed");
    }
  }

  /** Its keys and no more: neither what was typed nor where the reply goes. */
  @Override
  public String toString() {
    return "Request" + keys;
  }
}
