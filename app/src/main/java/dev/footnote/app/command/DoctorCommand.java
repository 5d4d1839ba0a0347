package dev.footnote.app.command;

import dev.footnote.app.platform.Platforms;
import dev.footnote.app.settings.ServiceSettings;
import dev.footnote.app.settings.Setting;
import dev.footnote.app.settings.Settings;
import dev.footnote.app.settings.SettingsException;
import dev.footnote.core.conversation.UntrustedText;
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

  private final Footnote footnote;
  private final List<Finding> findings = new ArrayList<>();

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
      String.valueOf(e.getMessage()).lines().forEach(l -> add(Finding.problem("settings", l)));
    }
    findings.forEach(f ->
        footnote
            .streams()
            .out()
            .printf("%-8s %-12s %s%n", f.level().word(), f.about(), UntrustedText.clean(f.text())));
    boolean sound = findings.stream().noneMatch(f -> f.level() == Finding.Level.PROBLEM);
    return sound ? CommandLines.DONE : CommandLines.FAILED;
  }

  private void java() {
    var text = Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor");
    add(
        Runtime.version().feature() >= OLDEST_JAVA
            ? Finding.ok("java", text)
            : Finding.problem("java", text + "; install a JDK, 21 or newer"));
  }

  private void settings(Settings settings) {
    var file = settings.file().map(Path::toString).orElse("no settings file, which is fine");
    var said =
        settings.origins().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey().key() + " from " + e.getValue())
            .collect(Collectors.joining(", "));
    add(Finding.ok("settings", file + (said.isEmpty() ? "; all defaults" : "; " + said)));
    add(Finding.ok(Setting.TIME_ZONE.key(), settings.timeZone().toString()));
  }

  private void data(Path data) {
    if (!Files.exists(data)) {
      var parent = data.toAbsolutePath().getParent();
      boolean creatable = parent != null && Files.isDirectory(parent) && Files.isWritable(parent);
      add(
          creatable
              ? Finding.ok("data", data + ": not there yet; it is made when it is needed")
              : Finding.problem(
                  "data",
                  data + ": cannot be made; make its parent folder, or choose with --data"));
    } else if (!Files.isDirectory(data)) {
      add(Finding.problem("data", data + ": not a folder; choose another with --data"));
    } else if (!Files.isReadable(data) || !Files.isWritable(data) || !Files.isExecutable(data)) {
      add(
          Finding.problem(
              "data", data + ": cannot be read and written; give this user the right to"));
    } else {
      long free = data.toFile().getUsableSpace() >> 20;
      var text = data + ": readable and writable, " + free + " MB free";
      add(
          free < 200
              ? Finding.problem("data", text + "; free some space")
              : Finding.ok("data", text));
    }
  }

  private void knowledge() {
    try {
      var knowledge = footnote.knowledge();
      add(
          Finding.ok(
              "knowledge",
              "%d curated stories, %d entities, %d publishers"
                  .formatted(
                      knowledge.stories().size(),
                      knowledge.entities().size(),
                      knowledge.publishers().size())));
    } catch (KnowledgeException e) {
      add(Finding.problem("knowledge", String.valueOf(e.getMessage())));
    }
  }

  private void index(Settings settings) {
    try {
      var status = footnote.wiring().inspect(settings);
      var counts =
          "%d articles, %d passages, %d of them embedded"
              .formatted(status.articles(), status.passages(), status.embedded());
      if (status.trouble().isPresent()) {
        add(Finding.problem("index", status.trouble().get()));
      } else if (status.current()) {
        add(Finding.ok("index", counts));
      } else {
        add(Finding.note("index", counts + "; the next question brings it up to date"));
      }
    } catch (KnowledgeException e) {
      add(Finding.problem("index", String.valueOf(e.getMessage())));
    }
    add(
        settings.embeddings()
            ? Finding.ok("embeddings", "bge-small-en-v1.5, in this process")
            : Finding.note("embeddings", "off: passages are found by their words alone"));
  }

  private void tokens() {
    for (var platform : footnote.wiring().platforms()) {
      for (var name : platform.variables()) {
        if (isSet(name) || isSet(name + "_FILE")) {
          add(Finding.ok("token", (isSet(name) ? name : name + "_FILE") + " is set"));
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
    platforms.problems().forEach(problem -> add(Finding.problem("platform", problem)));
    if (platforms.ready().isEmpty() && platforms.problems().isEmpty()) {
      add(Finding.note("platform", "no chat platform is set up; the terminal needs none"));
    }
    for (var platform : platforms.ready()) {
      for (var found : platform.diagnose()) {
        var text = found.wayOut().isEmpty() ? found.what() : found.what() + "; " + found.wayOut();
        add(
            switch (found.state()) {
              case OK -> Finding.ok(platform.name(), text);
              case WARNING -> Finding.note(platform.name(), text);
              case FAILED -> Finding.problem(platform.name(), text);
            });
      }
    }
  }

  private void add(Finding finding) {
    findings.add(finding);
  }
}
