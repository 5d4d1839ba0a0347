package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.service.AnswerLength;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.ServiceReplies;
import dev.footnote.core.service.SettingsChange;
import dev.footnote.core.service.SettingsOutcome;
import dev.footnote.core.service.Suggestions.Suggestion;
import dev.footnote.core.service.TenantSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.selections.EntitySelectMenu;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.events.interaction.component.EntitySelectInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A tenant's settings as a private message with selects. Core decides who may change them. */
final class SettingsPanel {

  private static final int MOST = 25;

  /** Attempts to change settings that administrators are shown. */
  private static final int ATTEMPTS = 5;

  private final Desk desk;

  SettingsPanel(Desk desk) {
    this.desk = desk;
  }

  /** Shows the settings; with selects to those who may change them. */
  void open(IReplyCallback event) {
    var origin = Origin.of(event);
    Whispers.answer(event, () -> draw(origin, desk.settings(origin.tenant()), Optional.empty()));
  }

  /** Changes one setting and shows how they are now. */
  void change(GenericComponentInteractionCreateEvent event, String name) {
    var origin = Origin.of(event);
    Whispers.answer(
        event,
        event.deferEdit(),
        () ->
            change(event, name, origin)
                .map(change -> changed(origin, change))
                .orElseGet(() -> List.of(Drawing.message(ServiceReplies.forgotten()))));
  }

  private List<MessageCreateData> changed(Origin origin, SettingsChange change) {
    var outcome = desk.change(origin.tenant(), origin.user(), origin.administrator(), change);
    var note =
        switch (outcome) {
          case SettingsOutcome.Changed c -> "Changed.";
          case SettingsOutcome.Refused r -> r.why();
        };
    return draw(origin, outcome.settings(), Optional.of(note));
  }

  private Optional<SettingsChange> change(
      GenericComponentInteractionCreateEvent event, String name, Origin origin) {
    var values =
        switch (event) {
          case StringSelectInteractionEvent s -> s.getValues();
          case EntitySelectInteractionEvent e ->
              e.getValues().stream().map(ISnowflake::getId).toList();
          default -> List.<String>of();
        };
    return switch (name) {
      case "private" -> Optional.of(new SettingsChange.PrivateByDefault(values.contains("yes")));
      case "length" ->
          Optional.of(
              new SettingsChange.Length(
                  values.contains("short") ? AnswerLength.SHORT : AnswerLength.NORMAL));
      case "channels" -> Optional.of(new SettingsChange.Channels(new HashSet<>(values)));
      case "topics" -> Optional.of(new SettingsChange.Topics(topics(origin, values)));
      default -> Optional.empty();
    };
  }

  /** What was chosen of the topics that were offered, and what was not offered as it was. */
  private Set<String> topics(Origin origin, List<String> chosen) {
    var topics = new HashSet<>(desk.settings(origin.tenant()).topics());
    offered(origin).forEach(t -> topics.remove(t.value()));
    topics.addAll(chosen);
    return topics;
  }

  private List<MessageCreateData> draw(
      Origin origin, TenantSettings settings, Optional<String> note) {
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Bullets(
            List.of(
                line(
                    "Answers", settings.privateByDefault() ? "only the asker sees them" : "public"),
                line("Length", settings.length() == AnswerLength.SHORT ? "short" : "normal"),
                line(
                    "Channels",
                    settings.channels().isEmpty() ? "all" : settings.channels().size() + " chosen"),
                line(
                    "Topics",
                    settings.topics().isEmpty()
                        ? "all"
                        : settings.topics().stream().sorted().collect(Collectors.joining(", "))))));
    note.ifPresent(n -> blocks.add(new Block.Paragraph(List.of(Span.bold(n)))));
    if (origin.administrator()) {
      desk.audit(origin.tenant(), ATTEMPTS).stream()
          .map(attempt -> new Block.Note(List.of(Span.text(attempt.line()))))
          .forEach(blocks::add);
    } else {
      blocks.add(
          new Block.Note(
              List.of(Span.text("Whoever may manage this server can change them here."))));
    }
    var reply =
        new Reply(
            Optional.empty(),
            Optional.of(origin.guild().isPresent() ? "Settings of this server" : "Your settings"),
            blocks,
            List.of(),
            List.of());
    return Drawing.messages(
        reply, "", origin.administrator() ? selects(origin, settings) : List.of());
  }

  private List<Suggestion> offered(Origin origin) {
    return desk.suggestions(origin.tenant()).topics("", MOST);
  }

  private static List<Span> line(String what, String how) {
    return List.of(Span.bold(what), Span.text(": " + how));
  }

  private List<ActionRow> selects(Origin origin, TenantSettings settings) {
    var rows = new ArrayList<ActionRow>();
    rows.add(
        ActionRow.of(
            StringSelectMenu.create("set:private")
                .setPlaceholder("Who sees answers")
                .addOption("Everybody sees answers", "no")
                .addOption("Only the asker sees answers", "yes")
                .setDefaultValues(settings.privateByDefault() ? "yes" : "no")
                .build()));
    rows.add(
        ActionRow.of(
            StringSelectMenu.create("set:length")
                .setPlaceholder("How long answers are")
                .addOption("Normal answers", "normal")
                .addOption("Short answers", "short")
                .setDefaultValues(settings.length() == AnswerLength.SHORT ? "short" : "normal")
                .build()));
    if (origin.guild().isPresent()) {
      rows.add(ActionRow.of(channels(settings)));
    }
    var topics =
        offered(origin).stream()
            .map(t -> SelectOption.of(Words.shortened(t.label(), 100), t.value()))
            .toList();
    if (!topics.isEmpty()) {
      var offered = topics.stream().map(SelectOption::getValue).toList();
      rows.add(
          ActionRow.of(
              StringSelectMenu.create("set:topics")
                  .setPlaceholder("Topics: all")
                  .addOptions(topics)
                  .setRequiredRange(0, topics.size())
                  .setDefaultValues(settings.topics().stream().filter(offered::contains).toList())
                  .build()));
    }
    return rows;
  }

  private static EntitySelectMenu channels(TenantSettings settings) {
    return EntitySelectMenu.create("set:channels", EntitySelectMenu.SelectTarget.CHANNEL)
        .setPlaceholder("Channels: all")
        .setChannelTypes(ChannelType.TEXT, ChannelType.NEWS, ChannelType.FORUM, ChannelType.VOICE)
        .setRequiredRange(0, MOST)
        .setDefaultValues(
            settings.channels().stream()
                .sorted()
                .limit(MOST)
                .map(EntitySelectMenu.DefaultValue::channel)
                .toList())
        .build();
  }
}
