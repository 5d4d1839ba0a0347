package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import java.util.List;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers interactions by what only those see who caused them. */
final class Whispers {

  private static final Logger log = LoggerFactory.getLogger(Whispers.class);

  private Whispers() {}

  /** Says something that is known already. */
  static void say(IReplyCallback event, Reply reply) {
    event
        .reply(Drawing.message(reply))
        .setEphemeral(true)
        .queue(done -> {}, e -> unanswered(event, e));
  }

  /** Acknowledges first, looks then, and answers. */
  static void answer(IReplyCallback event, Supplier<List<MessageCreateData>> look) {
    answer(event, event.deferReply(true), look);
  }

  /**
   * The same in the place that {@code acknowledgement} makes. Where looking fails, that is said.
   */
  static void answer(
      IReplyCallback event,
      RestAction<InteractionHook> acknowledgement,
      Supplier<List<MessageCreateData>> look) {
    try {
      var hook = acknowledgement.complete();
      var messages = found(event, look);
      hook.editOriginal(Drawing.edit(messages.getFirst())).complete();
      for (var message : messages.subList(1, messages.size())) {
        hook.sendMessage(message).setEphemeral(true).complete();
      }
    } catch (RuntimeException e) {
      unanswered(event, e);
    }
  }

  private static List<MessageCreateData> found(
      IReplyCallback event, Supplier<List<MessageCreateData>> look) {
    try {
      return look.get();
    } catch (RuntimeException e) {
      log.error("discord: interaction {} failed: {}", event.getId(), Failures.describe(e));
      return List.of(Drawing.message(Notices.failed()));
    }
  }

  static void unanswered(IReplyCallback event, Throwable failure) {
    log.warn(
        "discord: interaction {} was not answered: {}", event.getId(), Failures.describe(failure));
  }
}
