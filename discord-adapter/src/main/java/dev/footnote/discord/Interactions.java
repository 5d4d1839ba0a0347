package dev.footnote.discord;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.discord.Front.Decision;
import dev.footnote.knowledge.StoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Answers commands and presses. What core is to answer is stored first and acknowledged then; what
 * is only looked up is acknowledged first. Each call is on a virtual thread of its own and may
 * block.
 */
final class Interactions {

  private static final int LONGEST_ASKED = 300;

  private final Desk desk;
  private final Front front;
  private final Acknowledgements acknowledgements;
  private final InstantSource clock;
  private final AnswerControls controls;
  private final SettingsPanel settings;

  Interactions(
      Desk desk,
      Front front,
      Acknowledgements acknowledgements,
      AnswerControls controls,
      InstantSource clock) {
    this.desk = desk;
    this.front = front;
    this.acknowledgements = acknowledgements;
    this.clock = clock;
    this.controls = controls;
    this.settings = new SettingsPanel(desk);
  }

  void command(SlashCommandInteractionEvent event) throws InterruptedException {
    var subcommand = String.valueOf(event.getSubcommandName());
    if (subcommand.equals("settings")) {
      settings.open(event);
      return;
    }
    if (!CommandDecoder.isDay(option(event, "as_of"))) {
      Whispers.say(event, Notices.notADay());
      return;
    }
    var decoded = CommandDecoder.slash(subcommand, name -> option(event, name));
    var wantsPrivate =
        Optional.ofNullable(event.getOption("private")).map(OptionMapping::getAsBoolean);
    ask(event, decoded, Optional.empty(), wantsPrivate);
  }

  void check(MessageContextInteractionEvent event) throws InterruptedException {
    var claim = event.getTarget().getContentRaw();
    if (claim.isBlank()) {
      Whispers.say(event, Notices.nothingToCheck());
      return;
    }
    ask(
        event,
        new CommandDecoder.Decoded(new Command.Check(claim), "check " + claim),
        Optional.empty(),
        Optional.empty());
  }

  void press(GenericComponentInteractionCreateEvent event) throws InterruptedException {
    var origin = Origin.of(event);
    Optional<Buttons.Press> press;
    try {
      press = Buttons.read(event.getComponentId(), t -> desk.recall(origin.tenant(), t));
    } catch (StoreException e) {
      Whispers.say(event, Notices.failed());
      return;
    }
    if (press.isEmpty()) {
      Whispers.say(event, ServiceReplies.forgotten());
      return;
    }
    // What is asked below a private answer stays private.
    var wantsPrivate =
        event.getMessage().isEphemeral() ? Optional.of(true) : Optional.<Boolean>empty();
    var message = Optional.of(event.getMessageId());
    switch (press.get()) {
      case Buttons.Press.Ask a ->
          ask(
              event,
              new CommandDecoder.Decoded(Command.Ask.of(a.question()), a.question()),
              message,
              wantsPrivate);
      case Buttons.Press.Run r -> ask(event, CommandDecoder.line(r.line()), message, wantsPrivate);
      case Buttons.Press.Setting s -> settings.change(event, s.name());
      case Buttons.Press.Evidence e -> controls.evidence(event, origin, e.answer());
      case Buttons.Press.Cite c -> controls.cite(event, origin, c.answer());
      case Buttons.Press.Thumb t -> controls.thumb(event, origin, t.answer(), t.good());
      case Buttons.Press.Share s -> controls.share(event, origin, s.answer());
      case Buttons.Press.Form f -> Whispers.say(event, ServiceReplies.forgotten());
    }
  }

  void submit(ModalInteractionEvent event) {
    var press = Buttons.read(event.getModalId(), t -> Optional.empty());
    if (press.isPresent() && press.get() instanceof Buttons.Press.Form form) {
      controls.reasons(event, Origin.of(event), form.answer());
    } else {
      Whispers.say(event, ServiceReplies.forgotten());
    }
  }

  private void ask(
      IReplyCallback event,
      CommandDecoder.Decoded decoded,
      Optional<String> message,
      Optional<Boolean> wantsPrivate)
      throws InterruptedException {
    var origin = Origin.of(event);
    var id = event.getId();
    if (!acknowledgements.begin(id)) {
      return;
    }
    var first = Optional.<RestAction<InteractionHook>>empty();
    try {
      first =
          switch (front.admit(() -> request(event, origin, decoded, message, wantsPrivate))) {
            case Decision.Accepted a -> Optional.of(event.deferReply(a.isPrivate()));
            case Decision.Refused r ->
                Optional.of(event.reply(Drawing.message(r.reply())).setEphemeral(true));
            case Decision.Duplicate d -> Optional.empty();
          };
    } finally {
      if (first.isEmpty()) {
        acknowledgements.end(id, true);
      }
    }
    first.ifPresent(response ->
        response.queue(
            done -> acknowledgements.end(id, true),
            e -> {
              acknowledgements.end(id, false);
              Whispers.unanswered(event, e);
            }));
  }

  private Request request(
      IReplyCallback event,
      Origin origin,
      CommandDecoder.Decoded decoded,
      Optional<String> message,
      Optional<Boolean> wantsPrivate) {
    var asked =
        "-# "
            + DiscordMarkdown.escapeAll(Words.shortened(origin.userName(), 80))
            + ": "
            + DiscordMarkdown.escapeAll(Notices.oneLine(decoded.asked(), LONGEST_ASKED));
    var address =
        new Address(
            origin.guild(),
            origin.channel(),
            origin.user(),
            Optional.empty(),
            Optional.of(new Address.Interaction(event.getId(), event.getToken(), asked)));
    return new Request(
        List.of("discord:interaction:" + event.getId()),
        origin.tenant(),
        origin.place(),
        origin.user(),
        origin.conversation(desk, message),
        decoded.command(),
        wantsPrivate,
        origin.administrator(),
        address.toJson(),
        clock.instant());
  }

  private static Optional<String> option(SlashCommandInteractionEvent event, String name) {
    return Optional.ofNullable(event.getOption(name))
        .map(OptionMapping::getAsString)
        .filter(value -> !value.isBlank());
  }
}
