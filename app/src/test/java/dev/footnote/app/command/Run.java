package dev.footnote.app.command;

import dev.footnote.app.engine.Wiring;
import dev.footnote.app.terminal.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * What one run of the command line printed, and its exit code.
 *
 * @param code the exit code
 */
record Run(int code, String out, String err) {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-06-06T12:00:00Z"));

  /** Runs {@code arguments} with nothing on standard input. */
  static Run of(Wiring wiring, String... arguments) {
    return with("", Map.of("FOOTNOTE_TIME_ZONE", "UTC"), wiring, arguments);
  }

  static Run with(
      String input, Map<String, String> environment, Wiring wiring, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        new Streams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Screen.PLAIN,
            false,
            false);
    int code = CommandLines.create(streams, wiring, environment, NOON).execute(arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
