package dev.footnote.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the citations of printed answers resolve, looked up in the files that they name and not
 * in what the program made of them.
 */
final class CitationCheck {

  private static final Pattern MARK = Pattern.compile("\\[(\\d+)]");

  /** What a document may be cited as; the address is empty where there is none. */
  private record Piece(String publisher, String title, String url, String published) {}

  /**
   * @param text the whole file of a story, the body of an article
   */
  private record Document(String text, Set<Piece> pieces) {}

  private final Map<String, Document> documents;
  private final List<String> problems = new ArrayList<>();
  private int citations;
  private int resolved;

  private CitationCheck(Map<String, Document> documents) {
    this.documents = documents;
  }

  /** Against the curated files of the folder {@code content}. */
  static CitationCheck ofStories(Path content) {
    var documents = new HashMap<String, Document>();
    KnowledgeBase knowledge = CuratedKnowledge.load(content);
    for (Story story : knowledge.stories()) {
      Set<Piece> pieces = new HashSet<>();
      for (var reference : story.references()) {
        pieces.add(
            new Piece(
                knowledge.publisher(reference.publisher()).map(Publisher::name).orElse(""),
                reference.title(),
                reference.url().map(URI::toString).orElse(""),
                reference.published().toString()));
      }
      var id = story.id().value();
      documents.put(id, new Document(text(content.resolve("stories").resolve(id + ".md")), pieces));
    }
    return new CitationCheck(documents);
  }

  /** Against articles in the import format. */
  static CitationCheck ofArticles(List<JsonNode> articles) {
    var documents = new HashMap<String, Document>();
    for (JsonNode article : articles) {
      documents.put(
          article.path("id").asText(),
          new Document(
              article.path("body").asText(),
              Set.of(
                  new Piece(
                      article.path("publisher").asText(),
                      article.path("title").asText(),
                      article.path("url").asText(),
                      day(article.path("published").asText())))));
    }
    return new CitationCheck(documents);
  }

  /** Checks an answer as {@code ask --json} prints it. */
  void check(JsonNode answer) {
    var id = answer.path("id").asText();
    Set<Integer> numbers = new HashSet<>();
    for (JsonNode citation : answer.path("citations")) {
      citations++;
      boolean once = numbers.add(citation.path("n").asInt());
      var problem = once ? problem(citation) : "number used twice";
      if (problem.isEmpty()) {
        resolved++;
      } else {
        problems.add(id + " [" + citation.path("n").asInt() + "]: " + problem);
      }
    }
    for (int number : used(answer, id)) {
      if (!numbers.contains(number)) {
        citations++;
        problems.add(id + " [" + number + "]: no such citation");
      }
    }
  }

  /** The numbers that marks, statements and disagreements name. */
  private Set<Integer> used(JsonNode answer, String id) {
    Set<Integer> used = new HashSet<>();
    if (!answer.path("abstained").asBoolean()) {
      MARK.matcher(answer.path("answer").asText())
          .results()
          .forEach(mark -> used.add(Integer.valueOf(mark.group(1))));
    }
    var statements = new ArrayList<JsonNode>();
    answer.path("statements").forEach(statements::add);
    answer.path("disagreements").forEach(d -> d.path("values").forEach(statements::add));
    for (JsonNode statement : statements) {
      if (statement.path("citations").isEmpty()) {
        citations++;
        problems.add(id + ": uncited statement: " + statement.path("text").asText());
      }
      statement.path("citations").forEach(n -> used.add(n.asInt()));
    }
    return used;
  }

  private String problem(JsonNode citation) {
    var document = documents.get(citation.path("document").asText());
    if (document == null) {
      return "no document " + citation.path("document").asText();
    }
    var quote = citation.path("quote").asText();
    if (quote.isBlank() || !document.text().contains(quote)) {
      return "not in its document: " + quote;
    }
    var piece =
        new Piece(
            citation.path("publisher").asText(),
            citation.path("title").asText(),
            citation.path("url").asText(""),
            citation.path("published").asText());
    return document.pieces().contains(piece) ? "" : "not a reference of its document: " + piece;
  }

  int citations() {
    return citations;
  }

  int resolved() {
    return resolved;
  }

  /** What does not resolve, one line each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  String summary() {
    return "citations that resolve, quotes byte for byte: "
        + Table.percent(resolved, citations)
        + " ("
        + resolved
        + " of "
        + citations
        + ")";
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new EvaluationException(file + ": cannot be read", e);
    }
  }

  private static String day(String published) {
    if (published.length() == 10) {
      return LocalDate.parse(published).toString();
    }
    Instant instant = OffsetDateTime.parse(published).toInstant();
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
