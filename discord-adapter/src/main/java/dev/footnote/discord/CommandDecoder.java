package dev.footnote.discord;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.CommandParser;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** Turns a subcommand and its options, or a chat line, into what somebody wants. Stateless. */
final class CommandDecoder {

  /**
   * What was understood.
   *
   * @param asked the request in words, for whoever reads the answer
   */
  record Decoded(Command command, String asked) {}

  private static final CommandParser PARSER = new CommandParser();

  private CommandDecoder() {}

  /**
   * @param option the value of an option; empty if it was left out
   */
  static Decoded slash(String subcommand, Function<String, Optional<String>> option) {
    return switch (subcommand) {
      case "ask" -> ask(option);
      case "latest" -> {
        var about = option.apply("about");
        yield new Decoded(new Command.Latest(about), line("latest", about));
      }
      case "story" -> {
        var story = option.apply("story").orElse("");
        yield new Decoded(new Command.ShowStory(story), "story");
      }
      case "timeline" -> {
        var about = option.apply("about").orElse("");
        yield new Decoded(new Command.Timeline(about), line("timeline", Optional.of(about)));
      }
      case "compare" -> {
        var sides =
            option.apply("first").orElse("")
                + " and "
                + option.apply("second").orElse("")
                + option.apply("on").map(on -> " on " + on).orElse("");
        yield new Decoded(new Command.Compare(sides), "compare " + sides);
      }
      case "check" -> {
        var claim = option.apply("claim").orElse("");
        yield new Decoded(new Command.Check(claim), "check " + claim);
      }
      case "sources" -> {
        var about = option.apply("about");
        yield new Decoded(new Command.Sources(about), line("sources", about));
      }
      case "why" -> new Decoded(new Command.Why(), "why");
      default -> new Decoded(new Command.Help(), "help");
    };
  }

  /** What somebody wrote, or the line behind a button. */
  static Decoded line(String text) {
    return new Decoded(PARSER.parse(text), text);
  }

  private static Decoded ask(Function<String, Optional<String>> option) {
    var asked = option.apply("question").orElse("").strip();
    var question = asked;
    var limits =
        option.apply("publisher").map(p -> " according to " + p.strip()).orElse("")
            + option.apply("period").map(p -> " " + p).orElse("");
    if (!limits.isEmpty()) {
      boolean marked = asked.endsWith("?");
      question =
          (marked ? asked.substring(0, asked.length() - 1).strip() : asked)
              + limits
              + (marked ? "?" : "");
    }
    var day = option.apply("as_of").flatMap(CommandDecoder::day);
    return new Decoded(
        new Command.Ask(question, day, Optional.empty()),
        question + day.map(d -> " (as of " + d + ")").orElse(""));
  }

  /** Whether {@code text} is a day, or is left out. */
  static boolean isDay(Optional<String> text) {
    return text.isEmpty() || day(text.get()).isPresent();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String line(String word, Optional<String> rest) {
    return rest.map(r -> word + " " + r).orElse(word);
  }
}
