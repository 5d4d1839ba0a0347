package dev.footnote.core.conversation;

/**
 * Names one conversation: a thread, a direct message channel, a terminal session. An adapter puts
 * its tenant into it, so that tenants never meet.
 *
 * @param value for example {@code slack:T1:C2:1717400000.000100}
 */
public record ConversationId(String value) {

  public ConversationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("conversation id: is blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
