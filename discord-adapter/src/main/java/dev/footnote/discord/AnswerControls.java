package dev.footnote.discord;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Feedback;
import dev.footnote.core.service.ServiceReplies;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;

/** What can be done with an answer that stands: see its evidence, judge it. */
final class AnswerControls {

  private static final String REASON = "reason";
  private static final String WORDS = "words";

  private final Desk desk;

  AnswerControls(Desk desk) {
    this.desk = desk;
  }

  /** Shows every quote, to whoever pressed. */
  void evidence(GenericComponentInteractionCreateEvent event, Origin origin, String answer) {
    privately(event, () -> kept(origin, answer).flatMap(a -> desk.evidence(a.tenant(), a.id())));
  }

  /** Shows the quotes of the source that was chosen. */
  void cite(GenericComponentInteractionCreateEvent event, Origin origin, String answer) {
    var chosen =
        event instanceof StringSelectInteractionEvent select
            ? select.getValues()
            : List.<String>of();
    privately(
        event,
        () ->
            kept(origin, answer)
                .flatMap(a -> desk.answer(a.tenant(), a.id()))
                .map(reply -> quotes(reply.citations(), chosen)));
  }

  private static Reply quotes(List<Citation> all, List<String> chosen) {
    var citations =
        DiscordReplyRenderer.pieces(all).stream()
            .filter(same -> chosen.contains(Integer.toString(same.getFirst().number())))
            .flatMap(List::stream)
            .toList();
    var blocks =
        citations.stream()
            .<Block>map(c ->
                new Block.Quote(List.of(Span.text(c.quote() + " "), new Span.Cite(c.number()))))
            .toList();
    return citations.isEmpty()
        ? ServiceReplies.forgotten()
        : new Reply(Optional.empty(), Optional.empty(), blocks, citations, List.of());
  }

  /** Keeps a thumb up, or asks for the reasons of a thumb down. */
  void thumb(
      GenericComponentInteractionCreateEvent event, Origin origin, String answer, boolean good) {
    if (!good) {
      event.replyModal(form(answer)).queue(done -> {}, e -> Whispers.unanswered(event, e));
      return;
    }
    privately(event, () -> keep(origin, answer, Feedback.ofGood()));
  }

  /** Keeps why an answer was not good. */
  void reasons(ModalInteractionEvent event, Origin origin, String answer) {
    var reason =
        Optional.ofNullable(event.getValue(REASON))
            .flatMap(v -> v.getAsStringList().stream().findFirst())
            .flatMap(name ->
                Arrays.stream(Feedback.Reason.values())
                    .filter(r -> r.name().equals(name))
                    .findFirst());
    var words = Optional.ofNullable(event.getValue(WORDS)).map(v -> v.getAsString());
    privately(event, () -> keep(origin, answer, new Feedback(false, reason, words)));
  }

  private Optional<Reply> keep(Origin origin, String answer, Feedback feedback) {
    return kept(origin, answer)
        .filter(a -> desk.feedback(a.tenant(), origin.user(), a.id(), feedback))
        .map(a -> ServiceReplies.thanks());
  }

  private static Modal form(String answer) {
    var reasons =
        StringSelectMenu.create(REASON)
            .addOptions(
                Arrays.stream(Feedback.Reason.values())
                    .map(r -> SelectOption.of(r.label(), r.name()))
                    .collect(Collectors.toList()))
            .setRequired(true)
            .build();
    var words =
        TextInput.create(WORDS, TextInputStyle.PARAGRAPH)
            .setRequired(false)
            .setMaxLength(Feedback.LONGEST)
            .build();
    return Modal.create("form:" + answer, "What was wrong?")
        .addComponents(Label.of("Reason", reasons), Label.of("In your words", words))
        .build();
  }

  private Optional<KeptAnswer> kept(Origin origin, String answer) {
    return KeptAnswer.of(desk, origin.tenant(), answer);
  }

  private static void privately(IReplyCallback event, Supplier<Optional<Reply>> reply) {
    Whispers.answer(
        event,
        () -> Drawing.messages(reply.get().orElseGet(ServiceReplies::forgotten), "", List.of()));
  }
}
