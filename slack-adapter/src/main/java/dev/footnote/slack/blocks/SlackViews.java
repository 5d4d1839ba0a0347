package dev.footnote.slack.blocks;

import com.google.gson.JsonObject;
import dev.footnote.core.service.AnswerLength;
import dev.footnote.core.service.AuditLine;
import dev.footnote.core.service.Feedback;
import dev.footnote.core.service.Suggestions.Suggestion;
import dev.footnote.core.service.TenantSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Draws modals and the Home tab, within every limit that Slack has for them. */
public final class SlackViews {

  /** What each modal is called when it is submitted. */
  public static final String ASK = "ask";

  public static final String FEEDBACK = "feedback";
  public static final String SETTINGS = "settings";

  /** Opens the settings modal. */
  public static final String EDIT_SETTINGS = "settings";

  /** Ids of inputs. */
  public static final String QUESTION = "question";

  public static final String REASON = "reason";
  public static final String WORDS = "words";
  public static final String SEEN_BY = "seen_by";
  public static final String LENGTH = "length";
  public static final String CHANNELS = "channels";
  public static final String TOPICS = "topics";

  /** Values of {@link #SEEN_BY}. */
  public static final String ALL = "all";

  public static final String ASKER = "asker";

  /** What somebody hears who may not change the settings. */
  public static final String NOT_YOURS = "Only the bot's administrators can change its settings.";

  private static final int OPTIONS = 100;

  private SlackViews() {}

  /** A modal that takes a question. */
  public static String ask() {
    var input = text(true, 2_000);
    return modal(
        ASK,
        "Ask about AI news",
        "Ask",
        "",
        List.of(
            Kit.input(QUESTION, "Your question", false, input),
            Kit.context(Kit.plain("The answer comes as a direct message.", 200))));
  }

  /** A modal that asks what was wrong with an answer. */
  public static String feedback(String answerId) {
    var reasons = Kit.object("radio_buttons");
    reasons.add(
        "options",
        Kit.array(
            Arrays.stream(Feedback.Reason.values())
                .map(reason -> Kit.option(reason.label(), reason.name()))
                .toList()));
    return modal(
        FEEDBACK,
        "What was wrong?",
        "Send",
        answerId,
        List.of(
            Kit.input(REASON, "Reason", false, reasons),
            Kit.input(WORDS, "In your words", true, text(true, Feedback.LONGEST))));
  }

  /**
   * A modal with the settings, to be changed.
   *
   * @param attempts the last to change them
   */
  public static String settings(
      TenantSettings settings, List<Suggestion> topics, List<AuditLine> attempts) {
    var blocks = new ArrayList<JsonObject>();
    blocks.add(
        Kit.input(
            SEEN_BY,
            "Who sees an answer",
            false,
            choice(
                List.of(
                    Kit.option("Everybody in the channel", ALL),
                    Kit.option("Only who asks", ASKER)),
                settings.privateByDefault() ? 1 : 0)));
    blocks.add(
        Kit.input(
            LENGTH,
            "How long answers are",
            false,
            choice(
                List.of(
                    Kit.option("All that is on file", AnswerLength.NORMAL.name()),
                    Kit.option("The first statements alone", AnswerLength.SHORT.name())),
                settings.length() == AnswerLength.SHORT ? 1 : 0)));
    blocks.add(
        Kit.input(CHANNELS, "Channels where it answers; none: all", true, channels(settings)));
    if (!topics.isEmpty()) {
      blocks.add(Kit.input(TOPICS, "Topics of latest; none: all", true, topics(settings, topics)));
    }
    if (!attempts.isEmpty()) {
      var lines = attempts.stream().map(AuditLine::line).collect(Collectors.joining("\n"));
      blocks.add(Kit.section("Last attempts to change them:\n" + lines));
    }
    return modal(SETTINGS, "Settings", "Save", "", blocks);
  }

  /**
   * A message that leads to the settings.
   *
   * @param mayEdit whether its reader may change them
   */
  public static SlackMessage settingsOffer(boolean mayEdit) {
    var text = mayEdit ? "The settings of this workspace:" : NOT_YOURS;
    var blocks = new ArrayList<JsonObject>();
    blocks.add(Kit.section(text));
    if (mayEdit) {
      blocks.add(Kit.actions(List.of(Kit.button(EDIT_SETTINGS, "Change the settings", "message"))));
    }
    return new SlackMessage(text, Kit.array(blocks));
  }

  /** A modal that only says something. */
  public static String notice(String text) {
    return modal("notice", "Footnote", "", "", List.of(Kit.section(text)));
  }

