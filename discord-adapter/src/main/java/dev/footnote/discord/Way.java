package dev.footnote.discord;

import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.Parts;
import java.util.Arrays;

/**
 * A way for a reply to go. The messages of each have numbers of their own, so that an attempt after
 * a crash knows which way an earlier one took.
 */
enum Way {
  /** Ordinary messages. */
  POST(0),
  /** Ordinary messages without Components V2. */
  PLAIN_POST(50),
  /** The response of an interaction, and messages that follow it. */
  RESPONSE(100),
  /** The same without Components V2. */
  PLAIN_RESPONSE(150);

  private final int first;

  Way(int first) {
    this.first = first;
  }

  /** The number of a message, from 0 to 49. */
  int part(int message) {
    return first + message;
  }

  boolean isBegun(Parts parts) {
    return parts.isSent(part(0));
  }

  /** Whether something may have been sent already, one way or another. */
  static boolean mayBeBegun(Outgoing outgoing) {
    return outgoing.repeated()
        || Arrays.stream(values()).anyMatch(way -> way.isBegun(outgoing.parts()));
  }
}
