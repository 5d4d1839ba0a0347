package dev.footnote.app;

import dev.footnote.app.command.CommandLines;
import dev.footnote.app.command.Streams;
import dev.footnote.app.engine.EmbeddedWiring;
import dev.footnote.app.terminal.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the program begins. */
public final class Main {

  private static final String TERMINALS = "footnote.terminals";

  /** Kept, as the log manager forgets levels of loggers that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE); // it warns that an optional JVM module is absent
    var streams = streams();
    var clock = Clock.systemUTC();
    int code =
        CommandLines.create(streams, new EmbeddedWiring(clock), System.getenv(), clock)
            .execute(arguments);
    streams.out().flush();
    streams.err().flush();
    System.exit(code);
  }

  /*
   * Java before 22 cannot say which streams are terminals, so the footnote script does: "in out
   * err", those that are, in the system property footnote.terminals.
   */
  private static Streams streams() {
    var terminals = System.getProperty(TERMINALS, "");
    boolean out = terminals.contains("out");
    return new Streams(
        System.in,
        stream(FileDescriptor.out, out),
        stream(FileDescriptor.err, true),
        out ? Screen.of(System.getenv(), Integer.getInteger("footnote.columns", 0)) : Screen.PLAIN,
        terminals.contains("err"),
        out && terminals.contains("in"));
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean flushed) {
    return new PrintStream(new FileOutputStream(descriptor), flushed, StandardCharsets.UTF_8);
  }
}
