package dev.footnote.app.command;

import dev.footnote.knowledge.content.CuratedKnowledge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks curated files. */
@Command(
    name = "check",
    description = "Check curated files; print every problem with file, line and the way out.",
    footer = {"", "Examples:", "  footnote kb check", "  footnote kb check knowledge/content"})
final class KbCheckCommand implements Callable<Integer> {

  private static final Path CONTENT = Path.of("knowledge", "content");

  private final Footnote footnote;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The content folder (default: knowledge/content here or where Footnote is).")
  private @Nullable Path directory;

  KbCheckCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    var folder = directory != null ? directory : ownContent();
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          "footnote kb check: " + folder + " is no folder; name the content folder");
    }
    var problems = CuratedKnowledge.check(folder);
    problems.forEach(p ->
        footnote
            .streams()
            .out()
            .println(folder.resolve(p.path()) + ":" + p.line() + ": " + p.message()));
    if (!problems.isEmpty()) {
      throw new FailureException(
          problems.size() + (problems.size() == 1 ? " problem" : " problems") + " in " + folder);
    }
    var stories = CuratedKnowledge.load(folder).stories().size();
    footnote.streams().out().println(folder + ": " + stories + " stories, no problem");
    return CommandLines.DONE;
  }

  private static Path ownContent() {
    var home = System.getProperty("footnote.home", "");
    return Files.isDirectory(CONTENT) || home.isEmpty() ? CONTENT : Path.of(home).resolve(CONTENT);
  }
}
