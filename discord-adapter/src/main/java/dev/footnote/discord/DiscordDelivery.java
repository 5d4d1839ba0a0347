package dev.footnote.discord;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Delivery;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.Request;
import dev.footnote.discord.Sending.Result;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;

/**
 * Brings replies to Discord: public ones as ordinary messages where the bot may write, private ones
 * into the response of the interaction, and either as a direct message where that has expired.
 */
final class DiscordDelivery implements Delivery {

  /** Discord's 15 minutes, less the time that sending may take. */
  private static final Duration TOKEN_LASTS = Duration.ofSeconds(14 * 60 + 30);

  private static final Duration AGAIN = Duration.ofSeconds(3);

  private final Function<Optional<String>, Optional<JDA>> connections;
  private final Acknowledgements acknowledgements;
  private final ChannelPosts posts;
  private final BooleanSupplier crowded;
  private final BooleanSupplier unreachable;
  private final InstantSource clock;

  /**
   * @param connections the connection that serves a server; any where it is empty
   * @param crowded whether ordinary messages have to wait for the rate limit
   * @param unreachable whether requests do not even reach Discord
   */
  DiscordDelivery(
      Function<Optional<String>, Optional<JDA>> connections,
      Acknowledgements acknowledgements,
      ChannelPosts posts,
      BooleanSupplier crowded,
      BooleanSupplier unreachable,
      InstantSource clock) {
    this.connections = connections;
    this.acknowledgements = acknowledgements;
    this.posts = posts;
    this.crowded = crowded;
    this.unreachable = unreachable;
    this.clock = clock;
  }

  /** Waiting for Discord, or for a server that Discord cannot serve for a while, costs no try. */
  @Override
  public Optional<Outcome.Retry> awaitTurn(Request request) {
    var address = Address.fromJson(request.address());
    var jda = connections.apply(address.guild());
    if (jda.isEmpty()) {
      return Optional.of(new Outcome.Retry(AGAIN, "not connected"));
    }
    if (unreachable.getAsBoolean() && jda.get().getStatus() != JDA.Status.CONNECTED) {
      return Optional.of(new Outcome.Retry(AGAIN, "Discord cannot be reached"));
    }
    boolean away =
        address.interaction().isEmpty()
            && address.guild().filter(g -> jda.get().isUnavailable(Long.parseLong(g))).isPresent();
    if (away) {
      return Optional.of(new Outcome.Retry(AGAIN, "the server is unavailable"));
    }
    return address.interaction().isEmpty() ? posts.awaitTurn(address.channel()) : Optional.empty();
  }

  @Override
  public Outcome deliver(Outgoing outgoing) {
    return outgoing.request().command() instanceof Command.Help
        ? send(with(outgoing, Notices.withWays(outgoing.reply())))
        : send(outgoing);
  }

  private Outcome send(Outgoing outgoing) {
    var address = Address.fromJson(outgoing.request().address());
    var jda = connections.apply(address.guild());
    if (jda.isEmpty()) {
      return new Outcome.Retry(AGAIN, "not connected");
    }
    try {
      return address.interaction().isPresent()
          ? answer(jda.get(), address, address.interaction().get(), outgoing)
          : reply(jda.get(), address, outgoing);
    } catch (StoreException e) {
      return new Outcome.LookAgain(Duration.ZERO, "the data folder failed");
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
    boolean filling = Responses.isBegun(outgoing);
    if (!outgoing.isPrivate() && !filling) {
      // What may have been posted is only ever posted again, as Discord knows its nonce; and so is
      // what takes several messages, as those that follow a response have none.
      boolean shortcut =
          open
              && (crowded.getAsBoolean() || posts.isFull(address.channel()))
              && !Way.mayBeBegun(outgoing)
              && Drawing.messages(outgoing.reply(), interaction.asked(), List.of()).size() == 1;
      var channel = shortcut ? Optional.<GuildMessageChannel>empty() : ordinary(jda, address);
      if (channel.isPresent()) {
        var outcome =
            posts.post(
                channel.get(), outgoing, outgoing.reply(), interaction.asked(), Optional.empty());
        if (!(outcome instanceof Outcome.Gone)) {
          if (open && outcome instanceof Outcome.Delivered) {
            Responses.withdraw(hook, interaction);
          }
          if (open && outcome instanceof Outcome.Unconfirmed) {
            Responses.doubt(hook, interaction);
          }
          return outcome;
        }
      }
    }
    if (open || filling) {
      var preface = outgoing.isPrivate() ? "" : interaction.asked();
      var tenant = outgoing.request().tenant();
      var rows = posts.rows(tenant, tenant, outgoing.reply(), outgoing.isPrivate());
      var result = Responses.fill(hook, outgoing, preface, rows);
      if (!(result instanceof Result.Closed)) {
        return Responses.outcome(result, outgoing);
      }
    }
    return direct(jda, address, outgoing, Notices.tooLate(outgoing.reply()), Optional.empty());
  }

  private static Optional<GuildMessageChannel> ordinary(JDA jda, Address address) {
    return address.guild().flatMap(g -> ChannelPosts.writable(jda, address.channel()));
  }

  private Outcome direct(
      JDA jda, Address address, Outgoing outgoing, Reply reply, Optional<String> replyTo) {
    MessageChannel channel;
    try {
      channel = jda.openPrivateChannelById(address.user()).complete();
    } catch (RejectedExecutionException e) {
      return new Outcome.Retry(Duration.ZERO, "the connection is ending");
    } catch (ErrorResponseException e) {
      if (e.getResponse().getException() instanceof RestGuard.PausedException paused) {
        return new Outcome.Retry(paused.wait, "too many requests were refused");
      }
      return e.getResponse().code >= 400 && e.getResponse().code < 500
          ? new Outcome.Gone(Failures.describe(e))
          : new Outcome.Retry(Duration.ZERO, Failures.describe(e));
    }
    return posts.post(channel, outgoing, reply, "", replyTo);
  }

  private static Outgoing with(Outgoing outgoing, Reply reply) {
    return new Outgoing(
        outgoing.id(),
        outgoing.request(),
        outgoing.isPrivate(),
        reply,
        outgoing.nonce(),
        outgoing.repeated(),
        outgoing.parts());
  }
}
