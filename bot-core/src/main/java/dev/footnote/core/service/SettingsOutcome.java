package dev.footnote.core.service;

/** What became of an attempt to change settings; either leaves an audit line. */
public sealed interface SettingsOutcome {

  /** The settings as they are now. */
  TenantSettings settings();

  /** Stored, and in force. */
  record Changed(TenantSettings settings) implements SettingsOutcome {}

  /**
   * Nothing was changed.
   *
   * @param why one sentence for whoever tried
   */
  record Refused(TenantSettings settings, String why) implements SettingsOutcome {}
}