  /**
   * The Home tab.
   *
   * @param stories newest first; the value runs as {@code story VALUE}
   * @param examples questions that can be answered
   * @param mayEdit whether this member may change the settings
   */
  public static String home(
      List<Suggestion> stories, List<String> examples, TenantSettings settings, boolean mayEdit) {
    var blocks = new ArrayList<JsonObject>();
    blocks.add(Kit.header("AI-industry news, with a source behind every sentence"));
    blocks.add(Kit.header("Top stories"));
    if (stories.isEmpty()) {
      blocks.add(Kit.section("No stories are on file yet."));
    }
    int number = 0;
    for (var story : stories) {
      var line = "story " + story.value();
      blocks.add(
          Kit.with(
              Kit.section(story.label()),
              "accessory",
              Kit.button(Buttons.RUN + ".s" + number++, "Read", Buttons.LINE + line)));
    }
    blocks.add(Kit.header("What to ask"));
    number = 0;
    for (var example : examples) {
      blocks.add(
          Kit.with(
              Kit.section(example),
              "accessory",
              Kit.button(Buttons.RUN + ".q" + number++, "Ask", Buttons.LINE + example)));
    }
    blocks.add(
        Kit.context(
            Kit.plain("Or type /ainews and a question, or mention the bot in a channel.", 200)));
    blocks.add(Kit.header("Settings of this workspace"));
    blocks.add(Kit.section(words(settings)));
    blocks.add(
        mayEdit
            ? Kit.actions(List.of(Kit.button(EDIT_SETTINGS, "Change the settings", "home")))
            : Kit.context(Kit.plain("Only the bot's administrators can change them.", 200)));
    var home = Kit.object("home");
    return Kit.json(Kit.with(home, "blocks", Kit.array(blocks)));
  }

  private static String words(TenantSettings settings) {
    return (settings.privateByDefault()
            ? "Only who asks sees an answer. "
            : "Everybody in the channel sees an answer. ")
        + (settings.length() == AnswerLength.SHORT ? "Answers are short. " : "Answers are whole. ")
        + (settings.channels().isEmpty()
            ? "It answers in all channels. "
            : "It answers in " + settings.channels().size() + " channels. ")
        + (settings.topics().isEmpty()
            ? "News of all topics."
            : "News of " + settings.topics().size() + " topics.");
  }

  private static JsonObject topics(TenantSettings settings, List<Suggestion> topics) {
    var options = new ArrayList<JsonObject>();
    var chosen = new ArrayList<JsonObject>();
    for (var topic : topics.subList(0, Math.min(topics.size(), OPTIONS))) {
      var option = Kit.option(topic.label(), topic.value());
      options.add(option);
      if (settings.topics().contains(topic.value())) {
        chosen.add(option);
      }
    }
    var select = Kit.object("multi_static_select");
    select.add("options", Kit.array(options));
    if (!chosen.isEmpty()) {
      select.add("initial_options", Kit.array(chosen));
    }
    return select;
  }

  private static JsonObject channels(TenantSettings settings) {
    var select = Kit.object("multi_conversations_select");
    var filter = new JsonObject();
    filter.add("include", Kit.words(List.of("public", "private")));
    select.add("filter", filter);
    if (!settings.channels().isEmpty()) {
      select.add(
          "initial_conversations", Kit.words(settings.channels().stream().sorted().toList()));
    }
    return select;
  }

  private static JsonObject choice(List<JsonObject> options, int chosen) {
    var choice = Kit.object("radio_buttons");
    choice.add("options", Kit.array(options));
    choice.add("initial_option", options.get(chosen));
    return choice;
  }

  private static JsonObject text(boolean multiline, int longest) {
    var input = Kit.object("plain_text_input");
    input.addProperty("multiline", multiline);
    input.addProperty("max_length", longest);
    return input;
  }

  /**
   * @param submit empty for a modal without a button
   */
  private static String modal(
      String callback, String title, String submit, String metadata, List<JsonObject> blocks) {
    var modal = Kit.object("modal");
    modal.addProperty("callback_id", callback);
    modal.add("title", Kit.plain(title, 24));
    if (!submit.isEmpty()) {
      modal.add("submit", Kit.plain(submit, 24));
    }
    modal.add("close", Kit.plain("Close", 24));
    if (!metadata.isEmpty()) {
      modal.addProperty("private_metadata", metadata);
    }
    return Kit.json(Kit.with(modal, "blocks", Kit.array(blocks)));
  }
}
