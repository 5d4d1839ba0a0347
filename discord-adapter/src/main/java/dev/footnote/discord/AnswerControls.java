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

/** What can be done with an answer that stands: see its evidence, judge it, share it. */
final class AnswerControls {

  private static final String REASON = "reason";
  private static final String WORDS = "words";

  private final Desk desk;
  private final ChannelPosts posts;

  AnswerControls(Desk desk, ChannelPosts posts) {
    this.desk = desk;
    this.posts = posts;
  }

  /** Shows every quote, to whoever pressed. */
  void evidence(GenericComponentInteractionCreateEvent event, Origin origin, String answer) {
    privately(event, () -> desk.evidence(origin.tenant(), answer));
  }

  /** Shows the quotes of the source that was chosen. */
  void cite(GenericComponentInteractionCreateEvent event, Origin origin, String answer) {
    var chosen =
        event instanceof StringSelectInteractionEvent select
            ? select.getValues()
            : List.<String>of();
    privately(
        event, () -> desk.answer(origin.tenant(), answer).map(a -> quotes(a.citations(), chosen)));
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
    privately(
        event,
        () -> thanks(desk.feedback(origin.tenant(), origin.user(), answer, Feedback.ofGood())));
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
    privately(
        event,
        () ->
            thanks(
                desk.feedback(
                    origin.tenant(), origin.user(), answer, new Feedback(false, reason, words))));
  }

  private static Optional<Reply> thanks(boolean kept) {
    return kept ? Optional.of(ServiceReplies.thanks()) : Optional.empty();
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

  /** Posts a private answer for all to see. */
  void share(GenericComponentInteractionCreateEvent event, Origin origin, String answer) {
    privately(
        event,
        () ->
            desk.answer(origin.tenant(), answer)
                .map(reply ->
                    posts.share(event.getJDA(), origin, reply, event.getMessageId())
                        ? Notices.shared()
                        : Notices.cannotShare()));
  }

  private static void privately(IReplyCallback event, Supplier<Optional<Reply>> reply) {
    Whispers.answer(
        event,
        () -> Drawing.messages(reply.get().orElseGet(ServiceReplies::forgotten), "", List.of()));
  }
}
