package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.Story.Reference;
import dev.footnote.knowledge.StoryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One story file, read; a story only once no problem was found in it. */
record StoryDraft(
    StoryId id,
    FrontMatter frontMatter,
    Body body,
    List<String> unanswered,
    String text,
    FileProblems problems) {

  /** The story; every required value must be present. */
  Story story() {
    LocalDate date = frontMatter.date().map(Located::value).orElseThrow();
    return new Story(
        id,
        frontMatter.title().orElseThrow(),
        date,
        frontMatter.newest().orElseThrow(),
        frontMatter.topics().stream().map(Located::value).toList(),
        frontMatter.entities().stream().map(Located::value).toList(),
        frontMatter.follows().stream().map(Located::value).toList(),
        frontMatter.verified().orElseThrow(),
        frontMatter.image(),
        frontMatter.sources().stream().map(StoryDraft::reference).toList(),
        body.lead(),
        body.whyItMatters(),
        body.timeline(),
        body.disagreements(),
        frontMatter.corrections(),
        unanswered,
        text);
  }

  /** The same with its statements as {@code body} has them, and what nothing on file answers. */
  StoryDraft with(Body body, List<String> unanswered) {
    return new StoryDraft(id, frontMatter, body, unanswered, text, problems);
  }

  private static Reference reference(FrontMatter.SourceEntry source) {
    return new Reference(
        source.number(),
        source.publisher().map(Located::value).orElseThrow(),
        source.published().map(Located::value).orElseThrow(),
        source.title().orElseThrow(),
        source.url().map(Located::value),
        source.via().map(Located::value));
  }

  Optional<LocalDate> date() {
    return frontMatter.date().map(Located::value);
  }
}
