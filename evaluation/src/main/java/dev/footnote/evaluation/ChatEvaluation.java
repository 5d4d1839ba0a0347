package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Questions as typed in chats, put to {@code ask --batch} with their conversations. */
final class ChatEvaluation {

  /** What was asked, the answer as printed, and the time it took. */
  record Asked(ChatQuestion question, JsonNode answer, Duration took) {

    boolean isRight() {
      return question.isRight(answer);
    }
  }

  /** A question that an answer offered, and the answer to it in the same conversation. */
  record Offered(String by, String question, JsonNode answer) {

    boolean isAnswered() {
      return !answer.path("abstained").asBoolean();
    }
  }

  private final List<Asked> asked;
  private final List<Offered> offered;
  private final CitationCheck check;

  private ChatEvaluation(List<Asked> asked, List<Offered> offered, CitationCheck check) {
    this.asked = asked;
    this.offered = offered;
    this.check = check;
  }

  /**
   * Asks {@code questions}, then every question that the answers offer, and checks all citations
   * against the curated files of {@code content}.
   */
  static ChatEvaluation run(Product product, List<ChatQuestion> questions, Path content) {
    var answers = new HashMap<String, Asked>();
    var offered = new ArrayList<Offered>();
    Map<Optional<String>, List<ChatQuestion>> byDay =
        questions.stream()
            .collect(
                Collectors.groupingBy(ChatQuestion::asOf, LinkedHashMap::new, Collectors.toList()));
    byDay.forEach((asOf, those) -> {
      var lines = ask(product, asOf, those.stream().map(ChatEvaluation::line).toList());
      var these = new ArrayList<Asked>();
      for (int i = 0; i < those.size(); i++) {
        these.add(new Asked(those.get(i), Json.read(lines.get(i).text()), lines.get(i).after()));
      }
      these.forEach(one -> answers.put(one.question().id(), one));
      offered.addAll(offered(product, asOf, these));
    });
    var check = CitationCheck.ofStories(content);
    var asked = questions.stream().map(ChatQuestion::id).map(answers::get).toList();
    asked.forEach(one -> check.check(one.answer()));
    offered.forEach(one -> check.check(one.answer()));
    return new ChatEvaluation(asked, offered, check);
  }

  /** Goes through the conversations again, taking up what each answer offers. */
  private static List<Offered> offered(
      Product product, Optional<String> asOf, List<Asked> answers) {
    var lines = new ArrayList<>(answers.stream().map(one -> line(one.question())).toList());
    var by = new ArrayList<ChatQuestion>();
    for (Asked one : answers) {
      var question = one.question();
      for (var offer : Json.strings(one.answer().path("followUps"))) {
        by.add(question);
        lines.add(line(question.id() + "+" + by.size(), offer, Optional.of(question.id())));
      }
    }
    if (by.isEmpty()) {
      return List.of();
    }
    var answered = ask(product, asOf, lines);
    var offered = new ArrayList<Offered>();
    for (int i = 0; i < by.size(); i++) {
      var answer = Json.read(answered.get(answers.size() + i).text());
      offered.add(new Offered(by.get(i).question(), answer.path("question").asText(), answer));
    }
    return offered;
  }

  private static List<Product.Line> ask(
      Product product, Optional<String> asOf, List<String> lines) {
    var arguments = new ArrayList<>(List.of("ask", "--batch", "-", "--json"));
    asOf.ifPresent(day -> arguments.addAll(List.of("--as-of", day)));
    var answered = product.run(String.join("\n", lines), arguments.toArray(String[]::new));
    if (answered.size() != lines.size()) {
      throw new EvaluationException(
          "ask --batch: " + answered.size() + " answers to " + lines.size() + " questions");
    }
    return answered;
  }

  static String line(ChatQuestion question) {
    return line(question.id(), question.question(), question.after());
  }

  private static String line(String id, String question, Optional<String> after) {
    var line = Json.object().put("id", id).put("question", question);
    after.ifPresent(before -> line.put("after", before));
    return line.toString();
  }

  /** How many of those that can be answered were answered right. */
  long right() {
    return asked.stream().filter(a -> !a.question().abstains() && a.isRight()).count();
  }

  /** How many of those that must be abstained from were. */
  long abstained() {
    return asked.stream().filter(a -> a.question().abstains() && a.isRight()).count();
  }

  CitationCheck citations() {
    return check;
  }

  /** Questions that were offered and then abstained from. */
  List<Offered> brokenOffers() {
    return offered.stream().filter(o -> !o.isAnswered()).toList();
  }

  long offers() {
    return offered.size();
  }

  /** Each wrong answer, in a few lines. */
  List<String> misses() {
    return asked.stream()
        .filter(a -> !a.isRight())
        .map(a ->
            "%s %s: %s%n    wanted %s of %s%n    got    %s"
                .formatted(
                    a.question().id(),
                    a.question().kind(),
                    a.question().question(),
                    a.question().abstains() ? "to abstain" : a.question().facts(),
                    a.question().stories(),
                    (a.answer().path("abstained").asBoolean() ? "(abstained) " : "")
                        + a.answer().path("answer").asText()))
        .toList();
  }

  void print(PrintStream out, boolean verbose) {
    var byKind = new TreeMap<String, long[]>();
    for (Asked one : asked) {
      var tally = byKind.computeIfAbsent(one.question().kind(), kind -> new long[2]);
      tally[0] += one.isRight() ? 1 : 0;
      tally[1]++;
    }
    var table = new Table("kind", "right", "of", "share");
    byKind.forEach((kind, tally) -> row(table, kind, tally[0], tally[1]));
    long abstain = asked.stream().filter(a -> a.question().abstains()).count();
    row(table, "all to be answered", right(), asked.size() - abstain);
    row(table, "all to be abstained from", abstained(), abstain);
    out.println(table);
    if (verbose) {
      out.println();
      misses().forEach(out::println);
      brokenOffers()
          .forEach(o -> out.println("offered by '" + o.by() + "', abstained: " + o.question()));
    }
    out.println();
    out.println(
        "follow-up questions offered and answered: "
            + Table.count(offers() - brokenOffers().size(), offers()));
    out.println(check.summary());
    check.problems().stream().limit(verbose ? Long.MAX_VALUE : 5).forEach(out::println);
    out.println(
        "median " + Table.medianMillis(asked.stream().map(Asked::took).toList()) + " ms an answer");
  }

  private static void row(Table table, String name, long right, long of) {
    table.row(name, String.valueOf(right), String.valueOf(of), Table.percent(right, of));
  }
}
