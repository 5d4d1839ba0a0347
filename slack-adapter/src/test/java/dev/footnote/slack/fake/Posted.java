package dev.footnote.slack.fake;

import com.google.gson.JsonArray;

/**
 * A message that Slack has.
 *
 * @param thread empty outside threads
 * @param onlyFor the member who alone sees it; empty for all
 */
public record Posted(
    String team,
    String channel,
    String thread,
    String ts,
    String onlyFor,
    String text,
    JsonArray blocks) {

  public String seen() {
    return SlackScreen.of(blocks).seen();
  }
}
