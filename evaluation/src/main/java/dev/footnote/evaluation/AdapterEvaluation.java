package dev.footnote.evaluation;

import dev.footnote.core.langchain4j.BgeSmallEmbedder;
import dev.footnote.core.retrieval.Embedder;
import dev.footnote.core.retrieval.ExpectedQuestions;
import dev.footnote.core.retrieval.ExpectedQuestions.Expected;
import dev.footnote.core.retrieval.QuestionAdapter;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Learns the adapter of question vectors from the questions that curators expect, and measures on
 * questions that were held back how often the statement that answers comes first.
 */
final class AdapterEvaluation {

  /** Of the questions of each statement that has so many, the last is held back. */
  private static final int ENOUGH = 4;

  private final List<Expected> questions;
  private final float[][] vectors;
  private final PrintStream out;

  AdapterEvaluation(PrintStream out) {
    var knowledge = CuratedKnowledge.packaged();
    this.questions = ExpectedQuestions.all(knowledge);
    this.out = out;
    UnaryOperator<String> reading = ExpectedQuestions.reading(knowledge);
    Embedder embedder = new BgeSmallEmbedder();
    out.println("embedding " + questions.size() + " questions");
    this.vectors =
        questions.parallelStream()
            .map(question -> embedder.embedQuestion(reading.apply(question.text())))
            .toArray(float[][]::new);
  }

  /** Measures, then learns from all questions and writes the adapter to {@code target}. */
  void run(Path target) {
    Set<Integer> held = held();
    var trained = learned(held);
    var table = new Table("", "mean reciprocal rank", "first");
    var plain = QuestionAdapter.none(vectors[0].length);
    row(table, "vectors as the model gives them", ranks(held, plain));
    row(table, "adapted", ranks(held, trained));
    out.println(held.size() + " questions held back, one of each statement with four or more:");
    out.println(table);
    try {
      Files.write(target, learned(Set.of()).bytes());
      out.println(target.getFileName() + " is learned from all: build anew to use it");
    } catch (IOException e) {
      throw new EvaluationException(target + ": cannot be written", e);
    }
  }

  private static void row(Table table, String name, int[] ranks) {
    double reciprocal = IntStream.of(ranks).mapToDouble(r -> 1.0 / r).average().orElse(0);
    double first = IntStream.of(ranks).filter(r -> r == 1).count() / (double) ranks.length;
    table.row(name, Table.share(reciprocal), Table.share(first));
  }

  private Set<Integer> held() {
    var held = new HashSet<Integer>();
    byStatement(Set.of()).values().stream()
        .filter(all -> all.size() >= ENOUGH)
        .forEach(all -> held.add(all.get(all.size() - 1)));
    return held;
  }

  private Map<String, List<Integer>> byStatement(Set<Integer> held) {
    var statements = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < questions.size(); i++) {
      if (!held.contains(i)) {
        statements.computeIfAbsent(questions.get(i).passage(), p -> new ArrayList<>()).add(i);
      }
    }
    return statements;
  }

  private QuestionAdapter learned(Set<Integer> held) {
    List<float[][]> statements =
        byStatement(held).values().stream()
            .map(all -> all.stream().map(i -> vectors[i]).toArray(float[][]::new))
            .toList();
    return new QuestionAdapter(new AdapterLearner(statements).learn());
  }

  /** Of each question held back: where the statement that answers it stands among all. */
  private int[] ranks(Set<Integer> held, QuestionAdapter adapter) {
    float[][] adapted = new float[vectors.length][];
    IntStream.range(0, vectors.length)
        .parallel()
        .forEach(i -> adapted[i] = adapter.adapt(vectors[i]));
    Map<String, List<Integer>> statements = byStatement(held);
    return held.stream()
        .sorted()
        .parallel()
        .mapToInt(i -> {
          double own =
              nearest(adapted, i, statements.getOrDefault(questions.get(i).passage(), List.of()));
          return 1
              + (int)
                  statements.values().stream()
                      .filter(all -> nearest(adapted, i, all) > own)
                      .count();
        })
        .toArray();
  }

  private static double nearest(float[][] adapted, int question, List<Integer> others) {
    double nearest = -1;
    for (int other : others) {
      double cosine = 0;
      for (int j = 0; j < adapted[question].length; j++) {
        cosine += adapted[question][j] * adapted[other][j];
      }
      nearest = Math.max(nearest, cosine);
    }
    return nearest;
  }
}
