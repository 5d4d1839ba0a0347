package dev.footnote.app.command;

import dev.footnote.app.engine.IndexStatus;
import dev.footnote.app.terminal.ProgressLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings the index up to date. */
@Command(
    name = "index",
    description = "Bring the index and its embeddings up to date, and wait until they are.",
    footer = {
      "",
      "Examples:",
      "  footnote kb index",
      "",
      "Ctrl-C is safe at any time: what was done stays, and the same command goes on."
    })
final class KbIndexCommand implements Callable<Integer> {

  private final Footnote footnote;

  KbIndexCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    var err = footnote.streams().err();
    try (var engine = footnote.open()) {
      IndexStatus status;
      try (var bar = new ProgressLine(err, footnote.streams().errorTerminal())) {
        status = engine.update(bar::at);
      }
      footnote
          .streams()
          .out()
          .printf("%d passages, %d of them embedded%n", status.passages(), status.embedded());
      if (status.trouble().isPresent()) {
        throw new FailureException(status.trouble().get());
      }
    }
    return CommandLines.DONE;
  }
}
