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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
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

  /** How long one waits for a channel's turn; core asks again after that. */
  private static final Duration PATIENCE = Duration.ofSeconds(55);

  private static final int REMEMBERED = 5_000;
  private static final String FULL = "the channel has as many messages as Discord takes for now";

  private final Desk desk;
  private final InstantSource clock;
  private final ChannelPace pace = new ChannelPace();
  private final RefusedPlaces closed;
  private final RefusedPlaces unreferable;

  /** When replies by their nonce were first sent, as far as something may have left before. */
  private final Map<String, Instant> firstTries =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
              return size() > REMEMBERED;
            }
          });

  ChannelPosts(Desk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
    this.closed = new RefusedPlaces(clock);
    this.unreferable = new RefusedPlaces(clock);
  }

  /** Waits until {@code channel} takes another message; or says when to ask again. */
  Optional<Outcome.Retry> awaitTurn(String channel) {
    try {
      var stay = pace.turn(channel, PATIENCE);
      return stay.isZero() ? Optional.empty() : Optional.of(new Outcome.Retry(stay, FULL));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Outcome.Retry(PATIENCE, "closing"));
    }
  }

  /** Whether a message would have to wait for others in its channel. */
  boolean isFull(String channel) {
    return pace.isFull(channel);
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
   * @param replyTo the message that it replies to; whose sender has waited for the channel's turn
   */
  Outcome post(
      MessageChannel channel,
      Outgoing outgoing,
      Reply reply,
      String preface,
      Optional<String> replyTo) {
    var begun = Way.POST.isBegun(outgoing.parts()) || Way.PLAIN_POST.isBegun(outgoing.parts());
    var first =
        outgoing.repeated()
            ? firstTries.getOrDefault(outgoing.nonce(), outgoing.request().received())
            : clock.instant();
    if (!begun && clock.instant().isAfter(first.plus(NONCE_KNOWN))) {
      return new Outcome.Unconfirmed("cut off too long ago for Discord to know the nonce");
    }
    if (closed.contains(channel.getId())) {
      return new Outcome.Gone("Discord refused messages there a short while ago");
    }
    firstTries.put(outgoing.nonce(), first);
    try {
      var result = referring(channel, outgoing, reply, preface, replyTo);
      if (result instanceof Result.Closed c && c.refused()) {
        closed.add(channel.getId());
      }
      return Sending.outcome(result, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Retry(Duration.ZERO, "interrupted between two messages");
    }
  }

  /** As a reply where Discord takes one; otherwise it says what it answers. */
  private Result referring(
      MessageChannel channel,
      Outgoing outgoing,
      Reply reply,
      String preface,
      Optional<String> replyTo)
      throws InterruptedException {
    boolean waited = Address.fromJson(outgoing.request().address()).interaction().isEmpty();
    if (replyTo.isEmpty()) {
      return drawn(channel, outgoing, reply, preface, replyTo, waited);
    }
    if (mayRefer(channel) && !unreferable.contains(channel.getId())) {
      var result = drawn(channel, outgoing, reply, preface, replyTo, waited);
      if (!(result instanceof Result.Unreferable)) {
        return result;
      }
      unreferable.add(channel.getId());
      waited = false;
    }
    var asker = "<@" + outgoing.request().user() + "> ";
    return drawn(
        channel,
        outgoing,
        reply,
        "-# " + asker + link(channel, replyTo.get()),
        Optional.empty(),
        waited);
  }

  private Result drawn(
      MessageChannel channel,
      Outgoing outgoing,
      Reply reply,
      String preface,
      Optional<String> replyTo,
      boolean waited)
      throws InterruptedException {
    var request = outgoing.request();
    var place =
        channel.getType() == ChannelType.PRIVATE ? Origin.alone(request.user()) : request.tenant();
    var rows = rows(place, request.tenant(), reply, false);
    var messages = Drawing.messages(reply, preface, rows);
    var result = send(channel, outgoing, messages, replyTo, Way.POST, waited);
    return result instanceof Result.Malformed
        ? send(
            channel, outgoing, Drawing.plain(reply, preface, rows), replyTo, Way.PLAIN_POST, false)
        : result;
  }

  /** A reply needs the right to read history, which the invite does not ask for. */
  private static boolean mayRefer(MessageChannel channel) {
    return !(channel instanceof GuildMessageChannel place)
        || place.getGuild().getSelfMember().hasPermission(place, Permission.MESSAGE_HISTORY);
  }

  /** Where clients show a message. */
  private static String link(MessageChannel channel, String message) {
    var guild = channel instanceof GuildMessageChannel place ? place.getGuild().getId() : "@me";
    return Message.JUMP_URL.formatted(guild, channel.getId(), message);
  }

  /** Says something short in a channel, once for each {@code nonce}. */
  static Result say(MessageChannel channel, Reply reply, String nonce, Optional<String> replyTo) {
    if (replyTo.isPresent() && mayRefer(channel)) {
      var result = send(channel, Drawing.message(reply), nonce, replyTo);
      if (!(result instanceof Result.Unreferable)) {
        return result;
      }
    }
    var preface = replyTo.map(message -> "-# " + link(channel, message)).orElse("");
    return send(
        channel, Drawing.messages(reply, preface, List.of()).getFirst(), nonce, Optional.empty());
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

  private Result send(
      MessageChannel channel,
      Outgoing outgoing,
      List<MessageCreateData> messages,
      Optional<String> replyTo,
      Way way,
      boolean waited)
      throws InterruptedException {
    var parts = outgoing.parts();
    Result result = new Result.Sent("");
    for (int i = 0; i < messages.size(); i++) {
      int part = way.part(i);
      if (parts.isSent(part)) {
        continue;
      }
      var stay = waited ? Duration.ZERO : pace.turn(channel.getId(), PATIENCE);
      if (!stay.isZero()) {
        return new Result.Later(stay, FULL);
      }
      waited = false;
      var nonce = part == 0 ? outgoing.nonce() : named(outgoing.nonce(), part);
      result = send(channel, messages.get(i), nonce, i == 0 ? replyTo : Optional.<String>empty());
      if (!(result instanceof Result.Sent sent)) {
        return result;
      }
      parts.sent(part, sent.id());
    }
    return result;
  }

  private static Result send(
      MessageChannel channel, MessageCreateData message, String nonce, Optional<String> replyTo) {
    var action = channel.sendMessage(message).setNonce(nonce).failOnInvalidReply(false);
    return Sending.send(
        replyTo.map(to -> action.setMessageReference(to).mentionRepliedUser(false)).orElse(action));
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
