package dev.footnote.slack;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Adds to a reply what its reader would miss in Slack. */
final class Framing {

  private static final String SLACK_HELP =
      "For you alone: begin with private, as in \"private latest OpenAI\". Administrators of the bot"
          + " change who sees answers, how long they are, and where it answers, with settings.";

  private Framing() {}

  /**
   * A command or button leaves no trace in the channel: the answer says what it answers, unless its
   * title does.
   */
  static Reply of(Outgoing outgoing, Address address) {
    var reply = outgoing.reply();
    var command = outgoing.request().command();
    if (command instanceof Command.Help) {
      var blocks = new ArrayList<>(reply.blocks());
      blocks.add(note(SLACK_HELP));
      return with(reply, blocks);
    }
    var asked = asked(command);
    var subject = asked.substring(asked.indexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
    var isTitle =
        command instanceof Command.ShowStory
            ? reply.title().isPresent()
            : reply.title().filter(t -> t.toLowerCase(Locale.ROOT).contains(subject)).isPresent();
    if (address.asked() || asked.isEmpty() || isTitle) {
      return reply;
    }
    var blocks = new ArrayList<Reply.Block>();
    blocks.add(note(asked));
    blocks.addAll(reply.blocks());
    return with(reply, blocks);
  }

  private static String asked(Command command) {
    return switch (command) {
      case Command.Ask ask -> ask.question().isBlank() ? "" : "Question: " + ask.question();
      case Command.Compare compare -> "Compare: " + compare.sides();
      case Command.Latest latest -> latest.about().map(about -> "Latest on: " + about).orElse("");
      case Command.Timeline timeline -> "Timeline: " + timeline.about();
      case Command.ShowStory story -> "Story: " + story.story();
      case Command.Check c -> ""; // the reply quotes the claim
      case Command.Sources sources ->
          sources.about().map(about -> "Sources: " + about).orElse("Sources of the last answer");
      case Command.Why w -> "Why the last answer";
      case Command.Share s -> ""; // the reply says what was asked
      case Command.Help h -> "";
    };
  }

  private static Reply.Block note(String text) {
    return new Reply.Block.Note(List.of(Reply.Span.text(text)));
  }

  private static Reply with(Reply reply, List<Reply.Block> blocks) {
    return new Reply(reply.answerId(), reply.title(), blocks, reply.citations(), reply.actions());
  }
}
