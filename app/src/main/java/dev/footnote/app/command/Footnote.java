package dev.footnote.app.command;

import dev.footnote.app.engine.Engine;
import dev.footnote.app.engine.Wiring;
import dev.footnote.app.settings.Setting;
import dev.footnote.app.settings.Settings;
import dev.footnote.app.settings.SettingsReader;
import dev.footnote.app.terminal.ProgressLine;
import dev.footnote.app.terminal.TerminalReplyRenderer;
import dev.footnote.core.conversation.Reply;
import dev.footnote.knowledge.KnowledgeBase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: the options that all commands share, and what they work with. */
@Command(
    name = "footnote",
    header = "Answers questions about AI-industry news, with a source behind every sentence.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  footnote ask \"When will Meta release the Muse Spark API?\"",
      "  footnote chat",
      "  footnote stories --entity meta --since 2026-05-01",
      "",
      "'footnote COMMAND --help' shows examples for each command."
    })
final class Footnote implements Runnable {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The data folder (default: ./data, or $FOOTNOTE_DATA).")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The settings file (default: footnote.yaml if it is there).")
  private @Nullable Path config;

  @Option(
      names = "--no-curated",
      scope = ScopeType.INHERIT,
      description = "Use only what the data folder holds.")
  private boolean withoutCurated;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where an unexpected failure comes from.")
  private boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Streams streams;
  private final Wiring wiring;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private @Nullable Settings settings;

  Footnote(Streams streams, Wiring wiring, Map<String, String> environment, InstantSource clock) {
    this.streams = streams;
    this.wiring = wiring;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  @Override
  public void run() {
    spec.commandLine().usage(streams.err());
    throw new UsageException("footnote: say what to do, for example: footnote help");
  }

  Streams streams() {
    return streams;
  }

  Map<String, String> environment() {
    return environment;
  }

  InstantSource clock() {
    return clock;
  }

  boolean debug() {
    return debug;
  }

  /** The settings, read when first asked for. */
  Settings settings() {
    if (settings == null) {
      var arguments = new EnumMap<Setting, String>(Setting.class);
      if (data != null) {
        arguments.put(Setting.DATA, data.toString());
      }
      if (withoutCurated) {
        arguments.put(Setting.CURATED, "false");
      }
      settings = SettingsReader.read(config, environment, arguments);
    }
    return settings;
  }

  Wiring wiring() {
    return wiring;
  }

  KnowledgeBase knowledge() {
    return wiring.knowledge(settings());
  }

  /** Opens everything; the caller closes it. */
  Engine open() {
    boolean watched = streams.errorTerminal();
    try (var bar = new ProgressLine(streams.err(), watched)) {
      return wiring.open(settings(), watched ? bar::at : (stage, done, total) -> {});
    }
  }

  /** Opens everything for questions, and says if what they find is not yet all there is. */
  Engine openForQuestions() {
    var engine = open();
    var status = engine.status();
    if (settings().embeddings() && status.embedded() < status.passages()) {
      streams
          .err()
          .printf(
              "%d of %d passages are found by meaning so far, the others by their words alone;"
                  + " 'footnote kb index' finishes that%n",
              status.embedded(), status.passages());
    }
    return engine;
  }

  LocalDate today() {
    return clock.instant().atZone(settings().timeZone()).toLocalDate();
  }

  void show(Reply reply) {
    streams.out().println(new TerminalReplyRenderer(streams.screen()).render(reply));
  }
}
