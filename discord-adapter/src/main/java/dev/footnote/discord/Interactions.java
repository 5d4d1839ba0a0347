package dev.footnote.discord;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.discord.Buttons.Press;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/**
 * Answers commands, presses and forms. What core is to answer goes to the {@link Intake}; what is
 * only looked up is acknowledged first. Each call is on a virtual thread of its own and may block.
 */
final class Interactions {

  private static final String QUESTION = "question";

  private final Desk desk;
  private final Intake intake;
  private final AnswerControls controls;
  private final SettingsPanel settings;
  private final Sharing sharing;

  Interactions(Desk desk, Intake intake) {
    this.desk = desk;
    this.intake = intake;
    this.controls = new AnswerControls(desk);
    this.settings = new SettingsPanel(desk);
    this.sharing = new Sharing(desk, intake);
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
    var isPrivate =
        Optional.ofNullable(event.getOption("private")).map(OptionMapping::getAsBoolean);
    var origin = Origin.of(event);
    intake.take(event, origin, Intake.asked(origin, decoded, Optional.empty(), isPrivate));
  }

  void check(MessageContextInteractionEvent event) throws InterruptedException {
    var claim = event.getTarget().getContentRaw();
    if (claim.isBlank()) {
      Whispers.say(event, Notices.nothingToCheck());
      return;
    }
    var decoded = new CommandDecoder.Decoded(new Command.Check(claim), "check " + claim);
    var origin = Origin.of(event);
    var alone = Optional.of(true); // whoever wrote it did not ask
    intake.take(event, origin, Intake.asked(origin, decoded, Optional.empty(), alone));
  }

  void press(GenericComponentInteractionCreateEvent event) throws InterruptedException {
    var origin = Origin.of(event);
    var press = Buttons.read(event.getComponentId());
    if (press.isEmpty()) {
      Whispers.say(event, ServiceReplies.forgotten());
      return;
    }
    var message = event.getMessage();
    switch (press.get()) {
      case Press.Ask a ->
          intake.take(event, origin, below(message, origin, question(a.question())));
      case Press.Run r ->
          intake.take(event, origin, below(message, origin, CommandDecoder.line(r.line())));
      case Press.Kept k ->
          intake.take(
              event,
              origin,
              () -> desk.recall(origin.tenant(), k.token()).map(w -> below(message, origin, k, w)),
              Optional.empty());
      case Press.Setting s -> settings.change(event, s.name());
      case Press.Evidence e -> controls.evidence(event, origin, e.answer());
      case Press.Cite c -> controls.cite(event, origin, c.answer());
      case Press.Thumb t -> controls.thumb(event, origin, t.answer(), t.good());
      case Press.Share s -> sharing.share(event, origin, s.answer());
      case Press.More m ->
          event.replyModal(form()).queue(done -> {}, e -> Whispers.unanswered(event, e));
      case Press.Form f -> Whispers.say(event, ServiceReplies.forgotten());
    }
  }

  void submit(ModalInteractionEvent event) throws InterruptedException {
    var origin = Origin.of(event);
    switch (Buttons.read(event.getModalId()).orElse(null)) {
      case Press.Form form -> controls.reasons(event, origin, form.answer());
      case Press.More m -> {
        var value = event.getValue(QUESTION);
        var asked = question(value == null ? "" : value.getAsString());
        intake.take(event, origin, below(event.getMessage(), origin, asked));
      }
      case null, default -> Whispers.say(event, ServiceReplies.forgotten());
    }
  }

  /** What is asked below a private answer stays private. */
  private static Intake.Wanted below(
      @Nullable Message message, Origin origin, CommandDecoder.Decoded decoded) {
    var answer = Optional.ofNullable(message);
    return Intake.asked(
        origin,
        decoded,
        answer.map(Message::getId),
        answer.filter(Message::isEphemeral).map(m -> true));
  }

  private static Intake.Wanted below(
      Message message, Origin origin, Press.Kept kept, String words) {
    return below(message, origin, kept.runs() ? CommandDecoder.line(words) : question(words));
  }

  private static CommandDecoder.Decoded question(String words) {
    return new CommandDecoder.Decoded(Command.Ask.of(words), words);
  }

  /** Asks for a question: Discord shows the bot what is written there, wherever that is. */
  private static Modal form() {
    var question =
        TextInput.create(QUESTION, TextInputStyle.PARAGRAPH)
            .setRequired(true)
            .setMaxLength(SlashCommands.LONGEST_QUESTION)
            .build();
    return Modal.create(Buttons.MORE, "Ask more")
        .addComponents(Label.of("Your question, to go on from this answer", question))
        .build();
  }

  private static Optional<String> option(SlashCommandInteractionEvent event, String name) {
    return Optional.ofNullable(event.getOption(name))
        .map(OptionMapping::getAsString)
        .filter(value -> !value.isBlank());
  }
}
