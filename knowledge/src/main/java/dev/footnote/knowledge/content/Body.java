package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story.Disagreement;
import dev.footnote.knowledge.Story.Statement;
import dev.footnote.knowledge.Story.TimelineEntry;
import java.util.List;

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
    List<Located<Integer>> cited) {}
