package dev.footnote.evaluation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what docs/benchmarks.md tells. */
@Command(
    name = "evaluate",
    header = "Measures retrieval, answers and speed.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  evaluate retrieval ../shared/bench/multihop-rag",
      "  evaluate chat test -v",
      "  evaluate speed",
      "  evaluate adapter"
    })
public final class Evaluation implements Runnable {

  /** Kept, as the log manager forgets levels of loggers that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private static final String ADAPTER =
      "bot-core/src/main/resources/dev/footnote/core/question-adapter.bin";

  private final Path home;
  private final PrintStream out;
  private final PrintStream err;
  @Spec private CommandSpec spec = CommandSpec.create();

  private Evaluation(Path home, PrintStream out, PrintStream err) {
    this.home = home;
    this.out = out;
    this.err = err;
  }

  /** Runs the command line and exits with its code: 0 done, 2 wrong usage, 1 anything else. */
  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE); // it warns that an optional JVM module is absent
    var out = stream(FileDescriptor.out);
    var err = stream(FileDescriptor.err);
    var home = Path.of(System.getProperty("footnote.home", ""));
    int code =
        new CommandLine(new Evaluation(home, out, err))
            .setExecutionExceptionHandler((e, line, result) -> {
              if (!(e instanceof EvaluationException)) {
                throw e;
              }
              err.println("evaluate: " + e.getMessage());
              return 1;
            })
            .execute(arguments);
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Say what to measure.");
  }

  @Command(
      description = {
        "Finds passages for the questions of MultiHop-RAG and scores them, then asks the questions.",
        "The first time, the articles are imported and embedded, which takes minutes."
      },
      mixinStandardHelpOptions = true)
  void retrieval(
      @Parameters(
              paramLabel = "DIR",
              description = "The benchmark folder: corpus.jsonl, queries.dev.jsonl, score.py.")
          Path folder,
      @Option(
              names = "--data",
              paramLabel = "FOLDER",
              description = "Where the articles are imported to (default: target/multihop-rag).")
          @Nullable Path data,
      @Option(names = "-v", description = "Show each problem.") boolean verbose) {
    var imported = data == null ? home.resolve("target").resolve("multihop-rag") : data;
    prepare(imported);
    new RetrievalEvaluation(folder, new Product(imported, false, err), out).run(verbose);
  }

  @Command(
      description = "Asks questions as typed in chats, and checks every citation.",
      mixinStandardHelpOptions = true)
  void chat(
      @Parameters(
              paramLabel = "SET",
              arity = "0..1",
              defaultValue = "dev",
              description = "dev, or test, which nothing may be fitted on (default: dev).")
          String set,
      @Option(names = "-v", description = "Show each miss.") boolean verbose) {
    var data = home.resolve("target").resolve("evaluation");
    prepare(data);
    ChatEvaluation.run(
            new Product(data, true, err),
            ChatQuestion.read(set),
            home.resolve("knowledge").resolve("content"))
        .print(out, verbose);
  }

  @Command(
      description = "Times the launch script, in processes of its own.",
      mixinStandardHelpOptions = true)
  void speed() {
    var data = home.resolve("target").resolve("evaluation");
    prepare(data);
    new SpeedEvaluation(home.resolve("footnote"), data, out).run(ChatQuestion.read("test"));
  }

  @Command(
      description = {
        "Learns from the questions that curators expect which questions ask the same, and measures",
        "it on some held back. Takes minutes. Writes bot-core's question-adapter.bin."
      },
      mixinStandardHelpOptions = true)
  void adapter() {
    var data = home.resolve("target").resolve("evaluation");
    prepare(data);
    new Product(data, true, err).run("", "ask", "Who leads OpenAI?"); // makes the model ready
    new AdapterEvaluation(out).run(home.resolve(ADAPTER));
  }

  private static void prepare(Path data) {
    var parent = data.toAbsolutePath().getParent();
    try {
      if (parent != null) {
        Files.createDirectories(parent);
      }
    } catch (IOException e) {
      throw new EvaluationException(parent + ": cannot be created", e);
    }
  }
}
