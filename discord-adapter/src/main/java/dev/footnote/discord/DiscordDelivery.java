package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.service.Delivery;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.discord.Sending.Result;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings replies to Discord: public ones as ordinary messages where the bot may write, private ones
 * into the response of the interaction, and either as a direct message where that has expired.
 */
final class DiscordDelivery implements Delivery {

  private static final Logger log = LoggerFactory.getLogger(DiscordDelivery.class);

  /** Discord's 15 minutes, less the time that sending may take. */
  private static final Duration TOKEN_LASTS = Duration.ofSeconds(14 * 60 + 30);

  private static final Duration NOT_CONNECTED = Duration.ofSeconds(2);

  private final Function<Optional<String>, Optional<JDA>> connections;
  private final Acknowledgements acknowledgements;
  private final ChannelPosts posts;
  private final BooleanSupplier crowded;
  private final InstantSource clock;

  /**
   * @param connections the connection that serves a server; any where it is empty
   * @param crowded whether ordinary messages have to wait for the rate limit
   */
  DiscordDelivery(
      Function<Optional<String>, Optional<JDA>> connections,
      Acknowledgements acknowledgements,
      ChannelPosts posts,
      BooleanSupplier crowded,
      InstantSource clock) {
    this.connections = connections;
    this.acknowledgements = acknowledgements;
    this.posts = posts;
    this.crowded = crowded;
    this.clock = clock;
  }

  @Override
  public Outcome deliver(Outgoing outgoing) {
    var address = Address.fromJson(outgoing.request().address());
    var jda = connections.apply(address.guild());
    if (jda.isEmpty()) {
      return new Outcome.Retry(NOT_CONNECTED, "not connected");
    }
    try {
      return address.interaction().isPresent()
          ? answer(jda.get(), address, address.interaction().get(), outgoing)
          : reply(jda.get(), address, outgoing);
    } catch (StoreException e) {
      return new Outcome.Retry(Duration.ZERO, "the data folder failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Retry(Duration.ZERO, "interrupted");
    }
  }

  /** To somebody who wrote a message. */
  private Outcome reply(JDA jda, Address address, Outgoing outgoing) {
    if (address.guild().isEmpty()) {
      return direct(jda, address, outgoing, outgoing.reply(), address.message());
    }
    var channel = ChannelPosts.writable(jda, address.channel());
    if (channel.isEmpty()) {
      return new Outcome.Gone("the bot may not write in the channel, or it is gone");
    }
    if (outgoing.isPrivate()) {
      var outcome = direct(jda, address, outgoing, outgoing.reply(), Optional.empty());
      return outcome instanceof Outcome.Gone
          ? Sending.outcome(
              ChannelPosts.say(
                  channel.get(), Notices.cannotWriteToYou(), outgoing.nonce(), address.message()),
              true)
          : outcome;
    }
    return posts.post(channel.get(), outgoing, outgoing.reply(), "", address.message());
  }

  /** To somebody who used a command or pressed a button. */
  private Outcome answer(
      JDA jda, Address address, Address.Interaction interaction, Outgoing outgoing)
      throws InterruptedException {
    boolean open =
        acknowledgements.await(interaction.id())
            && clock.instant().isBefore(interaction.created().plus(TOKEN_LASTS));
    var hook = InteractionHook.from(jda, interaction.token());
    if (!outgoing.isPrivate() && !(open && crowded.getAsBoolean())) {
      var channel = ordinary(jda, address);
      if (channel.isPresent()) {
        var outcome =
            posts.post(
                channel.get(), outgoing, outgoing.reply(), interaction.asked(), Optional.empty());
        if (!(outcome instanceof Outcome.Gone)) {
          if (open && outcome instanceof Outcome.Delivered) {
            withdraw(hook, interaction);
          }
          return outcome;
        }
      }
    }
    if (open) {
      var result = fill(hook, outgoing, interaction);
      if (!(result instanceof Result.Closed)) {
        return Sending.outcome(result, isSafe(outgoing));
      }
    }
    return direct(jda, address, outgoing, withNote(outgoing.reply()), Optional.empty());
  }

  private static Optional<? extends MessageChannel> ordinary(JDA jda, Address address) {
    return address.guild().flatMap(g -> ChannelPosts.writable(jda, address.channel()));
  }

  /**
   * Puts the reply where Discord shows that the bot is thinking. Doing so twice changes nothing.
   */
  private Result fill(InteractionHook hook, Outgoing outgoing, Address.Interaction interaction) {
    var reply = outgoing.reply();
    var rows = posts.rows(outgoing.request().tenant(), reply, outgoing.isPrivate());
    var preface = outgoing.isPrivate() ? "" : interaction.asked();
    var result = fill(hook, outgoing, Drawing.messages(reply, preface, rows));
    return result instanceof Result.Malformed
        ? fill(hook, outgoing, Drawing.plain(reply, rows))
        : result;
  }

  private static Result fill(
      InteractionHook hook, Outgoing outgoing, List<MessageCreateData> messages) {
    Result result = new Result.Sent("");
    for (int i = 0; i < messages.size(); i++) {
      if (outgoing.parts().isSent(i)) {
        continue;
      }
      result =
          Sending.send(
              i == 0
                  ? hook.editOriginal(Drawing.edit(messages.get(i)))
                  : hook.sendMessage(messages.get(i)).setEphemeral(outgoing.isPrivate()));
      if (!(result instanceof Result.Sent)) {
        return result;
      }
      outgoing.parts().sent(i, ((Result.Sent) result).id());
    }
    return result;
  }

  /** The first message is an edit and safe to repeat; those after it are not. */
  private static boolean isSafe(Outgoing outgoing) {
    return !outgoing.parts().isSent(0);
  }

  /** Takes back "is thinking", as the answer stands below it. */
  private static void withdraw(InteractionHook hook, Address.Interaction interaction) {
    try {
      hook.deleteOriginal()
          .queue(
              done -> {},
              e -> log.warn("discord: {} stays unfilled: {}", interaction, Failures.describe(e)));
    } catch (RejectedExecutionException e) {
      log.warn("discord: {} stays unfilled: the connection is ending", interaction);
    }
  }

  private Outcome direct(
      JDA jda, Address address, Outgoing outgoing, Reply reply, Optional<String> replyTo) {
    MessageChannel channel;
    try {
      channel = jda.openPrivateChannelById(address.user()).complete();
    } catch (RejectedExecutionException e) {
      return new Outcome.Retry(Duration.ZERO, "the connection is ending");
    } catch (ErrorResponseException e) {
      return e.getResponse().code >= 400 && e.getResponse().code < 500
          ? new Outcome.Gone(Failures.describe(e))
          : new Outcome.Retry(Duration.ZERO, Failures.describe(e));
    }
    return posts.post(channel, outgoing, reply, "", replyTo);
  }

  private static Reply withNote(Reply reply) {
    var blocks = new ArrayList<Block>();
    blocks.add(Notices.tooLate());
    blocks.addAll(reply.blocks());
    return new Reply(reply.answerId(), reply.title(), blocks, reply.citations(), reply.actions());
  }
}
