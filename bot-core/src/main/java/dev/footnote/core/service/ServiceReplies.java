package dev.footnote.core.service;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the service itself says, for every platform. */
public final class ServiceReplies {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm zzz", Locale.ENGLISH);

  private ServiceReplies() {}

  /** Too much is waiting. */
  public static Reply busy(Admission.Busy busy) {
    return says("Busy, try again in " + seconds(busy.retryIn()) + " s.");
  }

  /** A limit was reached. */
  public static Reply limited(Admission.Limited limited) {
    return says(
        "That is more than one may ask at a time here; try again in "
            + seconds(limited.retryIn())
            + " s.");
  }

  /** This channel is not among those chosen. */
  public static Reply notHere(Admission.NotHere notHere) {
    return says(notHere.why());
  }

  /** A message that is to be checked says nothing. */
  public static Reply nothingToCheck() {
    return says("There is nothing to check: that message has no text of its own.");
  }

  /** A request could not be stored, so it will not be answered. */
  public static Reply notStored() {
    return says("Your question could not be taken down and will not be answered; try again later.");
  }

  /** Whoever gave feedback is thanked. */
  public static Reply thanks() {
    return says("Thank you, noted.");
  }

  /** An answer is not on file any more. */
  public static Reply forgotten() {
    return says("That answer is no longer on file; ask again.");
  }

  /**
   * A reply may or may not have arrived.
   *
   * @param answer the id of the answer it has, which the adapter offers to show again
   */
  public static Reply unconfirmed(Optional<String> answer) {
    var words =
        answer.isPresent()
            ? "The answer to your question may not have arrived here. If it is missing, have it"
                + " shown to you alone."
            : "The reply to you may not have arrived here. If it is missing, ask again.";
    return new Reply(answer, Optional.empty(), says(words).blocks(), List.of(), List.of());
  }

  /** Answering failed. */
  static Reply failed(long id) {
    return says(
        "Something went wrong while answering; it is in the log as request "
            + id
            + ". Ask again, perhaps in other words.");
  }

  /**
   * The reply with a word about how late it is.
   *
   * @param asked when it was asked, where the service is
   */
  static Reply late(Reply reply, ZonedDateTime asked) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Note(
            List.of(
                Span.text(
                    "Asked on "
                        + WHEN.format(asked)
                        + "; this answer is late, as it could not be delivered before."))));
    blocks.addAll(reply.blocks());
    return new Reply(reply.answerId(), reply.title(), blocks, reply.citations(), reply.actions());
  }

  private static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }

  static Reply says(String text) {
    return Reply.of(new Block.Paragraph(List.of(Span.text(text))));
  }
}
