package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.conversation.UntrustedText;
import java.util.List;

/** What is to be said of Discord's own ways, which core does not know. */
final class Notices {

  private Notices() {}

  static Reply notADay() {
    return says("The day must look like 2026-05-01.");
  }

  static Reply nothingToCheck() {
    return says("There is no text in that message to check.");
  }

  /** A reply without a ping arrives empty. */
  static Reply pingMe() {
    return says(
        "Discord hides replies from me unless they ping me: leave the @ on when you reply, or"
            + " mention me.");
  }

  static Reply cannotWriteToYou() {
    return says(
        "Answers are private on this server and I may not write to you directly; use"
            + " /ainews ask instead.");
  }

  static Reply shared() {
    return says("Shared.");
  }

  static Reply cannotShare() {
    return says("I may not write in this channel, so the answer stays with you.");
  }

  static Reply failed() {
    return says("That did not work; try again.");
  }

  /** What stands above an answer that could not be given where it was asked for. */
  static Block tooLate() {
    return new Block.Note(
        List.of(
            Span.text("Discord closed your question before the answer was there, so it is here.")));
  }

  /** The first line of {@code text}, cut to {@code limit} characters. */
  static String oneLine(String text, int limit) {
    return Words.shortened(UntrustedText.clean(text).strip(), limit);
  }

  private static Reply says(String text) {
    return Reply.of(new Block.Paragraph(List.of(Span.text(text))));
  }
}
