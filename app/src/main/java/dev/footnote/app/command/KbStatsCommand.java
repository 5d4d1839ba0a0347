package dev.footnote.app.command;

import dev.footnote.knowledge.Story;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Counts what is known. */
@Command(
    name = "stats",
    description = "Count stories, sources and imported articles.",
    footer = {"", "Examples:", "  footnote kb stats", "  footnote --no-curated kb stats"})
final class KbStatsCommand implements Callable<Integer> {

  private final Footnote footnote;

  KbStatsCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    var knowledge = footnote.knowledge();
    var stories = knowledge.stories();
    var references = stories.stream().flatMap(s -> s.references().stream()).toList();
    print("stories", stories.size());
    print("statements", stories.stream().flatMap(Story::statements).count());
    print("sources", references.size());
    print("sources with a link", references.stream().filter(r -> r.url().isPresent()).count());
    print(
        "publishers cited", references.stream().map(Story.Reference::publisher).distinct().count());
    print("entities", knowledge.entities().size());
    print("topics", knowledge.topics().size());
    stories.stream()
        .map(Story::updated)
        .max(Comparator.naturalOrder())
        .ifPresent(day -> print("newest", day));
    var index = footnote.wiring().inspect(footnote.settings());
    print("articles", index.articles());
    print("former versions", index.versions());
    print("passages", index.passages());
    print("passages embedded", index.embedded());
    return CommandLines.DONE;
  }

  private void print(String what, Object value) {
    footnote.streams().out().printf("%-20s %s%n", what, value);
  }
}
