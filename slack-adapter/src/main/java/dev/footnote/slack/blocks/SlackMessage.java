package dev.footnote.slack.blocks;

import com.google.gson.JsonArray;

/**
 * One message as it is posted.
 *
 * @param text the fallback for notifications and screen readers, escaped, at most 4000 characters
 * @param blocks at most 50
 */
public record SlackMessage(String text, JsonArray blocks) {

  /** The blocks as JSON. */
  public String blocksJson() {
    return Kit.json(blocks);
  }
}
