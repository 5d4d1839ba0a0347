package dev.footnote.app.command;

import dev.footnote.app.engine.Wiring;
import dev.footnote.app.settings.SettingsException;
import dev.footnote.core.conversation.Nearness;
import dev.footnote.core.conversation.UntrustedText;
import dev.footnote.core.retrieval.RetrieverUnavailableException;
import dev.footnote.knowledge.KnowledgeException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: which commands there are, and what becomes of their failures. */
public final class CommandLines {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private CommandLines() {}

  /** The command line, ready to {@link CommandLine#execute}: it never throws. */
  public static CommandLine create(
      Streams streams, Wiring wiring, Map<String, String> environment, InstantSource clock) {
    var footnote = new Footnote(streams, wiring, environment, clock);
    var kb =
        new CommandLine(new KbCommand())
            .addSubcommand(new KbCheckCommand(footnote))
            .addSubcommand(new KbImportCommand(footnote))
            .addSubcommand(new KbIndexCommand(footnote))
            .addSubcommand(new KbStatsCommand(footnote));
    var line =
        new CommandLine(footnote)
            .addSubcommand(new AskCommand(footnote))
            .addSubcommand(new ChatCommand(footnote))
            .addSubcommand(new SearchCommand(footnote))
            .addSubcommand(new StoriesCommand(footnote))
            .addSubcommand(new StoryCommand(footnote))
            .addSubcommand(new TimelineCommand(footnote))
            .addSubcommand("kb", kb)
            .addSubcommand(new ServeCommand(footnote))
            .addSubcommand(new DoctorCommand(footnote))
            .addSubcommand(new CommandLine.HelpCommand())
            .addSubcommand("generate-completion", new AutoComplete.GenerateCompletion());
    addHelpOption(line);
    line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(streams.screen().colours() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(streams.screen().width() == 0 ? 80 : streams.screen().width())
        .setExpandAtFiles(false)
        .registerConverter(LocalDate.class, CommandLines::date)
        .setParameterExceptionHandler((e, arguments) -> misread(e, streams))
        .setExecutionExceptionHandler(
            (e, where, result) -> failed(e, where, footnote.debug(), streams));
    return line;
  }

  private static void addHelpOption(CommandLine line) {
    if (!line.getCommandSpec().mixinStandardHelpOptions()
        && line.getCommandSpec().findOption("--help") == null) {
      line.getCommandSpec()
          .addOption(
              CommandLine.Model.OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help and exit.")
                  .build());
    }
    line.getSubcommands().values().forEach(CommandLines::addHelpOption);
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("write a day as YYYY-MM-DD, such as 2026-06-05");
    }
  }

  private static int misread(ParameterException e, Streams streams) {
    var line = e.getCommandLine();
    var name = line.getCommandSpec().qualifiedName();
    var message = new StringBuilder(firstLine(String.valueOf(e.getMessage())));
    suggestion(e).ifPresent(s -> message.append("; did you mean ").append(s).append('?'));
    print(streams, name + ": " + message + " ('" + name + " --help' shows examples)");
    return WRONG_USAGE;
  }

  /** The option or command that was meant, if what was typed is none. */
  private static Optional<String> suggestion(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return Optional.empty();
    }
    var typed = unmatched.getUnmatched().getFirst();
    if (typed.contains(" ")) {
      return Optional.of("footnote ask \"…\"");
    }
    var spec = e.getCommandLine().getCommandSpec();
    var known = new ArrayList<String>();
    if (typed.startsWith("-")) {
      spec.options().forEach(option -> known.addAll(List.of(option.names())));
    } else {
      known.addAll(spec.subcommands().keySet());
    }
    return Nearness.nearest(typed, known);
  }

  private static int failed(Exception e, CommandLine where, boolean debug, Streams streams) {
    var name = where.getCommandSpec().qualifiedName();
    if (debug) {
      e.printStackTrace(streams.err());
    }
    return switch (e) {
      case UsageException usage -> print(streams, usage, WRONG_USAGE);
      case SettingsException settings -> print(streams, settings, WRONG_USAGE);
      case FailureException failure -> print(streams, failure, FAILED);
      case KnowledgeException knowledge -> print(streams, knowledge, FAILED);
      case RetrieverUnavailableException retriever -> print(streams, retriever, FAILED);
      default -> {
        print(
            streams,
            "%s: failed unexpectedly: %s%s"
                .formatted(name, firstLine(e.toString()), debug ? "" : " (--debug shows where)"));
        yield FAILED;
      }
    };
  }

  private static int print(Streams streams, Exception e, int code) {
    print(streams, String.valueOf(e.getMessage()));
    return code;
  }

  private static void print(Streams streams, String message) {
    message.lines().map(UntrustedText::clean).forEach(streams.err()::println);
  }

  private static String firstLine(String message) {
    var line = message.lines().findFirst().orElse("");
    return line.length() > 300 ? line.substring(0, 300) + "…" : line;
  }
}
