package dev.footnote.core.conversation;

import dev.footnote.knowledge.Entity;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.Story;
import dev.footnote.knowledge.StoryId;
import dev.footnote.knowledge.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds stories by what people type: ids and parts of them, words of a title, names. */
public final class StoryFinder {

  private static final int SUGGESTIONS = 3;

  private final KnowledgeBase knowledge;

  public StoryFinder(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * What was found under a story's name.
   *
   * @param story the one story meant; empty if none or several may be
   * @param candidates the nearest, or those that all fit, best first
   */
  public record Found(Optional<Story> story, List<Story> candidates) {

    public Found {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A name that the knowledge base has.
   *
   * @param about tells whether a story is about it
   */
  public record Subject(String name, Predicate<Story> about) {}

  /** Finds the story by id, unique beginning of an id, unique part of a slug, or title. */
  public Found story(String typed) {
    var text = typed.strip();
    var key = key(text);
    if (StoryId.isValid(key)) {
      var exact = knowledge.story(new StoryId(key));
      if (exact.isPresent()) {
        return new Found(exact, List.of());
      }
    }
    for (var rule :
        List.<Predicate<Story>>of(
            s -> slug(s).equals(key),
            s -> s.title().equalsIgnoreCase(text),
            s -> s.id().value().startsWith(key) || slug(s).startsWith(key),
            s -> slug(s).contains(key))) {
      var hits =
          key.isEmpty() ? List.<Story>of() : knowledge.stories().stream().filter(rule).toList();
      if (hits.size() == 1) {
        return new Found(Optional.of(hits.getFirst()), List.of());
      }
      if (!hits.isEmpty()) {
        return new Found(Optional.empty(), hits.stream().limit(SUGGESTIONS * 3L).toList());
      }
    }
    return new Found(Optional.empty(), byWords(text));
  }

  /** The entity or topic that goes by {@code typed}: id, name or alias, whatever the case. */
  public Optional<Subject> subject(String typed) {
    var text = typed.strip();
    Optional<Subject> entity =
        knowledge.entities().stream()
            .filter(e -> goesBy(text, e.id().value(), e.name(), e.aliases()))
            .findFirst()
            .map(this::subject);
    return entity.or(() ->
        knowledge.topics().stream()
            .filter(t -> goesBy(text, t.id().value(), t.name(), t.aliases()))
            .findFirst()
            .map(this::subject));
  }

  /** Names of entities and topics near to {@code typed}, nearest first, at most three. */
  public List<String> subjectsNear(String typed) {
    var names = new LinkedHashSet<String>();
    knowledge.entities().forEach(e -> names.add(e.name()));
    knowledge.topics().forEach(t -> names.add(t.name()));
    var near = new LinkedHashSet<>(Nearness.nearest(typed.strip(), names, SUGGESTIONS));
    var low = typed.strip().toLowerCase(Locale.ROOT);
    names.stream()
        .filter(n -> low.length() > 2 && n.toLowerCase(Locale.ROOT).contains(low))
        .forEach(near::add);
    return near.stream().limit(SUGGESTIONS).toList();
  }

  /** The stories that {@code predicate} takes, newest first. */
  public List<Story> stories(Predicate<Story> predicate) {
    return knowledge.stories().stream().filter(predicate).toList();
  }

  private Subject subject(Entity entity) {
    return new Subject(entity.name(), s -> s.entities().contains(entity.id()));
  }

  private Subject subject(Topic topic) {
    return new Subject(topic.name(), s -> s.topics().contains(topic.id()));
  }

  private static boolean goesBy(String text, String id, String name, List<String> aliases) {
    return id.equalsIgnoreCase(text)
        || name.equalsIgnoreCase(text)
        || aliases.stream().anyMatch(text::equalsIgnoreCase);
  }

  private List<Story> byWords(String text) {
    var wanted = words(text);
    record Scored(Story story, long score) {}
    var scored = new ArrayList<Scored>();
    for (var story : knowledge.stories()) {
      var has = words(story.title() + " " + slug(story));
      long score = wanted.stream().filter(has::contains).count();
      if (score > 0) {
        scored.add(new Scored(story, score));
      }
    }
    return scored.stream()
        .sorted(Comparator.comparingLong(Scored::score).reversed())
        .limit(SUGGESTIONS)
        .map(Scored::story)
        .toList();
  }

  private static Set<String> words(String text) {
    var words = new LinkedHashSet<String>();
    Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
        .filter(w -> w.length() > 3)
        .forEach(words::add);
    return words;
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\.md$", "")
        .replaceAll("[^a-z0-9/]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static String slug(Story story) {
    var id = story.id().value();
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
