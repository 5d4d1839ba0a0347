package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.conversation.UntrustedText;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said of Discord's own ways, which core does not know. */
final class Notices {

  private Notices() {}

  static Reply notADay() {
    return says("The day must look like 2026-05-01.");
  }

  static Reply nothingToCheck() {
    return says("There is no text in that message to check.");
  }

  /** What neither mentions nor pings the bot arrives empty. */
  static Reply pingMe() {
    return says(
        "Discord hides from me what does not mention me. To go on here, mention me, reply to me with"
            + " the @ left on, or press Ask more below my answer.");
  }

  static Reply cannotWriteToYou() {
    return says(
        "Answers are private on this server and I may not write to you directly; use"
            + " /ainews ask instead.");
  }

  static Reply sharedAlready() {
    return says("That answer was shared here already.");
  }

  static Reply failed() {
    return says("That did not work; try again.");
  }

  /** An answer that could not be given where it was asked for says so. */
  static Reply tooLate(Reply reply) {
    var note = note("Discord closed your question before the answer was there, so it is here.");
    return with(reply, Stream.concat(Stream.of(note), reply.blocks().stream()).toList());
  }

  /** Help says how one speaks to a bot that sees only what is meant for it. */
  static Reply withWays(Reply reply) {
    var note =
        note(
            "On Discord: /ainews, a mention, a direct message, or a reply to me with the @ left on."
                + " Ask more below an answer needs none of these. Whatever else is written, also in"
                + " threads on my answers, Discord hides from me.");
    return with(reply, Stream.concat(reply.blocks().stream(), Stream.of(note)).toList());
  }

  private static Block note(String text) {
    return new Block.Note(List.of(Span.text(text)));
  }

  private static Reply with(Reply reply, List<Block> blocks) {
    return new Reply(reply.answerId(), reply.title(), blocks, reply.citations(), reply.actions());
  }

  /** The first line of {@code text}, cut to {@code limit} characters. */
  static String oneLine(String text, int limit) {
    return Words.shortened(UntrustedText.clean(text).strip(), limit);
  }

  private static Reply says(String text) {
    return Reply.of(new Block.Paragraph(List.of(Span.text(text))));
  }
}
