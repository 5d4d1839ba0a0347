package dev.footnote.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** The commands as Discord offers them, with their names and descriptions in each language. */
final class SlashCommands {

  static final String NAME = "ainews";

  /** The command on a message; context commands are known by their name. */
  static final String CHECK_MESSAGE = "Check against the news";

  /** Characters of a question, or of whatever else is typed. */
  static final int LONGEST_QUESTION = 1500;

  static final List<DiscordLocale> LOCALES =
      List.of(
          DiscordLocale.GERMAN,
          DiscordLocale.FRENCH,
          DiscordLocale.SPANISH,
          DiscordLocale.JAPANESE,
          DiscordLocale.PORTUGUESE_BRAZILIAN);

  private static final Map<DiscordLocale, ResourceBundle> WORDS = words();

  private SlashCommands() {}

  /** All of them; always the same. */
  static List<CommandData> all() {
    var ainews =
        Commands.slash(NAME, "Questions about AI-industry news, answered with sources")
            .addSubcommands(
                sub("ask", "Ask a question; every sentence of the answer carries its sources")
                    .addOptions(
                        text("question", "Your question, in plain words").setRequired(true),
                        new OptionData(OptionType.STRING, "period", "Only what happened then")
                            .addChoice("today", "today")
                            .addChoice("this week", "this week")
                            .addChoice("this month", "this month")
                            .addChoice("this year", "this year"),
                        text("publisher", "What this publisher reported").setAutoComplete(true),
                        text("as_of", "Answer as of this day, such as 2026-05-01")),
                sub("latest", "The newest stories, or the newest about something")
                    .addOptions(
                        text("about", "A company, person, model or topic").setAutoComplete(true)),
                sub("story", "One story with its timeline and sources")
                    .addOptions(
                        text("story", "Words of its title")
                            .setRequired(true)
                            .setAutoComplete(true)),
                sub("timeline", "What happened, in order")
                    .addOptions(
                        text("about", "A company, person, model or topic")
                            .setRequired(true)
                            .setAutoComplete(true)),
                sub("compare", "Two sides held against each other")
                    .addOptions(
                        text("first", "One side").setRequired(true).setAutoComplete(true),
                        text("second", "The other side").setRequired(true).setAutoComplete(true),
                        text("on", "What to compare, such as funding")),
                sub("check", "Is this claim covered, supported or contradicted?")
                    .addOptions(text("claim", "The claim, in one sentence").setRequired(true)),
                sub("sources", "Sources on file, or those of the last answer with their quotes")
                    .addOptions(
                        text("about", "A company, person, model or topic").setAutoComplete(true)),
                sub("why", "How your last question was understood, and why these sources"),
                sub("help", "What you can ask"));
    ainews
        .getSubcommands()
        .forEach(s -> s.addOption(OptionType.BOOLEAN, "private", "Only you see the answer"));
    ainews.addSubcommands(
        new SubcommandData("settings", "How the bot answers on this server (Manage Server)"));
    ainews.setLocalizationFunction(SlashCommands::localized);
    var check = Commands.message(CHECK_MESSAGE).setLocalizationFunction(SlashCommands::localized);
    var all = new ArrayList<CommandData>(List.of(ainews, check));
    all.forEach(c ->
        c.setIntegrationTypes(IntegrationType.ALL)
            .setContexts(
                InteractionContextType.GUILD,
                InteractionContextType.BOT_DM,
                InteractionContextType.PRIVATE_CHANNEL));
    return all;
  }

  private static SubcommandData sub(String name, String description) {
    return new SubcommandData(name, description);
  }

  private static OptionData text(String name, String description) {
    return new OptionData(OptionType.STRING, name, description).setMaxLength(LONGEST_QUESTION);
  }

  /** What {@code key} is called; an option that all subcommands share is listed once. */
  private static Map<DiscordLocale, String> localized(String key) {
    var shared = key.replaceFirst("^ainews\\.\\w+\\.options\\.private\\.", "private.");
    var all = new HashMap<DiscordLocale, String>();
    WORDS.forEach((locale, words) -> {
      if (words.containsKey(shared)) {
        all.put(locale, words.getString(shared));
      }
    });
    return all;
  }

  private static Map<DiscordLocale, ResourceBundle> words() {
    var words = new HashMap<DiscordLocale, ResourceBundle>();
    for (var locale : LOCALES) {
      words.put(
          locale,
          ResourceBundle.getBundle(
              "dev.footnote.discord.commands",
              Locale.forLanguageTag(locale.getLocale()),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
    return Map.copyOf(words);
  }
}
