package dev.footnote.core.service;

import java.util.Set;

/**
 * What a tenant's administrators settled.
 *
 * @param privateByDefault whether only the asker sees an answer, unless they choose otherwise
 * @param channels ids of the channels where the bot answers; empty for all. Direct messages are
 *     always answered
 * @param topics ids of the topics that {@code latest} and suggestions keep to; empty for all
 */
public record TenantSettings(
    boolean privateByDefault, Set<String> channels, AnswerLength length, Set<String> topics) {

  /** Where nothing was settled. */
  public static final TenantSettings DEFAULT =
      new TenantSettings(false, Set.of(), AnswerLength.NORMAL, Set.of());

  public TenantSettings {
    channels = Set.copyOf(channels);
    topics = Set.copyOf(topics);
  }

  /**
   * Whether the bot answers there.
   *
   * @param channel as {@link Request#channel}
   */
  boolean allows(String channel) {
    return channels.isEmpty() || channel.isEmpty() || channels.contains(channel);
  }
}
