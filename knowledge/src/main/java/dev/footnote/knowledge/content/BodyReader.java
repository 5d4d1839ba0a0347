package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story.Disagreement;
import dev.footnote.knowledge.Story.Statement;
import dev.footnote.knowledge.Story.TimelineEntry;
import dev.footnote.knowledge.content.Blocks.Block;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a story's body: sections, sentences, timeline, disagreements. */
final class BodyReader {

  private enum Section {
    LEAD(""),
    WHY("## Why it matters"),
    TIMELINE("## Timeline"),
    DIFFER("## Where sources differ");

    final String heading;

    Section(String heading) {
      this.heading = heading;
    }

    static final List<String> HEADINGS =
        Arrays.stream(values()).skip(1).map(s -> s.heading).toList();
  }

  private static final String CITE = "end it in the numbers of its sources, such as [1] or [1][2]";
  private static final Pattern WHEN =
      Pattern.compile("(\\d{4}(?:-\\d{2}(?:-\\d{2})?)?):\\s+", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("](?=\\()|https?://");

  private final String text;
  private final FileLines lines;
  private final FileProblems problems;

  private final List<Statement> lead = new ArrayList<>();
  private final List<Statement> whyItMatters = new ArrayList<>();
  private final List<TimelineEntry> timeline = new ArrayList<>();
  private final List<Disagreement> disagreements = new ArrayList<>();
  private final List<Located<Integer>> cited = new ArrayList<>();
  private Section section = Section.LEAD;
  private LocalDate newestStart = LocalDate.MIN;

  /**
   * @param firstLine the line of the file on which {@code text} begins
   */
  BodyReader(String text, int firstLine, FileProblems problems) {
    this.text = text;
    this.lines = new FileLines(text, firstLine);
    this.problems = problems;
  }

  Body read() {
    boolean leadSeen = false;
    for (Block block : Blocks.of(text, lines, problems)) {
      if (block.kind() == Blocks.Kind.HEADING) {
        heading(block);
        continue;
      }
      leadSeen |= section == Section.LEAD;
      refuseMistakes(block);
      switch (section) {
        case LEAD -> sentences(block, lead);
        case WHY -> sentences(block, whyItMatters);
        case TIMELINE -> timelineItem(block);
        case DIFFER -> disagreement(block);
      }
    }
    if (!leadSeen) {
      problems.report(
          lines.at(0), "there is no lead: say what happened right below the front matter");
    }
    return new Body(lead, whyItMatters, timeline, disagreements, cited);
  }

  private void heading(Block block) {
    String heading = text.substring(block.start(), block.end());
    int at = Section.HEADINGS.indexOf(heading);
    if (at < 0) {
      problems.report(
          lines.at(block.start()),
          "unknown heading '"
              + heading
              + "'"
              + Nearest.hint(heading, Section.HEADINGS)
              + ": use "
              + String.join(", ", Section.HEADINGS));
      return;
    }
    Section next = Section.values()[at + 1];
    if (next == section) {
      problems.report(lines.at(block.start()), "'" + heading + "' stands twice: merge the two");
    } else if (next.compareTo(section) < 0) {
      problems.report(
          lines.at(block.start()),
          "'" + heading + "' comes too late: the order is " + String.join(", ", Section.HEADINGS));
    }
    section = next;
  }

  private void refuseMistakes(Block block) {
    Matcher mistaken = Mark.MISTAKEN.matcher(text).region(block.start(), block.end());
    while (mistaken.find()) {
      problems.report(
          lines.at(mistaken.start()),
          "'"
              + mistaken.group()
              + "' is no citation: write one number in each pair of brackets, [1][2]");
    }
    Matcher link = LINK.matcher(text).region(block.start(), block.end());
    if (link.find()) {
      problems.report(
          lines.at(link.start()),
          "an address in the text: put it under 'sources' and cite its number");
    }
  }

  private void sentences(Block block, List<Statement> into) {
    for (Sentence sentence : checked(block.start(), block.end())) {
      statement(sentence.start(), sentence.end(), sentence.marks()).ifPresent(into::add);
    }
  }

  /** The sentences of a stretch; the uncited are reported, and the numbers kept. */
  private List<Sentence> checked(int start, int end) {
    List<Sentence> sentences = SentenceSplitter.split(text, start, end);
    for (Sentence sentence : sentences) {
      sentence.marks().forEach(m -> cited.add(new Located<>(m.number(), lines.at(m.start()))));
      if (!sentence.cited()) {
        String words = text.substring(sentence.start(), sentence.end()).replaceAll("\\s+", " ");
        String shown = words.length() <= 60 ? words : "…" + words.substring(words.length() - 59);
        problems.report(lines.at(sentence.end() - 1), "no citation after '" + shown + "': " + CITE);
      }
    }
    return sentences;
  }

  private Optional<Statement> statement(int start, int end, List<Mark> marks) {
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    Statement statement = Statements.of(text, start, end, marks);
    if (statement.quote().codePoints().noneMatch(Character::isLetterOrDigit)) {
      problems.report(
          lines.at(marks.getFirst().start()),
          "a citation without a sentence: move it next to the sentence it belongs to");
      return Optional.empty();
    }
    if (!Quotations.areClosed(statement.text())) {
      problems.report(
          lines.at(start),
          "a quotation is left open: close it within the sentence, which is shown by itself");
    }
    return Optional.of(statement);
  }

  private void timelineItem(Block block) {
    int line = lines.at(block.start());
    Matcher when = WHEN.matcher(text).region(block.start(), block.end());
    if (block.kind() != Blocks.Kind.ITEM || !when.lookingAt()) {
      problems.report(
          line, "write timeline items as '- DATE: text [1]', DATE as YYYY-MM-DD, YYYY-MM or YYYY");
      checked(block.start(), block.end());
      return;
    }
    List<Mark> marks =
        checked(when.end(), block.end()).stream().flatMap(s -> s.marks().stream()).toList();
    Optional<Statement> statement = statement(when.end(), block.end(), marks);
    try {
      LocalDate first = firstDay(when.group(1));
      if (lastDay(when.group(1), first).isBefore(newestStart)) {
        problems.report(
            line, when.group(1) + " is before the item above: put the timeline in order of time");
      }
      newestStart = first.isAfter(newestStart) ? first : newestStart;
      statement.ifPresent(s -> timeline.add(new TimelineEntry(when.group(1), first, s)));
    } catch (DateTimeException e) {
      problems.report(line, "'" + when.group(1) + "' is no real date: correct it");
    }
  }

  private static LocalDate firstDay(String when) {
    return LocalDate.parse(
        switch (when.length()) {
          case 4 -> when + "-01-01";
          case 7 -> when + "-01";
          default -> when;
        });
  }

  private static LocalDate lastDay(String when, LocalDate first) {
    return switch (when.length()) {
      case 4 -> first.withDayOfYear(first.lengthOfYear());
      case 7 -> YearMonth.from(first).atEndOfMonth();
      default -> first;
    };
  }

  private void disagreement(Block block) {
    int line = lines.at(block.start());
    int colon = text.indexOf(':', block.start());
    if (block.kind() != Blocks.Kind.ITEM || colon < 0 || colon >= block.end()) {
      problems.report(line, "write where sources differ as '- about: value [1]; value [2]'");
      checked(block.start(), block.end());
      return;
    }
    String about = text.substring(block.start(), colon).strip().replaceAll("\\s+", " ");
    if (about.isEmpty() || Mark.FORM.matcher(about).find()) {
      problems.report(line, "say before the colon what the sources differ on, without a citation");
    }
    List<Statement> values = new ArrayList<>();
    int parts = 0;
    for (int start = colon + 1; start < block.end(); parts++) {
      int end = DisagreementValues.endOf(text, start, block.end());
      List<Mark> marks = checked(start, end).stream().flatMap(s -> s.marks().stream()).toList();
      statement(start, end, marks).map(DisagreementValues::tidy).ifPresent(values::add);
      start = end;
    }
    if (parts < 2) {
      problems.report(
          line, "one value is no disagreement: separate the values with ';' after a citation");
    }
    disagreements.add(new Disagreement(about, values));
  }
}
