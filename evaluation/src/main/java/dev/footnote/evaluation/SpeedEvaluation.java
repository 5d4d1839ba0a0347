package dev.footnote.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How long a user waits, and what it takes: the launch script, in processes of its own. */
final class SpeedEvaluation {

  private static final int RUNS = 5;
  private static final int QUESTIONS = 100;
  private static final String QUESTION = "When will Meta release the Muse Spark API?";
  private static final Path TIME = Path.of("/usr/bin/time");

  private final Path script;
  private final Path data;
  private final PrintStream out;

  private record Run(Duration wall, List<String> lines) {}

  /**
   * @param script the launch script
   * @param data a data folder, created by the first run where there is none
   */
  SpeedEvaluation(Path script, Path data, PrintStream out) {
    this.script = script;
    this.data = data;
    this.out = out;
  }

  void run(List<ChatQuestion> questions) {
    run(List.of(), "ask", QUESTION);
    var walls = new ArrayList<Duration>();
    for (int i = 0; i < RUNS; i++) {
      walls.add(run(List.of(), "ask", QUESTION).wall());
    }
    var asked =
        questions.stream()
            .filter(q -> q.asOf().isEmpty())
            .limit(QUESTIONS)
            .map(ChatEvaluation::line)
            .toList();
    try {
      var batch = Files.write(Files.createTempFile("footnote-questions", ".jsonl"), asked);
      try {
        var arguments = new String[] {"ask", "--batch", batch.toString(), "--json"};
        var run = run(List.of(), arguments);
        var millis =
            run.lines().stream()
                .map(line -> Json.read(line).path("millis").path("total").asLong())
                .sorted()
                .toList();
        var table = new Table("what", "measured");
        table.row(
            "./footnote ask, second and later runs, wall ms",
            walls.stream()
                .map(w -> String.valueOf(w.toMillis()))
                .collect(Collectors.joining(", ")));
        table.row(
            "./footnote ask --batch, " + millis.size() + " questions, median ms a question",
            String.valueOf(millis.get(millis.size() / 2)));
        table.row(
            "the same, nine in ten take at most, ms",
            String.valueOf(millis.get(millis.size() * 9 / 10)));
        table.row("the same, whole process, wall ms", String.valueOf(run.wall().toMillis()));
        table.row("peak memory of one question, MB", peak("ask", QUESTION));
        table.row("peak memory of the batch, MB", peak(arguments));
        out.println(table);
      } finally {
        Files.deleteIfExists(batch);
      }
    } catch (IOException e) {
      throw new EvaluationException("temporary folder: cannot be written to", e);
    }
  }

  private String peak(String... arguments) throws IOException {
    if (!Files.isExecutable(TIME)) {
      return "not measured: no " + TIME;
    }
    var report = Files.createTempFile("footnote-memory", ".txt");
    try {
      run(List.of(TIME.toString(), "-f", "%M", "-o", report.toString()), arguments);
      return String.valueOf(Long.parseLong(Files.readString(report).strip()) / 1024);
    } catch (EvaluationException | NumberFormatException e) {
      return "not measured: " + TIME + " is not GNU's";
    } finally {
      Files.deleteIfExists(report);
    }
  }

  private Run run(List<String> before, String... arguments) {
    var command = new ArrayList<>(before);
    command.addAll(List.of(script.toString(), "--data", data.toString()));
    command.addAll(List.of(arguments));
    try {
      long start = System.nanoTime();
      var process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process.getOutputStream().close();
      var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      var wall = Duration.ofNanos(System.nanoTime() - start);
      if (code != 0) {
        throw new EvaluationException(String.join(" ", command) + ": exit code " + code);
      }
      return new Run(wall, printed.lines().toList());
    } catch (IOException e) {
      throw new EvaluationException(command.get(0) + ": cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvaluationException("interrupted", e);
    }
  }
}
