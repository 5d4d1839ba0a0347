package dev.footnote.core.conversation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a chat line, or the text after {@code /ainews}. The first word may be a command; anything
 * else is a question, so nothing is ever refused. Stateless.
 */
public final class CommandParser {

  /** The command words, as help lists them. */
  public static final List<String> WORDS =
      List.of("ask", "latest", "story", "timeline", "compare", "check", "sources", "why", "help");

  private static final Pattern AS_OF =
      Pattern.compile(
          "^(?:--as-of|as-of:)\\s*=?\\s*(\\d{4}-\\d{2}-\\d{2})\\s+(.*)$", Pattern.DOTALL);
  private static final Pattern JOINING =
      Pattern.compile("^(?:on|about|for|of|from|in|with|that|:)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern QUESTION_WORD =
      Pattern.compile(
          "(?i)(?:did|does|do|is|was|are|were|has|have|had|can|could|will|would|not)\\b.*");

  /** Words that are nearly a command and perfectly good beginnings of a question. */
  private static final List<String> INNOCENT =
      List.of("store", "sorry", "stony", "latent", "checks", "helps", "tasks", "compared");

  private static final int LONGEST_COMMAND_LINE = 400;

  /** Reads {@code line}; never fails. */
  public Command parse(String line) {
    var text = line.strip();
    if (text.startsWith("/ainews")) {
      text = text.substring("/ainews".length()).strip();
    } else if (text.startsWith("/") && text.length() > 1) {
      text = text.substring(1);
    }
    var space = firstSpace(text);
    var word = text.substring(0, space).toLowerCase(Locale.ROOT);
    var rest = text.substring(space).strip();
    return switch (word) {
      case "ask" -> ask(rest);
      case "latest", "news" -> latest(text, rest);
      case "story" -> rest.isEmpty() ? new Command.Help() : new Command.ShowStory(rest);
      case "timeline" -> rest.isEmpty() ? new Command.Help() : new Command.Timeline(bare(rest));
      case "compare" -> rest.isEmpty() ? new Command.Help() : new Command.Compare(rest);
      case "check" -> rest.isEmpty() ? new Command.Help() : new Command.Check(bare(rest));
      case "sources", "source" -> sources(text, rest);
      case "why", "why?" -> rest.isEmpty() ? new Command.Why() : Command.Ask.of(text);
      case "help", "?", "" -> rest.isEmpty() ? new Command.Help() : Command.Ask.of(text);
      default -> new Command.Ask(text, Optional.empty(), meant(word, text, rest));
    };
  }

  private static Command ask(String rest) {
    var dated = AS_OF.matcher(rest);
    if (dated.matches()) {
      try {
        var day = LocalDate.parse(dated.group(1));
        return new Command.Ask(dated.group(2).strip(), Optional.of(day), Optional.empty());
      } catch (DateTimeParseException e) {
        return Command.Ask.of(rest);
      }
    }
    return Command.Ask.of(rest);
  }

  private static Command latest(String text, String rest) {
    if (rest.isEmpty()) {
      return new Command.Latest(Optional.empty());
    }
    return text.endsWith("?") ? Command.Ask.of(text) : new Command.Latest(Optional.of(bare(rest)));
  }

  private static Command sources(String text, String rest) {
    if (rest.isEmpty()) {
      return new Command.Sources(Optional.empty());
    }
    return text.endsWith("?") || QUESTION_WORD.matcher(rest).matches()
        ? Command.Ask.of(text)
        : new Command.Sources(Optional.of(bare(rest)));
  }

  /** The line with its first word put right, if that word is nearly a command. */
  private static Optional<String> meant(String word, String text, String rest) {
    if (text.endsWith("?")
        || text.length() > LONGEST_COMMAND_LINE
        || word.length() < 4
        || INNOCENT.contains(word)) {
      return Optional.empty();
    }
    return WORDS.stream()
        .filter(known -> known.length() >= 4 && Nearness.distance(word, known) == 1)
        .findFirst()
        .map(known -> rest.isEmpty() ? known : known + " " + rest);
  }

  private static String bare(String rest) {
    return JOINING.matcher(rest).replaceFirst("").strip();
  }

  private static int firstSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return text.length();
  }
}
