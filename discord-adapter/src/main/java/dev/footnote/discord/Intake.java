package dev.footnote.discord;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Request;
import dev.footnote.discord.Front.Decision;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;

/** Takes in what core is to answer: it is stored first and acknowledged then. */
final class Intake {

  /**
   * What somebody wants.
   *
   * @param preface markdown above a public answer: who wants what
   * @param message the bot's message that was acted upon
   * @param isPrivate whether only the asker is to see the answer; empty where settings decide
   */
  record Wanted(
      Command command, String preface, Optional<String> message, Optional<Boolean> isPrivate) {}

  private static final int LONGEST_ASKED = 300;
  private static final int LONGEST_NAME = 80;

  private final Desk desk;
  private final Front front;
  private final Acknowledgements acknowledgements;
  private final InstantSource clock;

  Intake(Desk desk, Front front, Acknowledgements acknowledgements, InstantSource clock) {
    this.desk = desk;
    this.front = front;
    this.acknowledgements = acknowledgements;
    this.clock = clock;
  }

  /** Something asked in words. */
  static Wanted asked(
      Origin origin,
      CommandDecoder.Decoded decoded,
      Optional<String> message,
      Optional<Boolean> isPrivate) {
    var words = DiscordMarkdown.escapeAll(Notices.oneLine(decoded.asked(), LONGEST_ASKED));
    return new Wanted(decoded.command(), "-# " + name(origin) + ": " + words, message, isPrivate);
  }

  /** An answer that one person has seen, for all to see. */
  static Wanted shared(Origin origin, String answer, String message) {
    return new Wanted(
        new Command.Share(answer),
        "-# Shared by " + name(origin),
        Optional.of(message),
        Optional.of(false));
  }

  private static String name(Origin origin) {
    return DiscordMarkdown.escapeAll(Notices.oneLine(origin.userName(), LONGEST_NAME));
  }

  /** Stores it and acknowledges it, or says why not. */
  Decision take(IReplyCallback event, Origin origin, Wanted wanted) throws InterruptedException {
    return take(event, origin, () -> Optional.of(wanted), Optional.empty());
  }

  /**
   * The same for what has to be looked up.
   *
   * @param wanted may ask the desk; empty if that is no longer on file
   * @param once what this may be asked for only once a day; empty if it may be asked again
   */
  Decision take(
      IReplyCallback event, Origin origin, Supplier<Optional<Wanted>> wanted, Optional<String> once)
      throws InterruptedException {
    var id = event.getId();
    if (!acknowledgements.begin(id)) {
      return new Decision.Duplicate();
    }
    var first = Optional.<RestAction<InteractionHook>>empty();
    try {
      var decision = front.admit(() -> wanted.get().map(w -> request(event, origin, w, once)));
      first =
          switch (decision) {
            case Decision.Accepted a -> Optional.of(event.deferReply(a.isPrivate()));
            case Decision.Refused r ->
                Optional.of(event.reply(Drawing.message(r.reply())).setEphemeral(true));
            case Decision.Duplicate d when once.isPresent() ->
                Optional.of(
                    event.reply(Drawing.message(Notices.sharedAlready())).setEphemeral(true));
            case Decision.Duplicate d -> Optional.empty();
          };
      return decision;
    } finally {
      first.ifPresentOrElse(
          response -> send(event, response), () -> acknowledgements.end(id, true));
    }
  }

  private void send(IReplyCallback event, RestAction<InteractionHook> response) {
    response.queue(
        done -> acknowledgements.end(event.getId(), true),
        e -> {
          acknowledgements.end(event.getId(), false);
          Whispers.unanswered(event, e);
        });
  }

  private Request request(
      IReplyCallback event, Origin origin, Wanted wanted, Optional<String> once) {
    var interaction = new Address.Interaction(event.getId(), event.getToken(), wanted.preface());
    var address =
        new Address(
            origin.guild(),
            origin.channel(),
            origin.user(),
            Optional.empty(),
            Optional.of(interaction));
    var keys = new ArrayList<>(List.of("discord:interaction:" + event.getId()));
    once.ifPresent(keys::add);
    return new Request(
        keys,
        origin.tenant(),
        origin.place(),
        origin.user(),
        origin.conversation(desk, wanted.message()),
        wanted.command(),
        wanted.isPrivate(),
        origin.administrator(),
        address.toJson(),
        clock.instant());
  }
}
