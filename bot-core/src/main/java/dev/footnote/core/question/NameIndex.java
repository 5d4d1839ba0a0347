package dev.footnote.core.question;

import dev.footnote.core.question.Name.Caution;
import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Publisher;
import dev.footnote.knowledge.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All spellings of all known names by {@link Words#key}. */
final class NameIndex {

  /**
   * Ordinary words that people in a chat about AI mean as names more often than not, in lower case
   * too.
   */
  private static final Set<String> USUALLY_NAMES =
      Set.of(
          "meta",
          "apple",
          "oracle",
          "cursor",
          "claude",
          "copilot",
          "reddit",
          "intel",
          "llama",
          "gemini",
          "cognition",
          "groq",
          "amazon",
          "perplexity",
          "blackwell",
          "stargate",
          "codex",
          "mythos",
          "windsurf",
          "bard",
          "masa");

  /** Of two words each, and still ordinary English: "a new business line". */
  private static final Set<String> ORDINARY_PHRASES =
      Set.of("businessline", "businessworld", "thinkingmachines", "technologyreview");

  /** Topic words that nearly every question could hold: they count in short questions only. */
  private static final Set<String> VAGUE_TOPICS =
      Set.of("people", "power", "rules", "deals", "features", "apps", "products", "models");

  private static final Pattern AFTER_SEPARATOR = Pattern.compile("\\s+[-–|]\\s.*|:\\s.*");
  private static final Pattern THE = Pattern.compile("(?i)the\\s+");
  private static final Pattern DOMAIN = Pattern.compile("(?i)\\.com$");

  private final Map<String, List<Name>> names = new LinkedHashMap<>();
  private int longest = 1;

  NameIndex(KnowledgeBase knowledge, Collection<String> imported) {
    for (Entity entity : knowledge.entities()) {
      for (String spelling : spellings(entity.name(), entity.aliases())) {
        add(spelling, Mention.Kind.ENTITY, entity.id().value(), entity.name());
      }
    }
    for (Publisher publisher : knowledge.publishers()) {
      for (Entity entity : knowledge.entities()) {
        if (Words.key(entity.name()).equals(Words.key(publisher.name()))) {
          publisher
              .aliases()
              .forEach(a -> add(a, Mention.Kind.ENTITY, entity.id().value(), entity.name()));
        }
      }
    }
    publishers(knowledge.publishers(), imported);
    for (Topic topic : knowledge.topics()) {
      for (String spelling : spellings(topic.name(), topic.aliases())) {
        topic(topic, spelling);
        topic(topic, spelling.endsWith("s") ? chop(spelling) : spelling + "s");
      }
    }
  }

  /** What is spelled so; nothing if no name is. */
  List<Name> get(String key) {
    return names.getOrDefault(key, List.of());
  }

  Set<String> keys() {
    return names.keySet();
  }

  /** The most words that a spelling has. */
  int longest() {
    return longest;
  }

  static boolean isVagueTopic(String key) {
    return VAGUE_TOPICS.contains(key) || VAGUE_TOPICS.contains(key + "s");
  }

  private void topic(Topic topic, String spelling) {
    put(
        spelling,
        new Name(
            Mention.Kind.TOPIC,
            topic.id().value(),
            topic.name(),
            List.of(topic.name()),
            Optional.empty(),
            Caution.FREE,
            Words.of(spelling).size()));
  }

  private void publishers(Collection<Publisher> curated, Collection<String> imported) {
    Map<String, Set<String>> families = new LinkedHashMap<>();
    Map<String, String> shown = new LinkedHashMap<>();
    for (String name : imported) {
      String base = base(name);
      families.computeIfAbsent(Words.key(base), k -> new LinkedHashSet<>()).add(name);
      shown.putIfAbsent(Words.key(base), base);
    }
    for (Publisher publisher : curated) {
      Set<String> carried = new LinkedHashSet<>(List.of(publisher.name()));
      for (String spelling : spellings(publisher.name(), publisher.aliases())) {
        Set<String> family = families.remove(Words.key(spelling));
        carried.addAll(family == null ? Set.of() : family);
      }
      for (String spelling : spellings(publisher.name(), publisher.aliases())) {
        publisher(spelling, publisher.id().value(), publisher.name(), carried, publisher.kind());
      }
    }
    families.forEach((key, family) -> {
      String base = shown.getOrDefault(key, key);
      String id = family.size() == 1 ? family.iterator().next() : base;
      for (String spelling : spellings(base, List.of())) {
        publisher(spelling, id, id, family, null);
      }
    });
    for (String name : imported) {
      if (names.get(Words.key(name)) == null) {
        publisher(name, name, name, Set.of(name), null);
      }
    }
  }

  private void publisher(
      String spelling, String id, String name, Set<String> carried, Publisher.@Nullable Kind kind) {
    put(
        spelling,
        new Name(
            Mention.Kind.PUBLISHER,
            id,
            name,
            List.copyOf(carried),
            Optional.ofNullable(kind),
            caution(spelling, Mention.Kind.PUBLISHER),
            Words.of(spelling).size()));
    if (THE.matcher(spelling).lookingAt()) {
      String bare = THE.matcher(spelling).replaceFirst("");
      Caution caution = caution(bare, Mention.Kind.PUBLISHER);
      Caution stricter = words(bare) == 1 ? Caution.CUE : caution;
      put(
          bare,
          new Name(
              Mention.Kind.PUBLISHER,
              id,
              name,
              List.copyOf(carried),
              Optional.ofNullable(kind),
              stricter,
              Words.of(bare).size()));
    }
  }

  private void add(String spelling, Mention.Kind kind, String id, String shown) {
    put(
        spelling,
        new Name(
            kind,
            id,
            shown,
            List.of(shown),
            Optional.empty(),
            caution(spelling, kind),
            Words.of(spelling).size()));
    if (spelling.endsWith(" AI")) {
      String bare = spelling.substring(0, spelling.length() - " AI".length());
      put(
          bare,
          new Name(
              kind, id, shown, List.of(shown), Optional.empty(), caution(bare, kind), words(bare)));
    }
  }

  private void put(String spelling, Name name) {
    String key = Words.key(spelling);
    if (key.length() < 2) {
      return;
    }
    List<Name> known = names.computeIfAbsent(key, k -> new ArrayList<>(1));
    if (known.stream().noneMatch(n -> n.kind() == name.kind())) {
      known.add(name);
      longest = Math.max(longest, name.words() + 1);
    }
  }

  private static Caution caution(String spelling, Mention.Kind kind) {
    String key = Words.key(spelling);
    boolean publisher = kind == Mention.Kind.PUBLISHER;
    if (!publisher && USUALLY_NAMES.contains(key)) {
      return Caution.USUALLY_A_NAME;
    }
    boolean acronym = spelling.equals(spelling.toUpperCase(Locale.ROOT)) && key.length() <= 4;
    if (acronym && ((publisher && key.length() == 2) || OrdinaryWords.contains(key))) {
      return Caution.UPPER_CASE;
    }
    String bare = Words.key(THE.matcher(spelling).replaceFirst(""));
    boolean oneWord = words(THE.matcher(spelling).replaceFirst("")) == 1;
    boolean ordinary =
        (oneWord && OrdinaryWords.containsFormOf(bare)) || ORDINARY_PHRASES.contains(bare);
    return ordinary ? Caution.CAPITAL : Caution.FREE;
  }

  private static int words(String spelling) {
    return Words.of(spelling).size();
  }

  /** What stands before a section or a slogan, as in "BBC News - Technology". */
  private static String base(String name) {
    return DOMAIN.matcher(AFTER_SEPARATOR.matcher(name).replaceFirst("")).replaceFirst("").strip();
  }

  private static String chop(String spelling) {
    return spelling.substring(0, spelling.length() - 1).strip();
  }

  private static List<String> spellings(String name, Collection<String> aliases) {
    List<String> spellings = new ArrayList<>();
    spellings.add(name);
    spellings.addAll(aliases);
    return spellings;
  }
}
