package dev.footnote.core.service;

import java.util.Set;

/** One thing that an administrator wants settled otherwise. */
public sealed interface SettingsChange {

  /** Whether only the asker sees an answer by default. */
  record PrivateByDefault(boolean isPrivate) implements SettingsChange {}

  /**
   * Where the bot answers.
   *
   * @param channels ids; empty for all
   */
  record Channels(Set<String> channels) implements SettingsChange {
    public Channels {
      channels = Set.copyOf(channels);
    }
  }

  /** How much an answer says. */
  record Length(AnswerLength length) implements SettingsChange {}

  /**
   * What {@code latest} and suggestions keep to.
   *
   * @param topics ids, as {@link Suggestions#topics} has them; empty for all
   */
  record Topics(Set<String> topics) implements SettingsChange {
    public Topics {
      topics = Set.copyOf(topics);
    }
  }
}
