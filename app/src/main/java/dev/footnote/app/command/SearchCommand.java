package dev.footnote.app.command;

import dev.footnote.app.json.JsonLines;
import dev.footnote.core.answer.Citation;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.conversation.Reply.Block;
import dev.footnote.core.conversation.Reply.Span;
import dev.footnote.core.retrieval.ScoredPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds passages, without answering. */
@Command(
    name = "search",
    description = "Find passages in stories and articles, best first.",
    footer = {
      "",
      "Examples:",
      "  footnote search Muse Spark API",
      "  footnote search --limit 3 --json \"OpenAI funding round\"",
      "  footnote search --batch queries.jsonl > passages.jsonl",
      "",
      "A batch has lines {\"id\": \"1\", \"query\": \"…\"} and prints JSON."
    })
final class SearchCommand implements Callable<Integer> {

  private static final int LONGEST_EXCERPT = 400;

  private final Footnote footnote;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "Passages a query, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Print one JSON object a query.")
  private boolean json;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "Search for a file of JSON Lines; - is standard input. Prints JSON.")
  private @Nullable String batch;

  @Parameters(paramLabel = "QUERY", description = "Words to find.")
  private List<String> words = List.of();

  SearchCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > 100) {
      throw new UsageException("footnote search: --limit is 1 to 100, not " + limit);
    }
    if (words.isEmpty() == (batch == null)) {
      throw new UsageException("footnote search: give words to find, or --batch FILE");
    }
    var out = footnote.streams().out();
    try (var engine = footnote.openForQuestions()) {
      var search = engine.search();
      var today = footnote.today();
      if (batch != null) {
        return new BatchFile(footnote.streams(), batch, "query")
            .run(asked ->
                out.println(
                    JsonLines.passages(
                        asked.id(), asked.text(), search.search(asked.text(), today, limit))));
      }
      var query = String.join(" ", words);
      var found = search.search(query, today, limit);
      if (json) {
        out.println(JsonLines.passages("1", query, found));
      } else {
        footnote.show(reply(found));
      }
      return CommandLines.DONE;
    }
  }

  private static Reply reply(List<ScoredPassage> found) {
    if (found.isEmpty()) {
      return Reply.of(new Block.Paragraph(List.of(Span.bold("No passage on file matches."))));
    }
    var blocks = new ArrayList<Block>();
    var citations = new ArrayList<Citation>();
    for (var scored : found) {
      var p = scored.passage();
      int number = citations.size() + 1;
      blocks.add(
          new Block.Paragraph(
              List.of(
                  new Span.Cite(number),
                  Span.text(" "),
                  Span.bold(p.title()),
                  Span.text(" "),
                  Span.code(p.document()))));
      blocks.add(new Block.Quote(List.of(Span.text(excerpt(p.text())))));
      citations.add(
          new Citation(
              number,
              String.join(", ", p.publishers()),
              p.title(),
              p.url(),
              p.published(),
              p.text(),
              p.document()));
    }
    return new Reply(Optional.empty(), Optional.empty(), blocks, citations, List.of());
  }

  private static String excerpt(String text) {
    if (text.length() <= LONGEST_EXCERPT) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST_EXCERPT);
    return text.substring(0, end < 1 ? LONGEST_EXCERPT : end) + " …";
  }
}
