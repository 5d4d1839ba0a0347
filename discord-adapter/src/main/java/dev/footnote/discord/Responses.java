package dev.footnote.discord;

import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.discord.Sending.Result;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts replies where Discord shows that the bot is thinking. */
final class Responses {

  private static final Logger log = LoggerFactory.getLogger(Responses.class);

  private Responses() {}

  /** Whether an earlier attempt put something there. */
  static boolean isBegun(Outgoing outgoing) {
    return Way.RESPONSE.isBegun(outgoing.parts()) || Way.PLAIN_RESPONSE.isBegun(outgoing.parts());
  }

  /**
   * Fills the response. The first message is an edit, which changes nothing when done twice; one
   * that follows has no nonce and may come twice if the process ends in between.
   *
   * @param preface markdown above it; may be empty
   */
  static Result fill(
      InteractionHook hook, Outgoing outgoing, String preface, List<ActionRow> rows) {
    var reply = outgoing.reply();
    var result = fill(hook, outgoing, Drawing.messages(reply, preface, rows), Way.RESPONSE);
    return result instanceof Result.Malformed
        ? fill(hook, outgoing, Drawing.plain(reply, preface, rows), Way.PLAIN_RESPONSE)
        : result;
  }

  private static Result fill(
      InteractionHook hook, Outgoing outgoing, List<MessageCreateData> messages, Way way) {
    var parts = outgoing.parts();
    Result result = new Result.Sent("");
    for (int i = 0; i < messages.size(); i++) {
      if (parts.isSent(way.part(i))) {
        continue;
      }
      result =
          Sending.send(
              i == 0
                  ? hook.editOriginal(Drawing.edit(messages.get(i)))
                  : hook.sendMessage(messages.get(i)).setEphemeral(outgoing.isPrivate()));
      if (!(result instanceof Result.Sent sent)) {
        return result;
      }
      parts.sent(way.part(i), sent.id());
    }
    return result;
  }

  /**
   * What a result of {@link #fill} amounts to: what follows an edit is not sent twice knowingly.
   */
  static Outcome outcome(Result result, Outgoing outgoing) {
    return Sending.outcome(result, !isBegun(outgoing));
  }

  /** Says in the place of "is thinking" that the answer may not have arrived. */
  static void doubt(InteractionHook hook, Address.Interaction interaction) {
    var words = ServiceReplies.unconfirmed(Optional.empty());
    try {
      hook.editOriginal(Drawing.edit(Drawing.message(words)))
          .queue(
              done -> {},
              e -> log.warn("discord: {} stays unfilled: {}", interaction, Failures.describe(e)));
    } catch (RejectedExecutionException e) {
      log.warn("discord: {} stays unfilled: the connection is ending", interaction);
    }
  }

  /** Takes back "is thinking", as the answer stands below it. */
  static void withdraw(InteractionHook hook, Address.Interaction interaction) {
    try {
      hook.deleteOriginal()
          .queue(
              done -> {},
              e -> log.warn("discord: {} stays unfilled: {}", interaction, Failures.describe(e)));
    } catch (RejectedExecutionException e) {
      log.warn("discord: {} stays unfilled: the connection is ending", interaction);
    }
  }
}
