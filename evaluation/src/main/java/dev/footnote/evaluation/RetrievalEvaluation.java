package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.evaluation.PassageScore.Found;
import dev.footnote.evaluation.PassageScore.Gold;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * MultiHop-RAG: passages for its questions as {@code search --batch} finds them, and whether {@code
 * ask --batch} abstains from those that its articles cannot answer.
 */
final class RetrievalEvaluation {

  private static final String CORPUS = "corpus.jsonl";
  private static final String QUESTIONS = "queries.dev.jsonl";
  private static final String SCORER = "score.py";

  private final Path folder;
  private final Product product;
  private final PrintStream out;
  private final List<JsonNode> queries;

  /**
   * @param folder the benchmark's
   * @param product on a data folder that holds nothing but the benchmark's articles, or nothing
   */
  RetrievalEvaluation(Path folder, Product product, PrintStream out) {
    this.folder = folder;
    this.product = product;
    this.out = out;
    this.queries = Json.lines(folder.resolve(QUESTIONS));
  }

  void run(boolean verbose) {
    product
        .run("", "kb", "import", folder.resolve(CORPUS).toString())
        .forEach(line -> out.println("kb import: " + line.text()));
    search();
    ask(verbose);
  }

  private void search() {
    var lines =
        product.run(
            "",
            "search",
            "--batch",
            folder.resolve(QUESTIONS).toString(),
            "--limit",
            "10",
            "--json");
    var found = new HashMap<String, List<Found>>();
    for (var line : lines) {
      var result = Json.read(line.text());
      found.put(
          result.path("id").asText(),
          Json.stream(result.path("passages"))
              .map(p -> new Found(p.path("text").asText(), p.path("url").asText("")))
              .toList());
    }
    var table =
        new Table(
            "questions",
            "n",
            "Hits@4",
            "Hits@10",
            "MRR@10",
            "facts@10",
            "all@10",
            "docs@10",
            "alldocs@10");
    scores(table, "all", found, i -> true, q -> true);
    queries.stream()
        .map(q -> q.path("type").asText())
        .filter(type -> !type.equals("null"))
        .distinct()
        .sorted()
        .forEach(type ->
            scores(table, type, found, i -> true, q -> q.path("type").asText().equals(type)));
    scores(table, "even half", found, i -> i % 2 == 0, q -> true);
    scores(table, "odd half", found, i -> i % 2 == 1, q -> true);
    out.println();
    out.println(table);
    out.println(
        "median "
            + Table.medianMillis(lines.stream().skip(1).map(Product.Line::after).toList())
            + " ms a query, embedding included");
    scorer(lines);
  }

  private void scores(
      Table table,
      String name,
      Map<String, List<Found>> found,
      IntPredicate lines,
      Predicate<JsonNode> which) {
    var scores =
        IntStream.range(0, queries.size())
            .filter(lines)
            .mapToObj(queries::get)
            .filter(q -> isAnswerable(q) && which.test(q))
            .map(q ->
                PassageScore.of(
                    Json.stream(q.path("evidence"))
                        .map(e -> new Gold(e.path("fact").asText(), e.path("url").asText()))
                        .toList(),
                    found.getOrDefault(q.path("id").asText(), List.of())))
            .toList();
    var average = PassageScore.average(scores);
    var cells = new ArrayList<>(List.of(name, String.valueOf(scores.size())));
    Stream.of(
            average.hits4(),
            average.hits10(),
            average.mrr10(),
            average.facts10(),
            average.all10(),
            average.docs10(),
            average.alldocs10())
        .map(Table::share)
        .forEach(cells::add);
    table.row(cells);
  }

  private static boolean isAnswerable(JsonNode query) {
    return !query.path("type").asText().equals("null");
  }

  /** The benchmark's own scorer on the same lines, where this machine can run it. */
  private void scorer(List<Product.Line> lines) {
    var script = folder.resolve(SCORER);
    if (!Files.isRegularFile(script)) {
      return;
    }
    try {
      var results = Files.createTempFile("footnote-passages", ".jsonl");
      try {
        Files.write(results, lines.stream().map(Product.Line::text).toList());
        var process =
            new ProcessBuilder(
                    "python3",
                    script.toString(),
                    folder.resolve(QUESTIONS).toString(),
                    results.toString())
                .redirectErrorStream(true)
                .start();
        var printed =
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        out.println();
        out.println(SCORER + " on the same lines:");
        out.println(printed);
      } finally {
        Files.deleteIfExists(results);
      }
    } catch (IOException e) {
      out.println(SCORER + ": not run, there is no python3");
    }
  }

  private void ask(boolean verbose) {
    var batch =
        queries.stream()
            .map(q ->
                Json.object()
                    .put("id", q.path("id").asText())
                    .put("question", q.path("query").asText())
                    .toString())
            .collect(Collectors.joining("\n"));
    var lines = product.run(batch, "ask", "--batch", "-", "--json");
    var answers = lines.stream().map(line -> Json.read(line.text())).toList();
    if (answers.size() != queries.size()) {
      throw new EvaluationException(
          "ask --batch: " + answers.size() + " answers to " + queries.size() + " questions");
    }
    var table = new Table("questions", "null abstained from", "the rest answered");
    abstention(table, "all", answers, i -> true);
    abstention(table, "even half: fitted on", answers, i -> i % 2 == 0);
    abstention(table, "odd half: held out", answers, i -> i % 2 == 1);
    out.println();
    out.println(table);
    out.println(
        "median "
            + Table.medianMillis(lines.stream().skip(1).map(Product.Line::after).toList())
            + " ms an answer");
    var check = CitationCheck.ofArticles(Json.lines(folder.resolve(CORPUS)));
    answers.forEach(check::check);
    out.println(check.summary());
    check.problems().stream().limit(verbose ? Long.MAX_VALUE : 5).forEach(out::println);
  }

  private void abstention(Table table, String name, List<JsonNode> answers, IntPredicate lines) {
    int[] nulls = new int[2];
    int[] rest = new int[2];
    IntStream.range(0, queries.size())
        .filter(lines)
        .forEach(i -> {
          boolean abstained = answers.get(i).path("abstained").asBoolean();
          boolean answerable = isAnswerable(queries.get(i));
          int[] tally = answerable ? rest : nulls;
          tally[0] += abstained != answerable ? 1 : 0;
          tally[1]++;
        });
    table.row(name, share(nulls), share(rest));
  }

  private static String share(int[] tally) {
    return Table.percent(tally[0], tally[1]) + " (" + Table.count(tally[0], tally[1]) + ")";
  }
}
