package dev.footnote.slack.fake;

import java.time.Duration;

/**
 * How the bot acknowledged.
 *
 * @param status 0 if it did not in time
 */
public record Ack(int status, String body, Duration took) {
  public boolean isOk() {
    return status == 200;
  }
}
