package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story.Disagreement;
import dev.footnote.knowledge.Story.Statement;
import dev.footnote.knowledge.Story.TimelineEntry;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stands below a story's front matter.
 *
 * @param cited every number that is cited, at each of its lines
 */
record Body(
    List<Statement> lead,
    List<Statement> whyItMatters,
    List<TimelineEntry> timeline,
    List<Disagreement> disagreements,
    List<Located<Integer>> cited) {

  /** Every statement, in the order of {@link dev.footnote.knowledge.Story#statements}. */
  List<Statement> statements() {
    return Stream.of(
            lead.stream(),
            whyItMatters.stream(),
            timeline.stream().map(TimelineEntry::statement),
            disagreements.stream().flatMap(d -> d.values().stream()))
        .flatMap(s -> s)
        .toList();
  }

  /** The same with each statement as {@code change} makes it. */
  Body map(UnaryOperator<Statement> change) {
    return new Body(
        lead.stream().map(change).toList(),
        whyItMatters.stream().map(change).toList(),
        timeline.stream()
            .map(e -> new TimelineEntry(e.when(), e.date(), change.apply(e.statement())))
            .toList(),
        disagreements.stream()
            .map(d -> new Disagreement(d.about(), d.values().stream().map(change).toList()))
            .toList(),
        cited);
  }
}
