package dev.footnote.core.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.footnote.core.answer.Answer;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.Reply;
import dev.footnote.knowledge.StoreException;
import java.nio.file.Path;
import java.util.List;

/**
 * Records as JSON, the way they are stored. A record may get further components that are lists of
 * their own accord or optional; anything else needs a migration. Kinds of a sealed interface are
 * told apart by their simple names.
 */
final class Json {

  /** Interfaces whose kinds are stored with their names. */
  private static final List<Class<?>> SEALED =
      List.of(Answer.class, Command.class, Reply.Action.class, Reply.Block.class, Reply.Span.class);

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface Kinds {}

  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      // Without its cause, whose message quotes the value.
      throw new IllegalStateException(
          value.getClass().getSimpleName() + " cannot be written as JSON: " + e.getClass());
    }
  }

  /**
   * @throws StoreException if that was not written by {@link #write}; it does not quote the text
   */
  static <T> T read(Path file, Class<T> type, String text) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          SqliteFailures.damaged(
              file, "a stored " + type.getSimpleName() + " is not what was stored"));
    }
  }

  private static ObjectMapper mapper() {
    var builder =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
    for (var sealed : SEALED) {
      builder.addMixIn(sealed, Kinds.class);
      for (var kind : sealed.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
      }
    }
    return builder.build();
  }
}
