package dev.footnote.app.command;

import dev.footnote.app.platform.Platforms;
import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.app.settings.Setting;
import dev.footnote.app.settings.Settings;
import dev.footnote.app.settings.SettingsException;
import dev.footnote.core.conversation.UntrustedText;
import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Finding.State;
import dev.footnote.knowledge.KnowledgeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Looks at everything that may be wrong, changes nothing, and prints no secret. */
@Command(
    name = "doctor",
    description =
        "Say what is configured, reachable and permitted, and what to do about what is not.",
    footer = {"", "Examples:", "  footnote doctor", "  footnote --data ./archive doctor"})
final class DoctorCommand implements Callable<Integer> {

  private static final int OLDEST_JAVA = 21;

  private record Line(String about, Finding finding) {}

  private final Footnote footnote;
  private final List<Line> lines = new ArrayList<>();

  DoctorCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    java();
    try {
      var settings = footnote.settings();
      settings(settings);
      data(settings.data());
      knowledge();
      index(settings);
      tokens();
      platforms(settings.service());
    } catch (SettingsException e) {
      String.valueOf(e.getMessage()).lines().forEach(l -> add("settings", failed(l)));
    }
    lines.forEach(l ->
        footnote
            .streams()
            .out()
            .printf("%-8s %-12s %s%n", word(l.finding()), l.about(), UntrustedText.clean(text(l))));
    boolean sound = lines.stream().noneMatch(l -> l.finding().state() == State.FAILED);
    return sound ? CommandLines.DONE : CommandLines.FAILED;
  }

  private void java() {
    var text = Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor");
    add(
        "java",
        Runtime.version().feature() >= OLDEST_JAVA
            ? Finding.ok(text)
            : Finding.failed(text, "install a JDK, 21 or newer"));
  }

  private void settings(Settings settings) {
    var file = settings.file().map(Path::toString).orElse("no settings file, which is fine");
    var said =
        settings.origins().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey().key() + " from " + e.getValue())
            .collect(Collectors.joining(", "));
    add("settings", Finding.ok(file + (said.isEmpty() ? "; all defaults" : "; " + said)));
    add(Setting.TIME_ZONE.key(), Finding.ok(settings.timeZone().toString()));
  }

  private void data(Path data) {
    if (!Files.exists(data)) {
      var parent = data.toAbsolutePath().getParent();
      boolean creatable = parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
      add(
          "data",
          creatable
              ? Finding.ok(data + ": not there yet; it is made when it is needed")
              : Finding.failed(
                  data + ": cannot be made", "make its parent folder, or choose with --data"));
    } else if (!Files.isDirectory(data)) {
      add("data", Finding.failed(data + ": not a folder", "choose another with --data"));
    } else if (!Files.isReadable(data) || !Files.isWritable(data) || !Files.isExecutable(data)) {
      add(
          "data",
          Finding.failed(data + ": cannot be read and written", "give this user the right to"));
    } else {
      long free = data.toFile().getUsableSpace() >> 20;
      var text = data + ": readable and writable, " + free + " MB free";
      add("data", free < 200 ? Finding.failed(text, "free some space") : Finding.ok(text));
    }
  }

  private void knowledge() {
    try {
      var knowledge = footnote.knowledge();
      add(
          "knowledge",
          Finding.ok(
              "%d curated stories, %d entities, %d publishers"
                  .formatted(
                      knowledge.stories().size(),
                      knowledge.entities().size(),
                      knowledge.publishers().size())));
    } catch (KnowledgeException e) {
      add("knowledge", failed(String.valueOf(e.getMessage())));
    }
  }

  private void index(Settings settings) {
    try {
      var status = footnote.wiring().inspect(settings);
      var counts =
          "%d articles, %d passages, %d of them embedded"
              .formatted(status.articles(), status.passages(), status.embedded());
      if (status.trouble().isPresent()) {
        add("index", failed(status.trouble().get()));
      } else if (status.current()) {
        add("index", Finding.ok(counts));
      } else {
        add("index", Finding.warning(counts, "the next question brings it up to date"));
      }
    } catch (KnowledgeException e) {
      add("index", failed(String.valueOf(e.getMessage())));
    }
    add(
        "embeddings",
        settings.embeddings()
            ? Finding.ok("bge-small-en-v1.5, in this process")
            : Finding.warning("off: passages are found by their words alone", ""));
  }

  private void tokens() {
    for (var platform : footnote.wiring().platforms()) {
      for (var name : platform.variables()) {
        if (isSet(name) || isSet(name + "_FILE")) {
          add("token", Finding.ok((isSet(name) ? name : name + "_FILE") + " is set"));
        }
      }
    }
  }

  private boolean isSet(String variable) {
    return !footnote.environment().getOrDefault(variable, "").isBlank();
  }

  /** Asks each platform that is set up. */
  private void platforms(ServiceSettings settings) {
    var platforms = Platforms.read(footnote.wiring().platforms(), footnote.environment(), settings);
    platforms.problems().forEach(problem -> add("platform", failed(problem)));
    if (platforms.ready().isEmpty() && platforms.problems().isEmpty()) {
      add("platform", Finding.warning("no chat platform is set up", "the terminal needs none"));
    }
    for (var platform : platforms.ready()) {
      platform.diagnose().forEach(finding -> add(platform.name(), finding));
    }
  }

  private void add(String about, Finding finding) {
    lines.add(new Line(about, finding));
  }

  /** A message that names the way out itself. */
  private static Finding failed(String message) {
    return Finding.failed(message, "");
  }

  private static String word(Finding finding) {
    return switch (finding.state()) {
      case OK -> "ok";
      case WARNING -> "note";
      case FAILED -> "problem";
    };
  }

  private static String text(Line line) {
    var finding = line.finding();
    return finding.wayOut().isEmpty() ? finding.what() : finding.what() + "; " + finding.wayOut();
  }
}
