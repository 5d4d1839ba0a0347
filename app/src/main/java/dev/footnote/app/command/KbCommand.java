package dev.footnote.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is known: checked, imported, indexed, counted. */
@Command(
    name = "kb",
    description = "Check, import, index and count what is known.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  footnote kb check",
      "  footnote kb import articles.jsonl",
      "  footnote kb stats"
    })
final class KbCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new UsageException("footnote kb: say what to do, for example: footnote kb stats");
  }
}
