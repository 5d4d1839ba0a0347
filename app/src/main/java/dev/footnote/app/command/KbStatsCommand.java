package dev.footnote.app.command;

import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.content.ContentStatistics;
import java.util.Comparator;
import java.util.Map;
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
    var counts = ContentStatistics.of(knowledge);
    print("stories", counts.stories());
    print("statements", counts.statements());
    print("questions expected", counts.questions());
    print("questions not on file", counts.unanswered());
    print("sources", counts.references());
    print("publishers cited", counts.byPublisher().size());
    print("entities covered", counts.byEntity().size());
    print("topics covered", counts.byTopic().size());
    print("sources differ in", counts.withDisagreements());
    print("follow another", counts.following());
    print("corrected", counts.corrected());
    knowledge.stories().stream()
        .map(Story::updated)
        .max(Comparator.naturalOrder())
        .ifPresent(day -> print("newest", day));
    var index = footnote.wiring().inspect(footnote.settings());
    print("articles", index.articles());
    print("former versions", index.versions());
    print("passages", index.passages());
    print("passages embedded", index.embedded());
    list("stories by month", counts.byMonth());
    list("stories by topic", counts.byTopic());
    list("stories by entity", counts.byEntity());
    list("stories by publisher", counts.byPublisher());
    list("stories by number of sources", counts.byReferences());
    list("stories by number of independent sources", counts.byIndependentReferences());
    return CommandLines.DONE;
  }

  /** All of them, one a line: what is counted can be searched and cut by other tools. */
  private void list(String what, Map<?, Integer> counts) {
    if (!counts.isEmpty()) {
      footnote.streams().out().printf("%n%s%n", what);
      counts.forEach((key, count) -> print("  " + key, count));
    }
  }

  private void print(String what, Object value) {
    footnote.streams().out().printf("%-20s %s%n", what, value);
  }
}
