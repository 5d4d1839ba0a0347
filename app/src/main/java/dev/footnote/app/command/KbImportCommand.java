package dev.footnote.app.command;

import dev.footnote.app.terminal.ProgressLine;
import dev.footnote.core.data.ArticleImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports articles. */
@Command(
    name = "import",
    description =
        "Import articles from a file of JSON Lines. Running it again changes nothing twice.",
    footer = {
      "",
      "Examples:",
      "  footnote kb import articles.jsonl",
      "  footnote --data ./archive kb import articles.jsonl",
      "",
      "Each line: {\"id\", \"title\", \"url\", \"publisher\", \"author\"?, \"published\", \"body\"}.",
      "Ctrl-C is safe at any time: what was imported stays, and the same command goes on."
    })
final class KbImportCommand implements Callable<Integer> {

  private static final int REJECTIONS_SHOWN = 20;

  private final Footnote footnote;

  @Parameters(paramLabel = "FILE", description = "The articles, a JSON object a line.")
  private Path file = Path.of("-");

  KbImportCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    long total = lines();
    var err = footnote.streams().err();
    try (var engine = footnote.open()) {
      ArticleImport.Report report;
      try (var bar = new ProgressLine(err, footnote.streams().errorTerminal())) {
        bar.at("Importing", 0, total);
        report = engine.importArticles(file, r -> bar.at("Importing", r.lines(), total));
      }
      int code = summarise(report);
      if (footnote.settings().embeddings()) {
        try (var bar = new ProgressLine(err, footnote.streams().errorTerminal())) {
          engine.update(bar::at);
        }
      }
      return code;
    }
  }

  private int summarise(ArticleImport.Report report) {
    var err = footnote.streams().err();
    report.rejected().stream()
        .limit(REJECTIONS_SHOWN)
        .forEach(r -> err.println(file + ":" + r.line() + ": " + r.message()));
    int hidden = report.rejected().size() - REJECTIONS_SHOWN;
    if (hidden > 0) {
      err.println(file + ": and " + hidden + " more lines that cannot be used");
    }
    footnote
        .streams()
        .out()
        .printf(
            "%d new, %d changed, %d unchanged, %d rejected%n",
            report.added(), report.revised(), report.unchanged(), report.rejected().size());
    footnote.streams().out().flush();
    if (footnote.settings().embeddings() && report.added() + report.revised() > 0) {
      err.println("They can be found by their words now; their meaning follows (Ctrl-C is safe).");
    }
    return report.rejected().isEmpty() ? CommandLines.DONE : CommandLines.FAILED;
  }

  private long lines() {
    if (!Files.isRegularFile(file)) {
      throw new FailureException(
          file + (Files.exists(file) ? ": not a file" : ": no such file") + "; check the path");
    }
    try (var bytes = Files.newInputStream(file)) {
      long lines = 0;
      var buffer = new byte[1 << 16];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        for (int i = 0; i < n; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
      return lines;
    } catch (IOException e) {
      throw new FailureException(file + ": cannot be read; give this user the right to");
    }
  }
}
