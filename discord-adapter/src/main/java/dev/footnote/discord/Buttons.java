package dev.footnote.discord;

import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/** What can be pressed below a reply, and what a press means. */
final class Buttons {

  /** What was pressed. */
  sealed interface Press {

    /** Shows every quote behind the answer. */
    record Evidence(String answer) implements Press {}

    /** Shows the quotes of one source. */
    record Cite(String answer) implements Press {}

    /** Says whether the answer was good. */
    record Thumb(String answer, boolean good) implements Press {}

    /** Makes a private answer public. */
    record Share(String answer) implements Press {}

    /** Asks {@code question}. */
    record Ask(String question) implements Press {}

    /** Runs a chat line. */
    record Run(String line) implements Press {}

    /**
     * Asks the question, or runs the line, that is kept under {@code token}.
     *
     * @param runs whether it is a line
     */
    record Kept(String token, boolean runs) implements Press {}

    /** One of the settings' selects. */
    record Setting(String name) implements Press {}

    /** Asks for a question, or has one from the form. */
    record More() implements Press {}

    /** The form behind the thumb down. */
    record Form(String answer) implements Press {}
  }

  /** The button, and the form behind it, that lead to a further question. */
  static final String MORE = "more:";

  private static final int LONGEST_ID = 100;
  private static final int LONGEST_LABEL = 80;
  private static final int IN_A_ROW = 5;
  private static final int OPTIONS = 25;

  private Buttons() {}

  /**
   * The rows below a reply.
   *
   * @param remember turns what fits into no button into a short token
   * @param shareable whether the answer is private and may be made public
   */
  static List<ActionRow> rows(Reply reply, boolean shareable, UnaryOperator<String> remember) {
    var rows = new ArrayList<ActionRow>();
    var about = new ArrayList<Button>();
    var next = new LinkedHashMap<String, Button>();
    var answer = reply.answerId();
    answer
        .filter(a -> !reply.citations().isEmpty())
        .ifPresent(a -> rows.add(ActionRow.of(citations(a, reply.citations()))));
    for (var action : reply.actions()) {
      switch (action) {
        case Action.Evidence e ->
            answer.ifPresent(a -> about.add(Button.secondary("evidence:" + a, "Evidence")));
        case Action.Feedback f ->
            answer.ifPresent(a -> {
              about.add(Button.secondary("good:" + a, Emoji.fromUnicode("👍")));
              about.add(Button.secondary("bad:" + a, Emoji.fromUnicode("👎")));
            });
        case Action.FollowUp f -> put(next, id("ask", f.question(), remember), f.question());
        case Action.Run r -> put(next, id("run", r.line(), remember), r.label());
      }
    }
    if (shareable) {
      answer.ifPresent(a -> about.add(Button.secondary("share:" + a, "Share")));
    }
    answer.ifPresent(a -> about.add(Button.secondary(MORE, "Ask more")));
    if (!about.isEmpty()) {
      rows.add(ActionRow.of(about));
    }
    if (!next.isEmpty()) {
      rows.add(ActionRow.of(next.values().stream().limit(IN_A_ROW).toList()));
    }
    return rows;
  }

  /** What {@code id} means; empty if it is none of ours. */
  static Optional<Press> read(String id) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    var rest = id.substring(colon + 1);
    return switch (id.substring(0, colon)) {
      case "evidence" -> Optional.of(new Press.Evidence(rest));
      case "cite" -> Optional.of(new Press.Cite(rest));
      case "good" -> Optional.of(new Press.Thumb(rest, true));
      case "bad" -> Optional.of(new Press.Thumb(rest, false));
      case "share" -> Optional.of(new Press.Share(rest));
      case "set" -> Optional.of(new Press.Setting(rest));
      case "more" -> Optional.of(new Press.More());
      case "form" -> Optional.of(new Press.Form(rest));
      case "ask" -> Optional.of(new Press.Ask(rest));
      case "run" -> Optional.of(new Press.Run(rest));
      case "ask#" -> Optional.of(new Press.Kept(rest, false));
      case "run#" -> Optional.of(new Press.Kept(rest, true));
      default -> Optional.empty();
    };
  }

  private static void put(Map<String, Button> next, String id, String label) {
    if (!label.isBlank()) {
      next.putIfAbsent(id, Button.primary(id, Words.shortened(label, LONGEST_LABEL)));
    }
  }

  private static String id(String kind, String text, UnaryOperator<String> remember) {
    var id = kind + ":" + text;
    return id.length() <= LONGEST_ID ? id : kind + "#:" + remember.apply(text);
  }

  private static StringSelectMenu citations(String answer, List<Citation> citations) {
    var options =
        DiscordReplyRenderer.pieces(citations).stream()
            .limit(OPTIONS)
            .map(same -> {
              var c = same.getFirst();
              var mark =
                  same.stream().map(one -> "[" + one.number() + "]").collect(Collectors.joining());
              return SelectOption.of(
                      Words.shortened(mark + " " + c.publisher(), SelectOption.LABEL_MAX_LENGTH),
                      Integer.toString(c.number()))
                  .withDescription(Words.shortened(c.title(), SelectOption.DESCRIPTION_MAX_LENGTH));
            })
            .toList();
    return StringSelectMenu.create("cite:" + answer)
        .setPlaceholder("What a source says, word for word")
        .addOptions(options)
        .build();
  }
}
