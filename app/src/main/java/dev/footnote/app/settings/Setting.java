package dev.footnote.app.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be set, in the settings file or the environment. */
public enum Setting {
  DATA("data", "./data", "the data folder"),
  CURATED("curated", "true", "whether the curated stories answer too (`--no-curated`: no)"),
  EMBEDDINGS(
      "embeddings", "true", "whether passages are also found by meaning, not only by their words"),
  TIME_ZONE("time-zone", "the system's", "where “today” is, such as `Europe/Berlin`"),
  HTTP_PORT(
      "http-port", "none", "`serve`: the port of `/healthz`, `/readyz`, `/metrics` and Slack"),
  HTTP_HOST(
      "http-host", "127.0.0.1", "`serve`: the address it listens on; `0.0.0.0` in a container"),
  USER_LIMIT("user-limit", "20", "`serve`: questions a minute that one user may ask"),
  TENANT_LIMIT(
      "tenant-limit", "600", "`serve`: questions a minute that a server or workspace may ask"),
  KEEP_DAYS("keep-days", "30", "`serve`: days that answers and feedback are kept"),
  SLACK_API_URL("slack-api-url", "Slack's", "`serve`: such as `http://host/api/`"),
  DISCORD_API_URL("discord-api-url", "Discord's", "`serve`: such as `http://host/api/v10/`"),
  DISCORD_GATEWAY_URL("discord-gateway-url", "Discord's", "`serve`: such as `ws://host/`"),
  DISCORD_SHARDS(
      "discord-shards",
      "0/1",
      "`serve`: this process's connections to Discord out of all, such as `0-3/16`; one for 2,500"
          + " servers");

  private final String key;
  private final String fallback;
  private final String meaning;

  Setting(String key, String fallback, String meaning) {
    this.key = key;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  /** The setting that the file calls {@code key}. */
  public static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  /** Its name in the settings file. */
  public String key() {
    return key;
  }

  /** Its name in the environment. */
  public String variable() {
    return "FOOTNOTE_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Its value where nobody sets it, in words. */
  public String fallback() {
    return fallback;
  }

  /** What it is for, in words. */
  public String meaning() {
    return meaning;
  }
}
