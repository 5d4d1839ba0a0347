package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.Story.Statement;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.Topic;
import dev.footnote.knowledge.TopicId;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@link ContentWriter} wrote, in the same order. */
final class ContentUnpacker {

  /** Reads one value. */
  private interface Each<T> {
    T read() throws IOException;
  }

  private final DataInputStream in;

  ContentUnpacker(DataInputStream in) {
    this.in = in;
  }

  CuratedKnowledge knowledge(String fingerprint) throws IOException {
    Vocabulary vocabulary =
        Vocabulary.of(all(this::publisher), all(this::entity), all(this::topic));
    return new CuratedKnowledge(vocabulary, all(this::story), fingerprint);
  }

  private Publisher publisher() throws IOException {
    return new Publisher(
        new PublisherId(text()),
        text(),
        Publisher.Kind.valueOf(text()),
        all(this::text),
        all(this::text),
        all(this::address),
        maybe(() -> new PublisherId(text())));
  }

  private Entity entity() throws IOException {
    return new Entity(
        new EntityId(text()),
        text(),
        Entity.Kind.valueOf(text()),
        all(this::text),
        maybe(this::day));
  }

  private Topic topic() throws IOException {
    return new Topic(new TopicId(text()), text(), all(this::text));
  }

  private Story story() throws IOException {
    return new Story(
        new StoryId(text()),
        text(),
        day(),
        day(),
        all(() -> new TopicId(text())),
        all(() -> new EntityId(text())),
        all(() -> new StoryId(text())),
        day(),
        maybe(() -> new Story.Image(address(), text(), text())),
        all(this::reference),
        all(this::statement),
        all(this::statement),
        all(() -> new Story.TimelineEntry(text(), day(), statement())),
        all(() -> new Story.Disagreement(text(), all(this::statement))),
        all(() -> new Story.Correction(day(), text())),
        text());
  }

  private Story.Reference reference() throws IOException {
    return new Story.Reference(
        in.readInt(),
        new PublisherId(text()),
        day(),
        text(),
        maybe(this::address),
        maybe(in::readInt));
  }

  private Statement statement() throws IOException {
    return new Statement(text(), text(), all(in::readInt));
  }

  private URI address() throws IOException {
    return URI.create(text());
  }

  private LocalDate day() throws IOException {
    return LocalDate.ofEpochDay(in.readLong());
  }

  private String text() throws IOException {
    int length = count();
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private <T> Optional<T> maybe(Each<T> each) throws IOException {
    return in.readBoolean() ? Optional.of(each.read()) : Optional.empty();
  }

  private <T> List<T> all(Each<T> each) throws IOException {
    int count = count();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(each.read());
    }
    return values;
  }

  /** No count can exceed the bytes that are left: each counted thing takes at least one. */
  private int count() throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available()) {
      throw new EOFException("a count of " + count + " with " + in.available() + " bytes left");
    }
    return count;
  }
}
