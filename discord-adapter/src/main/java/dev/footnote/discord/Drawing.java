package dev.footnote.discord;

import dev.footnote.core.conversation.Reply;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A reply as messages to send. None of them mentions anybody, whatever is written in it. */
final class Drawing {

  private static final DiscordReplyRenderer RENDERER = new DiscordReplyRenderer();

  private Drawing() {}

  /**
   * The messages, the controls below the last.
   *
   * @param preface markdown above everything, such as who asked; may be empty
   */
  static List<MessageCreateData> messages(Reply reply, String preface, List<ActionRow> rows) {
    var pages = RENDERER.render(reply, preface);
    var messages = new ArrayList<MessageCreateData>();
    for (int i = 0; i < pages.size(); i++) {
      var components = new ArrayList<MessageTopLevelComponent>();
      pages.get(i).forEach(part -> components.add(component(part)));
      if (i == pages.size() - 1) {
        components.addAll(rows);
      }
      messages.add(
          new MessageCreateBuilder()
              .useComponentsV2()
              .setComponents(components)
              .setAllowedMentions(List.of())
              .mentionRepliedUser(false)
              .build());
    }
    return messages;
  }

  /** The first message alone, of a reply that fits into one. */
  static MessageCreateData message(Reply reply) {
    return messages(reply, "", List.of()).getFirst();
  }

  /** The same without Components V2, where Discord takes none. */
  static List<MessageCreateData> plain(Reply reply, String preface, List<ActionRow> rows) {
    var pages = RENDERER.renderPlain(reply, preface);
    var messages = new ArrayList<MessageCreateData>();
    for (int i = 0; i < pages.size(); i++) {
      messages.add(
          new MessageCreateBuilder()
              .setContent(pages.get(i))
              .setComponents(i == pages.size() - 1 ? rows : List.of())
              .setSuppressEmbeds(true)
              .setAllowedMentions(List.of())
              .mentionRepliedUser(false)
              .build());
    }
    return messages;
  }

  /**
   * A message in the place of one that stands already. Only what is set is sent: beside Components
   * V2 even empty content would be one field too many.
   */
  static MessageEditData edit(MessageCreateData message) {
    var edit =
        new MessageEditBuilder()
            .useComponentsV2(message.isUsingComponentsV2())
            .setComponents(message.getComponents())
            .setAllowedMentions(List.of())
            .mentionRepliedUser(false);
    if (!message.isUsingComponentsV2()) {
      edit.setContent(message.getContent());
    }
    return edit.build();
  }

  private static MessageTopLevelComponent component(Pages.Part part) {
    return switch (part) {
      case Pages.Part.Text t -> TextDisplay.of(t.markdown());
      case Pages.Part.Divider d -> Separator.createDivider(Separator.Spacing.SMALL);
    };
  }
}
