package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.Story.Statement;
import dev.footnote.knowledge.Topic;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** Writes content field by field; {@link ContentUnpacker} reads it in the same order. */
final class ContentWriter {

  /** Writes one value. */
  private interface Each<T> {
    void write(T value) throws IOException;
  }

  private final DataOutputStream out;

  ContentWriter(DataOutputStream out) {
    this.out = out;
  }

  void write(Content content) throws IOException {
    all(content.vocabulary().publishers().values(), this::publisher);
    all(content.vocabulary().entities().values(), this::entity);
    all(content.vocabulary().topics().values(), this::topic);
    all(content.stories(), this::story);
  }

  private void publisher(Publisher publisher) throws IOException {
    text(publisher.id());
    text(publisher.name());
    text(publisher.kind().name());
    all(publisher.domains(), this::text);
    all(publisher.aliases(), this::text);
    all(publisher.feeds(), this::text);
    maybe(publisher.owner(), this::text);
  }

  private void entity(Entity entity) throws IOException {
    text(entity.id());
    text(entity.name());
    text(entity.kind().name());
    all(entity.aliases(), this::text);
    maybe(entity.since(), this::day);
  }

  private void topic(Topic topic) throws IOException {
    text(topic.id());
    text(topic.name());
    all(topic.aliases(), this::text);
  }

  private void story(Story story) throws IOException {
    text(story.id());
    text(story.title());
    day(story.date());
    day(story.updated());
    all(story.topics(), this::text);
    all(story.entities(), this::text);
    all(story.follows(), this::text);
    day(story.verified());
    maybe(story.image(), this::image);
    all(story.references(), this::reference);
    all(story.lead(), this::statement);
    all(story.whyItMatters(), this::statement);
    all(story.timeline(), this::timelineEntry);
    all(story.disagreements(), this::disagreement);
    all(story.corrections(), this::correction);
    all(story.unanswered(), this::text);
    text(story.text());
  }

  private void image(Story.Image image) throws IOException {
    text(image.url());
    text(image.credit());
    text(image.alt());
  }

  private void reference(Story.Reference reference) throws IOException {
    out.writeInt(reference.number());
    text(reference.publisher());
    day(reference.published());
    text(reference.title());
    maybe(reference.url(), this::text);
    maybe(reference.via(), out::writeInt);
  }

  private void statement(Statement statement) throws IOException {
    text(statement.text());
    text(statement.quote());
    all(statement.references(), out::writeInt);
    all(statement.questions(), this::text);
  }

  private void timelineEntry(Story.TimelineEntry entry) throws IOException {
    text(entry.when());
    day(entry.date());
    statement(entry.statement());
  }

  private void disagreement(Story.Disagreement disagreement) throws IOException {
    text(disagreement.about());
    all(disagreement.values(), this::statement);
  }

  private void correction(Story.Correction correction) throws IOException {
    day(correction.date());
    text(correction.what());
  }

  private void day(LocalDate day) throws IOException {
    out.writeLong(day.toEpochDay());
  }

  private void text(Object value) throws IOException {
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private <T> void maybe(Optional<T> value, Each<? super T> each) throws IOException {
    out.writeBoolean(value.isPresent());
    if (value.isPresent()) {
      each.write(value.get());
    }
  }

  private <T> void all(Collection<T> values, Each<? super T> each) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      each.write(value);
    }
  }
}
