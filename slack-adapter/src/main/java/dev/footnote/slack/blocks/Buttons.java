package dev.footnote.slack.blocks;

import com.google.gson.JsonObject;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Draws what a reader can do next, and reads what was pressed. */
public final class Buttons {

  /** Shows the quotes behind an answer; the value is the answer's id. */
  public static final String EVIDENCE = "evidence";

  /** Runs a chat line; a number follows, the value is as {@link #value} has it. */
  public static final String RUN = "run";

  /** More to do with an answer; the value is {@link #SHARE} or {@link #WHY} and its id. */
  public static final String MORE = "more";

  /** Shows an answer that may be missing; the value is its id. */
  public static final String SHOW = "show";

  /** What more can be done with an answer, beside what its reply offers. */
  public enum More {
    NOTHING,
    EXPLAIN,
    /** For an answer that not everybody in the channel sees. */
    SHARE_AND_EXPLAIN,
    /** For words about an answer that may be missing. */
    SHOW
  }

  /** What comes before an answer's id in the value of an option. */
  public static final String SHARE = "share:";

  public static final String WHY = "why:";

  /** The two thumbs; the value is {@link #GOOD} or {@link #BAD} and the answer's id. */
  public static final String FEEDBACK = "feedback";

  public static final String GOOD = "good:";
  public static final String BAD = "bad:";

  /** What comes before a line that is in a button itself. */
  public static final String LINE = "line:";

  /** What comes before a token that a line was kept under. */
  public static final String KEPT = "kept:";

  /** Slack takes 2000; a row of 25 such would fill a message. */
  private static final int LONGEST_VALUE = 250;

  private static final String EXPLAIN = "Why this answer";

  private Buttons() {}

  /**
   * The rows below a reply.
   *
   * @param keep takes a line too long for a button and gives a short token for it
   * @param more what can be done with an answer besides
   */
  static List<JsonObject> rows(Reply reply, UnaryOperator<String> keep, More more) {
    var buttons = new ArrayList<JsonObject>();
    var rows = new ArrayList<JsonObject>();
    var feedback = new ArrayList<JsonObject>();
    var answer = reply.answerId().orElse("");
    for (var action : reply.actions()) {
      switch (action) {
        case Action.Evidence e -> {
          if (!answer.isEmpty()) {
            buttons.add(Kit.button(EVIDENCE, "Evidence", answer));
          }
        }
        case Action.FollowUp f ->
            buttons.add(run(buttons.size(), f.question(), "ask " + f.question(), keep));
        case Action.Run r -> buttons.add(run(buttons.size(), r.label(), r.line(), keep));
        case Action.Feedback f -> {
          if (!answer.isEmpty()) {
            feedback.add(feedback(answer));
          }
        }
      }
    }
    if (!answer.isEmpty()) {
      switch (more) {
        case NOTHING -> {}
        case EXPLAIN -> buttons.add(Kit.button(MORE, EXPLAIN, WHY + answer));
        case SHOW -> buttons.add(Kit.button(SHOW, "Show the answer", answer));
        case SHARE_AND_EXPLAIN -> buttons.add(more(answer));
      }
    }
    for (int i = 0; i < buttons.size(); i += 25) {
      rows.add(Kit.actions(buttons.subList(i, Math.min(buttons.size(), i + 25))));
    }
    rows.addAll(feedback);
    return rows;
  }

  private static JsonObject run(int number, String label, String line, UnaryOperator<String> keep) {
    return Kit.button(RUN + "." + number, label, value(line, keep));
  }

  /** A line as a button's value: itself, or the token that it is kept under. */
  static String value(String line, UnaryOperator<String> keep) {
    return line.length() <= LONGEST_VALUE ? LINE + line : KEPT + keep.apply(line);
  }

  private static JsonObject more(String answer) {
    var overflow = Kit.object("overflow");
    overflow.addProperty("action_id", MORE);
    return Kit.with(
        overflow,
        "options",
        Kit.array(
            List.of(
                Kit.option("Share with the channel", SHARE + answer),
                Kit.option(EXPLAIN, WHY + answer))));
  }

  private static JsonObject feedback(String answer) {
    var buttons = Kit.object("feedback_buttons");
    buttons.addProperty("action_id", FEEDBACK);
    buttons.add("positive_button", thumb("Good answer", GOOD + answer));
    buttons.add("negative_button", thumb("Bad answer", BAD + answer));
    return Kit.with(Kit.object("context_actions"), "elements", Kit.array(List.of(buttons)));
  }

  private static JsonObject thumb(String text, String value) {
    var button = new JsonObject();
    button.add("text", Kit.plain(text, 75));
    button.addProperty("value", value);
    button.addProperty("accessibility_label", text);
    return button;
  }
}
