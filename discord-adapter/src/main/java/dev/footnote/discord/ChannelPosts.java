package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.TenantId;
import dev.footnote.discord.Sending.Result;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Posts ordinary messages: a member's reply to one reaches the bot with its content, where a reply
 * to an interaction's response does not. Discord recognises a nonce it saw in the past few minutes
 * and returns the earlier message, so that trying again doubles nothing.
 */
final class ChannelPosts {

  /** How long Discord surely recognises a nonce. */
  private static final Duration NONCE_KNOWN = Duration.ofMinutes(3);

  private final Desk desk;
  private final InstantSource clock;

  ChannelPosts(Desk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** The channel of a server, if the bot may write there. */
  static Optional<GuildMessageChannel> writable(JDA jda, String channel) {
    return Optional.ofNullable(jda.getChannelById(GuildMessageChannel.class, channel))
        .filter(GuildMessageChannel::canTalk);
  }

  /**
   * Posts {@code reply}, in one or more messages; those of an earlier attempt are not sent again.
   *
   * @param preface markdown above it; may be empty
   * @param replyTo the message that it replies to
   */
  Outcome post(
      MessageChannel channel,
      Outgoing outgoing,
      Reply reply,
      String preface,
      Optional<String> replyTo) {
    if (outgoing.repeated()
        && clock.instant().isAfter(outgoing.request().received().plus(NONCE_KNOWN))
        && !Way.POST.isBegun(outgoing.parts())
        && !Way.PLAIN_POST.isBegun(outgoing.parts())) {
      return new Outcome.Unconfirmed("cut off too long ago for Discord to know the nonce");
    }
    var request = outgoing.request();
    var place =
        channel.getType() == ChannelType.PRIVATE ? Origin.alone(request.user()) : request.tenant();
    var rows = rows(place, request.tenant(), reply, false);
    var result = post(channel, outgoing, Drawing.messages(reply, preface, rows), replyTo, Way.POST);
    if (result instanceof Result.Malformed) {
      result = post(channel, outgoing, Drawing.plain(reply, rows), replyTo, Way.PLAIN_POST);
    }
    return Sending.outcome(result, true);
  }

  private static Result post(
      MessageChannel channel,
      Outgoing outgoing,
      List<MessageCreateData> messages,
      Optional<String> replyTo,
      Way way) {
    var parts = outgoing.parts();
    return post(
        channel,
        messages,
        replyTo,
        outgoing.nonce(),
        way.part(0),
        parts::isSent,
        (id, n) -> parts.sent(n, id));
  }

  /** Says something short in a channel, once for each {@code nonce}. */
  static Result say(MessageChannel channel, Reply reply, String nonce, Optional<String> replyTo) {
    return post(
        channel, List.of(Drawing.message(reply)), replyTo, nonce, 0, n -> false, (id, n) -> {});
  }

  /**
   * The controls below a reply.
   *
   * @param place whose the place is where it stands
   * @param tenant whose the answer is
   */
  List<ActionRow> rows(TenantId place, TenantId tenant, Reply reply, boolean shareable) {
    var named =
        new Reply(
            reply.answerId().map(a -> KeptAnswer.name(desk, place, tenant, a)),
            reply.title(),
            reply.blocks(),
            reply.citations(),
            reply.actions());
    return Buttons.rows(named, shareable, text -> desk.remember(place, text));
  }

  private static Result post(
      MessageChannel channel,
      List<MessageCreateData> messages,
      Optional<String> replyTo,
      String nonce,
      int first,
      IntPredicate isSent,
      ObjIntConsumer<String> sent) {
    Result result = new Result.Sent("");
    for (int i = 0; i < messages.size(); i++) {
      int part = first + i;
      if (isSent.test(part)) {
        continue;
      }
      var action =
          channel
              .sendMessage(messages.get(i))
              .setNonce(part == 0 ? nonce : named(nonce, part))
              .failOnInvalidReply(false);
      if (i == 0 && replyTo.isPresent()) {
        action = action.setMessageReference(replyTo.get()).mentionRepliedUser(false);
      }
      result = Sending.send(action);
      if (!(result instanceof Result.Sent)) {
        return result;
      }
      sent.accept(((Result.Sent) result).id(), part);
    }
    return result;
  }

  /** A name for a further part, as stable as {@code nonce} and within Discord's limit. */
  private static String named(String nonce, int part) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((nonce + "." + part).getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, digest)
          .toString(Character.MAX_RADIX)
          .substring(0, Message.MAX_NONCE_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
