package dev.footnote.core.question;

import dev.footnote.core.question.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One pass over one text for the names in it. */
final class NameSearch {

  /** A misspelt name is sought in so many words together, and of so many letters. */
  private static final int MOST_MISSPELT = 3;

  private static final int LEAST_MISSPELT = 9;

  private static final int SHORT_QUESTION = 4;

  /** A publisher that needs a neighbour to be believed: "Wired and The Verge". */
  private record Doubt(Name name, int from, int to) {}

  private final String text;
  private final NameIndex index;
  private final Spellings spellings;
  private final List<Word> words;
  private final boolean capitalsTell;
  private final boolean anyCapital;
  private final List<Mention> found = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();

  NameSearch(String text, NameIndex index, Spellings spellings) {
    this.text = text;
    this.index = index;
    this.spellings = spellings;
    this.words = Words.of(text);
    long letters = words.stream().filter(w -> Character.isLetter(w.key().charAt(0))).count();
    long capitals = words.stream().filter(Word::capital).count();
    this.anyCapital = capitals > 0;
    this.capitalsTell = letters <= 2 || capitals * 10 < letters * 8;
  }

  List<Mention> run() {
    int i = 0;
    while (i < words.size()) {
      i = Math.max(i + 1, longestAt(i));
    }
    resolveDoubts();
    return found.stream().sorted((a, b) -> Integer.compare(a.start(), b.start())).toList();
  }

  /** The index after the name that starts with word {@code from}; {@code from} if none does. */
  private int longestAt(int from) {
    StringBuilder key = new StringBuilder();
    List<String> keys = new ArrayList<>();
    for (int i = from; i < words.size() && keys.size() < index.longest() + 1; i++) {
      if (i > from && !joinable(words.get(i - 1), words.get(i))) {
        break;
      }
      keys.add(key.append(words.get(i).key()).toString());
    }
    for (int n = keys.size(); n > 0; n--) {
      List<Name> names = index.get(keys.get(n - 1));
      if (!names.isEmpty()
          && plausibleCut(from, from + n, keys.get(n - 1))
          && take(names, from, from + n)) {
        return from + n;
      }
    }
    if (misspelt(from) || plural(from)) {
      return from + 1;
    }
    for (int n = Math.min(MOST_MISSPELT, keys.size()); n > 1; n--) {
      if (misspelt(from, from + n, keys.get(n - 1))) {
        return from + n;
      }
    }
    return from;
  }

  /** A slip within a name of several words: "thinkng machines". */
  private boolean misspelt(int from, int to, String key) {
    boolean slip = false;
    for (int i = from; i < to; i++) {
      slip |= !OrdinaryWords.containsFormOf(words.get(i).key()) && words.get(i).key().length() > 3;
    }
    if (!slip || key.length() < LEAST_MISSPELT) {
      return false;
    }
    Set<Name> near =
        spellings.near(key).stream()
            .flatMap(k -> index.get(k).stream())
            .filter(n -> n.kind() == Mention.Kind.ENTITY)
            .collect(Collectors.toSet());
    return near.stream().map(Name::id).distinct().count() == 1 && take(List.copyOf(near), from, to);
  }

  private boolean joinable(Word a, Word b) {
    String between = text.substring(a.end(), b.start());
    return between.length() <= 3
        && between.chars().allMatch(c -> " -._/'’&|:\u00a0\u2011–(".indexOf(c) >= 0)
        && !between.startsWith(". ")
        && !between.contains("\n");
  }

  /** Refuses "GPT-5" in "GPT-5.5" and "a p" for AP. */
  private boolean plausibleCut(int from, int to, String key) {
    Word last = words.get(to - 1);
    if (Character.isDigit(key.charAt(key.length() - 1))
        && last.end() + 1 < text.length()
        && text.charAt(last.end()) == '.'
        && Character.isDigit(text.charAt(last.end() + 1))) {
      return false;
    }
    if (to - from > 1 && key.length() <= 3 && !Character.isDigit(key.charAt(key.length() - 1))) {
      return text.substring(words.get(from).end(), last.start()).indexOf('.') >= 0;
    }
    return true;
  }

  private boolean take(List<Name> names, int from, int to) {
    Name entity = of(names, Mention.Kind.ENTITY);
    Name publisher = of(names, Mention.Kind.PUBLISHER);
    if (publisher != null && isPublisher(publisher, from, to, entity != null)) {
      return add(publisher, from, to);
    }
    if (publisher != null && publisher.isPress()) {
      doubts.add(new Doubt(publisher, from, to));
    }
    if (entity != null && isEntity(entity, from, to)) {
      return add(entity, from, to);
    }
    Name topic = of(names, Mention.Kind.TOPIC);
    return topic != null && isTopic(from, to) && add(topic, from, to);
  }

  private boolean isPublisher(Name name, int from, int to, boolean entityToo) {
    if (entityToo) {
      return Cues.publisher(words, from, to, name.isPress());
    }
    boolean lowerCase = !capitalsTell || !words.get(to - 1).capital();
    return switch (name.caution()) {
      case FREE, USUALLY_A_NAME -> true;
      case UPPER_CASE -> isUpperCase(from, to) || Cues.publisherInLowerCase(words, from, to);
      case CAPITAL ->
          lowerCase
              ? Cues.publisherInLowerCase(words, from, to)
              : to - from > 1
                  || !opensSentence(from)
                  || Cues.publisher(words, from, to, name.isPress());
      case CUE ->
          lowerCase
              ? Cues.publisherInLowerCase(words, from, to)
              : Cues.publisher(words, from, to, name.isPress())
                  || (Cues.weakPublisher(words, from) && !opensSentence(from));
    };
  }

