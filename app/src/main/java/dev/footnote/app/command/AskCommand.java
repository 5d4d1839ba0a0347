package dev.footnote.app.command;

import dev.footnote.app.engine.Engine;
import dev.footnote.app.json.JsonLines;
import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.AnswerReplies;
import dev.footnote.core.question.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one question, or a file of them. */
@Command(
    name = "ask",
    description =
        "Answer a question, each sentence with its sources, or say openly that nothing is on file.",
    footer = {
      "",
      "Examples:",
      "  footnote ask \"When will Meta release the Muse Spark API?\"",
      "  footnote ask --as-of 2026-05-01 \"Is the Muse Spark API out?\"",
      "  echo \"Who leads Meta Superintelligence Labs?\" | footnote ask -",
      "  footnote ask --batch questions.jsonl --json > answers.jsonl",
      "",
      "A batch has lines {\"id\": \"1\", \"question\": \"…\"}; \"after\": \"0\" makes a question follow",
      "the one with id 0 in the same conversation."
    })
final class AskCommand implements Callable<Integer> {

  private static final int HISTORY = 8;
  private static final int LONGEST_INPUT = 1_000_000;

  private final Footnote footnote;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Answer as one could have on that day (YYYY-MM-DD).")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print one JSON object a question.")
  private boolean json;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Answer a file of JSON Lines; - is standard input. Prints JSON.")
  private @Nullable String batch;

  @Parameters(
      paramLabel = "QUESTION",
      description = "The question; - reads it from standard input.")
  private List<String> words = List.of();

  AskCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    if (batch != null) {
      if (!words.isEmpty()) {
        throw new UsageException("footnote ask: give a question or --batch, not both");
      }
      return askAll(batch);
    }
    if (words.isEmpty()) {
      throw new UsageException(
          "footnote ask: the question is missing; write footnote ask \"Who leads OpenAI?\"");
    }
    askOne(words.equals(List.of("-")) ? standardInput() : String.join(" ", words));
    return CommandLines.DONE;
  }

  private void askOne(String question) {
    try (var engine = footnote.openForQuestions()) {
      var answered = answer(engine, question, List.of());
      if (json) {
        footnote.streams().out().println(JsonLines.answer("1", question, answered));
      } else {
        footnote.show(new AnswerReplies().reply("1", answered));
      }
    }
  }

  private int askAll(String file) {
    try (var engine = footnote.openForQuestions()) {
      Map<String, List<Question.Turn>> conversations = new HashMap<>();
      return new BatchFile(footnote.streams(), file, "question")
          .run(asked -> {
            var history = asked.after().map(id -> before(conversations, id)).orElse(List.of());
            var answered = answer(engine, asked.text(), history);
            conversations.put(asked.id(), with(history, answered));
            footnote.streams().out().println(JsonLines.answer(asked.id(), asked.text(), answered));
          });
    }
  }

  private Answered answer(Engine engine, String question, List<Question.Turn> history) {
    return engine
        .answering()
        .answer(new Question(question, footnote.today(), Optional.ofNullable(asOf), history));
  }

  private static List<Question.Turn> before(
      Map<String, List<Question.Turn>> conversations, String id) {
    var history = conversations.get(id);
    if (history == null) {
      throw new IllegalArgumentException("\"after\": no question '" + id + "' stands before it");
    }
    return history;
  }

  private static List<Question.Turn> with(List<Question.Turn> history, Answered answered) {
    var documents =
        switch (answered.answer()) {
          case Answer.Grounded g ->
              g.citations().stream().map(Citation::document).distinct().toList();
          case Answer.Abstained a -> List.<String>of();
        };
    var turns = new ArrayList<>(history);
    turns.add(new Question.Turn(answered.query(), documents));
    return turns.subList(Math.max(0, turns.size() - HISTORY), turns.size());
  }

  private String standardInput() {
    try {
      var bytes = footnote.streams().in().readNBytes(LONGEST_INPUT);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new FailureException("standard input: cannot be read");
    }
  }
}
