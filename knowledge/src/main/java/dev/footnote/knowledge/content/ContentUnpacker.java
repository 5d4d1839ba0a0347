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
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what {@link ContentWriter} wrote, in the same order. */
final class ContentUnpacker {

  private final ByteBuffer in;
  private final Map<String, PublisherId> publisherIds = new HashMap<>();
  private final Map<String, EntityId> entityIds = new HashMap<>();
  private final Map<String, TopicId> topicIds = new HashMap<>();

  /**
   * @param in must have an accessible array
   */
  ContentUnpacker(ByteBuffer in) {
    this.in = in;
  }

  CuratedKnowledge knowledge(String fingerprint) {
    Vocabulary vocabulary =
        Vocabulary.of(all(this::publisher), all(this::entity), all(this::topic));
    return new CuratedKnowledge(vocabulary, all(this::story), fingerprint);
  }

  private Publisher publisher() {
    return new Publisher(
        publisherId(),
        text(),
        Publisher.Kind.valueOf(text()),
        all(this::text),
        all(this::text),
        all(this::address),
        maybe(this::publisherId));
  }

  private Entity entity() {
    return new Entity(
        entityId(), text(), Entity.Kind.valueOf(text()), all(this::text), maybe(this::day));
  }

  private Topic topic() {
    return new Topic(topicId(), text(), all(this::text));
  }

  private Story story() {
    return new Story(
        new StoryId(text()),
        text(),
        day(),
        day(),
        all(this::topicId),
        all(this::entityId),
        all(() -> new StoryId(text())),
        day(),
        maybe(() -> new Story.Image(address(), text(), text())),
        all(this::reference),
        all(this::statement),
        all(this::statement),
        all(() -> new Story.TimelineEntry(text(), day(), statement())),
        all(() -> new Story.Disagreement(text(), all(this::statement))),
        all(() -> new Story.Correction(day(), text())),
        all(this::text),
        text());
  }

  private Story.Reference reference() {
    return new Story.Reference(
        in.getInt(), publisherId(), day(), text(), maybe(this::address), maybe(in::getInt));
  }

  private Statement statement() {
    return new Statement(text(), text(), all(in::getInt), all(this::text));
  }

  private PublisherId publisherId() {
    return cached(publisherIds, PublisherId::new);
  }

  private EntityId entityId() {
    return cached(entityIds, EntityId::new);
  }

  private TopicId topicId() {
    return cached(topicIds, TopicId::new);
  }

  /** Checking an identifier's spelling costs more than finding it again. */
  private <T> T cached(Map<String, T> known, Function<String, T> make) {
    return known.computeIfAbsent(text(), make);
  }

  private URI address() {
    return URI.create(text());
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(in.getLong());
  }

  private String text() {
    int length = count();
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  private <T> Optional<T> maybe(Supplier<T> each) {
    return in.get() != 0 ? Optional.of(each.get()) : Optional.empty();
  }

  private <T> List<T> all(Supplier<T> each) {
    int count = count();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(each.get());
    }
    return values;
  }

  /** No count can exceed the bytes that are left: each counted thing takes at least one. */
  private int count() {
    int count = in.getInt();
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return count;
  }
}
