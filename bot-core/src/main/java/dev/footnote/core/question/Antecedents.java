package dev.footnote.core.question;

import dev.footnote.core.question.Question.Turn;
import dev.footnote.knowledge.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a conversation was about, newest turn first: what pronouns and ellipses can mean. */
final class Antecedents {

  private static final Pattern ASKING =
      Pattern.compile(
          "^\\W*(?:(?:and|so|but|ok|hey) )?(?:is it true: )?(?:(?:since when|when|wen|why|how come|how much|how"
              + " many|how|who|whom|where|what|whats|what's|which)\\b ?)?(?:(?:is|are|was|were|do|does|did|has"
              + "|have|had|will|would|can|could)\\b ?)?(?:(?:the )?latest (?:on|about|from|with) |new (?:with|at) )?",
          Pattern.CASE_INSENSITIVE);

  private final List<Turn> turns;
  private final Vocabulary vocabulary;

  Antecedents(List<Turn> newestFirst, Vocabulary vocabulary) {
    this.turns = newestFirst;
    this.vocabulary = vocabulary;
  }

  private Query previous() {
    return turns.getFirst().query();
  }

  /** The previous question without its asking words, such as "Meta launch Muse Spark". */
  String content() {
    return stripped(previous().text());
  }

  /** The same without its words of time. */
  String timeless() {
    StringBuilder text = new StringBuilder(previous().text());
    previous().timeWords().reversed().stream()
        .filter(s -> s.end() <= text.length())
        .forEach(s -> text.replace(s.start(), s.end(), " "));
    return text.toString().replaceAll("\\s+", " ").replaceAll("[?!.\\s]+$", "").strip();
  }

  /** For the reader: the names of the previous question, or its content. */
  String shown() {
    String names =
        String.join(
            ", ",
            previous().mentions().stream()
                .filter(m -> m.kind() == Mention.Kind.ENTITY)
                .map(Mention::name)
                .distinct()
                .toList());
    return names.isEmpty() ? content() : names;
  }

  /** What the newest question that names anything is about. */
  String subject() {
    for (Turn turn : turns) {
      Optional<String> name = names(turn.query()).stream().findFirst();
      if (name.isPresent()) {
        return name.get();
      }
    }
    return content();
  }

  /** The previous question's content without the names in it. */
  String predicate() {
    StringBuilder text = new StringBuilder(previous().text());
    previous().mentions().reversed().stream()
        .filter(m -> m.kind() != Mention.Kind.TOPIC && m.end() <= text.length())
        .forEach(m -> text.replace(m.start(), m.end(), " "));
    String predicate = stripped(text.toString().replaceAll("\\s['’]s\\b", " ")).strip();
    return predicate.isEmpty() ? content() : predicate;
  }

  /**
   * The newest entity of one of {@code kinds}; where the conversation has none, the newest name of
   * unknown kind.
   */
  Optional<String> entity(Set<Entity.Kind> kinds) {
    for (Turn turn : turns) {
      for (Mention m : turn.query().mentions()) {
        if (m.kind() == Mention.Kind.ENTITY
            && vocabulary.kindOf(m.id()).map(kinds::contains).orElse(false)) {
          return Optional.of(m.name());
        }
      }
      if (!turn.query().unknownNames().isEmpty()) {
        return Optional.of(turn.query().unknownNames().getFirst());
      }
    }
    return Optional.empty();
  }

  /** The newest name of any kind. */
  Optional<String> anything() {
    for (Turn turn : turns) {
      List<String> names = names(turn.query());
      if (!names.isEmpty()) {
        return Optional.of(names.getFirst());
      }
    }
    return Optional.empty();
  }

  /**
   * The previous question with {@code name} in the place of what it asked about: of the same kind
   * as {@code mention} if there is one.
   */
  Optional<String> replaced(String name, Optional<Mention> mention) {
    String text = previous().text();
    List<Mention> places =
        previous().mentions().stream()
            .filter(m -> m.kind() != Mention.Kind.TOPIC && m.end() <= text.length())
            .toList();
    Optional<Mention> place =
        mention.isEmpty()
            ? places.stream().findFirst()
            : places.stream().filter(m -> sameKind(m, mention.get())).findFirst();
    if (place.isEmpty() && places.size() == 1) {
      place = Optional.of(places.getFirst());
    }
    if (place.isPresent()) {
      Mention m = place.get();
      return Optional.of(text.substring(0, m.start()) + name + text.substring(m.end()));
    }
    String unknown =
        previous().unknownNames().isEmpty() ? "" : previous().unknownNames().getFirst();
    if (!unknown.isEmpty() && text.contains(unknown)) {
      return Optional.of(text.replace(unknown, name));
    }
    return Optional.of(text.replaceAll("[?!.\\s]+$", "") + " " + name);
  }

  private boolean sameKind(Mention a, Mention b) {
    if (a.kind() != b.kind()) {
      return false;
    }
    return a.kind() != Mention.Kind.ENTITY || group(a).equals(group(b));
  }

  /** Companies and labs, and models and products, can take each other's place. */
  private String group(Mention mention) {
    return vocabulary
        .kindOf(mention.id())
        .map(kind ->
            switch (kind) {
              case COMPANY, LAB -> "organisation";
              case MODEL, PRODUCT -> "model";
              default -> kind.name();
            })
        .orElse("");
  }

  private static List<String> names(Query query) {
    List<String> names = new ArrayList<>();
    query.mentions().stream()
        .filter(m -> m.kind() == Mention.Kind.ENTITY)
        .forEach(m -> names.add(m.name()));
    names.addAll(query.unknownNames());
    return names;
  }

  private static String stripped(String text) {
    String end = text.replaceAll("\\s+", " ").replaceAll("[?!.\\s]+$", "").strip();
    String content = ASKING.matcher(end).replaceFirst("").strip();
    return content.isEmpty() ? end : content;
  }
}