  private boolean isEntity(Name name, int from, int to) {
    boolean capital = capitalsTell && words.get(to - 1).capital();
    return switch (name.caution()) {
      case FREE -> true;
      case USUALLY_A_NAME -> capital || !Cues.ordinary(words, from, to);
      case UPPER_CASE ->
          (capitalsTell && isUpperCase(from, to))
              || to - from > 1
              || (from > 0 && words.get(from - 1).key().equals("the"));
      case CAPITAL, CUE ->
          (capital && !opensSentence(from) && !numberFollows(to))
              || (possessive(to) && (capital || !opensSentence(from)))
              || Cues.entity(words, from, to);
    };
  }

  private boolean isTopic(int from, int to) {
    if (capitalsTell && words.get(from).capital() && from > 0 && words.get(from - 1).capital()) {
      return false; // "Alameda Research"
    }
    return !NameIndex.isVagueTopic(words.get(from).key())
        || to - from > 1
        || words.size() <= SHORT_QUESTION;
  }

  private boolean misspelt(int at) {
    Word word = words.get(at);
    String key = word.key();
    if (key.length() < 5
        || OrdinaryWords.containsFormOf(key)
        || !key.chars().allMatch(Character::isLetter)) {
      return false;
    }
    Set<Name> near =
        spellings.near(key).stream()
            .flatMap(k -> index.get(k).stream())
            .filter(n -> n.kind() == Mention.Kind.ENTITY || n.isPublisher())
            .collect(Collectors.toSet());
    if (near.isEmpty() || near.stream().map(Name::id).distinct().count() > 1) {
      return false;
    }
    boolean partOfOtherName = capitalsTell && word.capital() && besideCapital(at);
    return !partOfOtherName && take(List.copyOf(near), at, at + 1);
  }

  /** "metas new model", typed without the apostrophe. */
  private boolean plural(int at) {
    String key = words.get(at).key();
    if (!key.endsWith("s") || key.length() < 4 || OrdinaryWords.contains(key)) {
      return false;
    }
    List<Name> names =
        index.get(key.substring(0, key.length() - 1)).stream()
            .filter(n -> n.kind() == Mention.Kind.ENTITY)
            .filter(n -> n.caution().compareTo(Name.Caution.USUALLY_A_NAME) <= 0)
            .toList();
    return !names.isEmpty() && take(names, at, at + 1);
  }

  private boolean besideCapital(int at) {
    return (at > 0 && words.get(at - 1).capital() && !opensSentence(at - 1))
        || (at + 1 < words.size() && words.get(at + 1).capital());
  }

  private boolean isUpperCase(int from, int to) {
    String written = text.substring(words.get(from).start(), words.get(to - 1).end());
    return capitalsTell && written.equals(written.toUpperCase(Locale.ROOT));
  }

  private boolean possessive(int to) {
    int end = words.get(to - 1).end();
    return end + 1 < text.length()
        && (text.charAt(end) == '\'' || text.charAt(end) == '’')
        && text.charAt(end + 1) == 's';
  }

  private boolean numberFollows(int to) {
    return to < words.size() && Character.isDigit(words.get(to).key().charAt(0));
  }

  private boolean opensSentence(int at) {
    int i = words.get(at).start() - 1;
    while (i >= 0 && " \"'“‘(*_".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i < 0 || ".!?\n:".indexOf(text.charAt(i)) >= 0;
  }

  /** A doubtful publisher beside a sure one in a list is one too. */
  private void resolveDoubts() {
    boolean changed = true;
    for (int round = 0; changed && round < 4; round++) {
      changed = false;
      for (Doubt doubt : doubts) {
        int start = words.get(doubt.from()).start();
        int end = words.get(doubt.to() - 1).end();
        boolean taken =
            found.stream().anyMatch(m -> m.start() < end && start < m.end() && isSure(m));
        if (!taken && (words.get(doubt.to() - 1).capital() || !anyCapital) && listed(start, end)) {
          found.removeIf(m -> m.start() < end && start < m.end());
          found.add(doubt.name().at(start, end));
          changed = true;
        }
      }
    }
  }

  private boolean isSure(Mention mention) {
    return mention.kind() == Mention.Kind.PUBLISHER;
  }

  private boolean listed(int start, int end) {
    return found.stream()
        .filter(this::isSure)
        .anyMatch(m -> m.end() <= start ? enumerates(m.end(), start) : enumerates(end, m.start()));
  }

  private boolean enumerates(int from, int to) {
    return to > from
        && to - from <= 14
        && text.substring(from, to)
            .strip()
            .matches("['\"’”]?(,|,? ?(and|or|&))( the)?\\s*['\"‘“]?");
  }

  private boolean add(Name name, int from, int to) {
    found.add(name.at(words.get(from).start(), words.get(to - 1).end()));
    return true;
  }

  private static @Nullable Name of(List<Name> names, Mention.Kind kind) {
    return names.stream().filter(n -> n.kind() == kind).findFirst().orElse(null);
  }
}
