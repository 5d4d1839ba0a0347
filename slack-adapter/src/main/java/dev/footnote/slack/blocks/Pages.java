package dev.footnote.slack.blocks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills messages one after the other, none beyond what Slack takes. Not safe for several threads.
 */
final class Pages {

  /** Slack takes 50. */
  private static final int BLOCKS = 48;

  /** Slack takes 12,000 in all Markdown blocks of one message. */
  private static final int MARKDOWN = 9_000;

  /**
   * Characters of all blocks as JSON. Slack names no limit and refuses somewhat above 13,200
   * (slackapi/bolt-js issue 2509).
   */
  private static final int ALL = 12_000;

  /** Messages whose text is longer than 4,000 bytes can be posted but not edited. */
  private static final int TEXT = 3_000;

  private final List<SlackMessage> done = new ArrayList<>();
  private JsonArray blocks = new JsonArray();
  private final StringBuilder markdown = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private int size;
  private int markdownSize;

  /** Adds Markdown to the paragraph block that is open, or opens one. */
  void markdown(String chunk, String separator, String plain) {
    int length = jsonLength(chunk) + separator.length() * 2 + 40;
    if (markdownSize + chunk.length() + separator.length() > MARKDOWN || !fits(length)) {
      next();
    }
    if (!markdown.isEmpty()) {
      markdown.append(separator);
    }
    markdown.append(chunk);
    markdownSize += chunk.length() + separator.length();
    size += length;
    say(plain);
  }

  void block(JsonObject block, String plain) {
    int length = Kit.json(block).length() + 1;
    flush();
    if (!fits(length)) {
      next();
    }
    blocks.add(block);
    size += length;
    say(plain);
  }

  List<SlackMessage> done() {
    flush();
    if (!blocks.isEmpty()) {
      next();
    }
    return List.copyOf(done);
  }

  private boolean fits(int length) {
    return blocks.size() + 1 < BLOCKS && size + length <= ALL;
  }

  private void flush() {
    if (!markdown.isEmpty()) {
      blocks.add(Kit.markdown(markdown.toString()));
      markdown.setLength(0);
    }
  }

  private void next() {
    flush();
    if (blocks.isEmpty()) {
      return;
    }
    done.add(new SlackMessage(Kit.fit(text.toString().strip(), TEXT), blocks));
    blocks = new JsonArray();
    text.setLength(0);
    size = 0;
    markdownSize = 0;
  }

  private void say(String plain) {
    if (!plain.isEmpty() && text.length() < TEXT) {
      text.append(text.isEmpty() ? "" : "\n").append(plain);
    }
  }

  private static int jsonLength(String text) {
    return Kit.json(new JsonPrimitive(text)).length();
  }
}
