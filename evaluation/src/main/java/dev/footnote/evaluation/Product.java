package dev.footnote.evaluation;

import dev.footnote.app.command.CommandLines;
import dev.footnote.app.command.Streams;
import dev.footnote.app.engine.EmbeddedWiring;
import dev.footnote.app.terminal.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Footnote's own command line, run in this process on one data folder: what is measured is what a
 * user gets. The day is fixed, so that "latest" and "last week" mean the same in every run.
 */
final class Product {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

  private final Path data;
  private final boolean curated;
  private final PrintStream err;

  /** A line that was printed, and how long after the line before it. */
  record Line(String text, Duration after) {}

  /**
   * @param curated whether the curated stories answer too
   * @param err where progress and hints go
   */
  Product(Path data, boolean curated, PrintStream err) {
    this.data = data;
    this.curated = curated;
    this.err = err;
  }

  /**
   * Runs one command and returns what it printed.
   *
   * @param input what it reads from standard input
   * @throws EvaluationException if it fails
   */
  List<Line> run(String input, String... arguments) {
    var printed = new Lines();
    var streams =
        new Streams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(printed, false, StandardCharsets.UTF_8),
            err,
            Screen.PLAIN,
            false,
            false);
    var all = new ArrayList<>(List.of("--data", data.toString()));
    if (!curated) {
      all.add("--no-curated");
    }
    all.addAll(List.of(arguments));
    int code =
        CommandLines.create(
                streams, new EmbeddedWiring(CLOCK), Map.of("FOOTNOTE_TIME_ZONE", "UTC"), CLOCK)
            .execute(all.toArray(String[]::new));
    streams.out().flush();
    if (code != 0) {
      throw new EvaluationException(
          "footnote " + String.join(" ", all) + ": failed with exit code " + code);
    }
    return printed.lines;
  }

  /** Cuts what is written into lines as they end. */
  private static final class Lines extends OutputStream {

    private final List<Line> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long last = System.nanoTime();

    @Override
    public void write(int b) {
      if (b != '\n') {
        line.write(b);
        return;
      }
      long now = System.nanoTime();
      lines.add(new Line(line.toString(StandardCharsets.UTF_8), Duration.ofNanos(now - last)));
      line.reset();
      last = now;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        write(bytes[i]);
      }
    }
  }
}
