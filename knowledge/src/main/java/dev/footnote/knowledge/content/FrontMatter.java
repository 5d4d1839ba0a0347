package dev.footnote.knowledge.content;

import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story.Correction;
import dev.footnote.knowledge.Story.Image;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.TopicId;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A story's front matter as far as it could be read; what is empty but required was reported. */
record FrontMatter(
    Optional<String> title,
    Optional<Located<LocalDate>> date,
    Optional<Located<LocalDate>> updated,
    List<Located<TopicId>> topics,
    List<Located<EntityId>> entities,
    List<Located<StoryId>> follows,
    Optional<LocalDate> verified,
    Optional<Image> image,
    List<SourceEntry> sources,
    List<Correction> corrections) {

  /**
   * One entry of {@code sources}.
   *
   * @param line where the entry begins
   */
  record SourceEntry(
      int number,
      int line,
      Optional<Located<PublisherId>> publisher,
      Optional<Located<LocalDate>> published,
      Optional<String> title,
      Optional<Located<URI>> url,
      Optional<Located<Integer>> via) {}

  /** The newest day that the story takes into account. */
  Optional<LocalDate> newest() {
    return updated.or(() -> date).map(Located::value);
  }
}
