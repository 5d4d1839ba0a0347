package dev.footnote.knowledge.content;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.EntityId;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.PublisherId;
import dev.footnote.knowledge.Topic;
import dev.footnote.knowledge.TopicId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads publishers.yaml, entities.yaml and topics.yaml. */
final class VocabularyReader {

  private static final int LIMIT = 1024 * 1024;
  private static final Pattern DOMAIN = Pattern.compile("([a-z0-9-]+\\.)+[a-z0-9-]+");

  private final Path dir;
  private final List<Problem> found;

  /**
   * @param found takes the problems
   */
  VocabularyReader(Path dir, List<Problem> found) {
    this.dir = dir;
    this.found = found;
  }

  Vocabulary read() {
    return Vocabulary.of(publishers(), entities(), topics());
  }

  private List<Publisher> publishers() {
    FileProblems problems = new FileProblems("publishers.yaml");
    List<Publisher> publishers = new ArrayList<>();
    Map<PublisherId, Located<PublisherId>> owners = new HashMap<>();
    Names names = new Names(problems);
    Names domains = new Names(problems);
    for (YamlMapping entry : entries(problems)) {
      entry.allowOnly(List.of("id", "name", "kind", "domains", "aliases", "feeds", "owner"));
      Optional<PublisherId> id = entry.required("id", PublisherId::new);
      Optional<String> name = entry.text("name");
      Optional<Publisher.Kind> kind = kind(entry, Publisher.Kind.class);
      List<Located<String>> hosts = entry.list("domains", VocabularyReader::domain);
      List<URI> feeds = entry.list("feeds", Addresses::https).stream().map(Located::value).toList();
      Optional<PublisherId> owner = entry.optional("owner", PublisherId::new);
      if (hosts.isEmpty()) {
        entry.report(entry.line(), "'domains' is missing: list at least one host");
      }
      if (id.isPresent() && name.isPresent() && kind.isPresent()) {
        names.claimId(entry, id.get().value());
        names.claim(entry, id.get().value(), name.get());
        hosts.forEach(h -> domains.claim(h.line(), id.get().value(), h.value(), "domain"));
        owner.ifPresent(o -> owners.put(id.get(), new Located<>(o, entry.line("owner"))));
        publishers.add(
            new Publisher(
                id.get(),
                name.get(),
                kind.get(),
                values(hosts),
                names.aliases(entry),
                feeds,
                owner));
      }
    }
    checkOwners(owners, publishers, problems);
    found.addAll(problems.all());
    return publishers;
  }

  private static void checkOwners(
      Map<PublisherId, Located<PublisherId>> owners,
      List<Publisher> publishers,
      FileProblems problems) {
    List<String> known = publishers.stream().map(p -> p.id().value()).toList();
    owners.forEach((id, owner) -> {
      String value = owner.value().value();
      if (!known.contains(value)) {
        problems.report(
            owner.line(),
            "unknown owner '"
                + value
                + "'"
                + Nearest.hint(value, known)
                + ": add it as a publisher");
      }
      PublisherId next = owner.value();
      for (int steps = 0; steps <= owners.size(); steps++) {
        if (next.equals(id)) {
          problems.report(owner.line(), "'" + id + "' owns itself: remove the owner");
          break;
        }
        Located<PublisherId> above = owners.get(next);
        if (above == null) {
          break;
        }
        next = above.value();
      }
    });
  }

  private List<Entity> entities() {
    FileProblems problems = new FileProblems("entities.yaml");
    List<Entity> entities = new ArrayList<>();
    Names names = new Names(problems);
    for (YamlMapping entry : entries(problems)) {
      entry.allowOnly(List.of("id", "name", "kind", "aliases", "since"));
      Optional<EntityId> id = entry.required("id", EntityId::new);
      Optional<String> name = entry.text("name");
      Optional<Entity.Kind> kind = kind(entry, Entity.Kind.class);
      var since = entry.optionalDate("since");
      if (id.isPresent() && name.isPresent() && kind.isPresent()) {
        names.claimId(entry, id.get().value());
        names.claim(entry, id.get().value(), name.get());
        entities.add(new Entity(id.get(), name.get(), kind.get(), names.aliases(entry), since));
      }
    }
    found.addAll(problems.all());
    return entities;
  }

  private List<Topic> topics() {
    FileProblems problems = new FileProblems("topics.yaml");
    List<Topic> topics = new ArrayList<>();
    Names names = new Names(problems);
    for (YamlMapping entry : entries(problems)) {
      entry.allowOnly(List.of("id", "name", "aliases"));
      Optional<TopicId> id = entry.required("id", TopicId::new);
      Optional<String> name = entry.text("name");
      if (id.isPresent() && name.isPresent()) {
        names.claimId(entry, id.get().value());
        names.claim(entry, id.get().value(), name.get());
        topics.add(new Topic(id.get(), name.get(), names.aliases(entry)));
      }
    }
    found.addAll(problems.all());
    return topics;
  }

  private List<YamlMapping> entries(FileProblems problems) {
    String name = problems.path();
    return TextFile.read(dir.resolve(name), LIMIT, problems)
        .map(text -> new YamlText(1, problems).mappings(text))
        .orElse(List.of());
  }

  private static <E extends Enum<E>> Optional<E> kind(YamlMapping entry, Class<E> type) {
    return entry.required(
        "kind",
        text -> {
          List<String> known =
              Arrays.stream(type.getEnumConstants())
                  .map(k -> k.name().toLowerCase(Locale.ROOT))
                  .toList();
          if (!known.contains(text)) {
            throw new IllegalArgumentException(
                "unknown kind '"
                    + text
                    + "'"
                    + Nearest.hint(text, known)
                    + ": use "
                    + String.join(", ", known));
          }
          return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        });
  }

  private static String domain(String text) {
    if (!DOMAIN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no domain: write the host alone in lower case, such as wsj.com");
    }
    return text;
  }

  private static <T> List<T> values(List<Located<T>> located) {
    return located.stream().map(Located::value).toList();
  }
}
