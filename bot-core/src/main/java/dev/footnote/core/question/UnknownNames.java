package dev.footnote.core.question;

import dev.footnote.core.question.Words.Word;
import dev.footnote.knowledge.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is written like a name but is none that we know. */
final class UnknownNames {

  private static final Pattern RUN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}\\p{N}]*|\\p{Ll}\\p{Lu}[\\p{L}\\p{N}]+)"
              + "(?:[-.&+'’][\\p{L}\\p{N}]+){0,4}+"
              + "(?:(?: (?:of|de|von|van|der|&) | )(?:\\p{Lu}[\\p{L}\\p{N}]*(?:[-.&+'’][\\p{L}\\p{N}]+){0,4}"
              + "|\\d+(?:\\.\\d+)?(?= |$|[?,.!]))){0,7}");

  private static final Pattern QUOTED =
      Pattern.compile(
          "[\"“]([^\"“”]{2,60})[\"”]|(?<![\\p{L}\\p{N}])['‘]([^'‘’]{2,60})['’](?!\\p{L})");

  private static final Pattern VERSION =
      Pattern.compile(
          "^[ -](?:v)?\\d{1,2}(?:\\.\\d{1,2})?(?![\\d.%]\\d|%)\\b(?! (?:months?|days?|weeks?"
              + "|years?|times|million|billion|trillion|people|users|hours?|percent|employees|ways|things))");

  /** Written with capitals, and no names of their own. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "ai",
          "api",
          "apis",
          "ceo",
          "cto",
          "cfo",
          "coo",
          "gpu",
          "gpus",
          "cpu",
          "llm",
          "llms",
          "ipo",
          "agi",
          "asi",
          "ml",
          "usd",
          "eur",
          "arr",
          "capex",
          "i",
          "im",
          "ive",
          "id",
          "ok",
          "pr",
          "hr",
          "vr",
          "ar",
          "tv",
          "pc",
          "it",
          "q1",
          "q2",
          "q3",
          "q4",
          "h1",
          "h2",
          "faq",
          "pdf",
          "url",
          "sdk",
          "rag",
          "tldr",
          "btw",
          "asap",
          "fyi",
          "aws",
          "saas",
          "vc",
          "vcs",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "english",
          "american",
          "chinese",
          "european",
          "german",
          "french",
          "british",
          "italian",
          "jan",
          "feb",
          "mar",
          "apr",
          "jun",
          "jul",
          "aug",
          "sep",
          "sept",
          "oct",
          "nov",
          "dec",
          "a",
          "the",
          "mr",
          "mrs",
          "ms",
          "dr");

  private UnknownNames() {}

  /** Unknown names in {@code text}, in its order, each once; none where capitals tell nothing. */
  static List<String> find(String text, List<Mention> mentions, Vocabulary vocabulary) {
    Map<Integer, String> found = new TreeMap<>();
    boolean shouted = text.chars().noneMatch(Character::isLowerCase);
    if (!shouted && text.chars().anyMatch(Character::isUpperCase)) {
      runs(text, mentions, vocabulary, found);
      versions(text, mentions, vocabulary, found);
    }
    quoted(text, mentions, found);
    Map<String, String> unique = new LinkedHashMap<>();
    found.values().forEach(name -> unique.putIfAbsent(Words.key(name), name));
    return List.copyOf(unique.values());
  }

  private static void runs(
      String text, List<Mention> mentions, Vocabulary vocabulary, Map<Integer, String> found) {
    Matcher run = RUN.matcher(text);
    while (run.find()) {
      for (Span span : without(mentions, run.start(), run.end())) {
        Span name = trimmed(text, span, vocabulary);
        if (name.end() > name.start()) {
          found.put(name.start(), text.substring(name.start(), name.end()));
        }
      }
    }
  }

  /** "Gemini 9": a family that we know in a version that we do not. */
  private static void versions(
      String text, List<Mention> mentions, Vocabulary vocabulary, Map<Integer, String> found) {
    for (Mention mention : mentions) {
      boolean family =
          vocabulary
              .kindOf(mention.id())
              .map(k -> k == Entity.Kind.MODEL || k == Entity.Kind.PRODUCT)
              .orElse(false);
      Matcher version = VERSION.matcher(text.substring(mention.end()));
      if (family
          && mention.kind() == Mention.Kind.ENTITY
          && Character.isUpperCase(text.charAt(mention.start()))
          && version.find()) {
        found.put(mention.start(), text.substring(mention.start(), mention.end() + version.end()));
      }
    }
  }

  private static void quoted(String text, List<Mention> mentions, Map<Integer, String> found) {
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      String name = quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
      boolean known =
          mentions.stream().anyMatch(m -> m.start() < quoted.end() && quoted.start() < m.end());
      boolean partly =
          found.keySet().stream().anyMatch(at -> at >= quoted.start() && at < quoted.end());
      if (!known && !partly && name.split(" ").length <= 5 && !name.isBlank()) {
        found.put(quoted.start() + 1, name.strip());
      }
    }
  }

  private static List<Span> without(List<Mention> mentions, int start, int end) {
    List<Span> spans = new ArrayList<>();
    int from = start;
    for (Mention mention : mentions) {
      if (mention.kind() != Mention.Kind.TOPIC && mention.start() < end && from < mention.end()) {
        if (mention.start() > from) {
          spans.add(new Span(from, mention.start()));
        }
        from = Math.max(from, mention.end());
      }
    }
    if (from < end) {
      spans.add(new Span(from, end));
    }
    return spans;
  }

  /** Without ordinary words at the ends that only open a sentence, and without what is no name. */
  private static Span trimmed(String text, Span span, Vocabulary vocabulary) {
    List<Word> words = new ArrayList<>(Words.of(text.substring(span.start(), span.end())));
    while (!words.isEmpty() && isNoName(words.getFirst(), text, span, vocabulary)) {
      words.removeFirst();
    }
    while (!words.isEmpty()
        && (NOT_NAMES.contains(words.getLast().key())
            || words.getLast().key().equals("s")
            || (words.size() == 1 && Character.isDigit(words.getLast().key().charAt(0))))) {
      words.removeLast();
    }
    return words.isEmpty()
        ? new Span(span.start(), span.start())
        : new Span(span.start() + words.getFirst().start(), span.start() + words.getLast().end());
  }

  private static boolean isNoName(Word word, String text, Span span, Vocabulary vocabulary) {
    boolean notName =
        NOT_NAMES.contains(word.key())
            || word.key().equals("s")
            || (!word.capital()
                && Character.isLetter(word.key().charAt(0))
                && word.key().length() < 3);
    boolean opens = opensSentence(text, span.start() + word.start());
    boolean contraction =
        span.start() + word.end() < text.length()
            && "'’".indexOf(text.charAt(span.start() + word.end())) >= 0
            && opens;
    return notName
        || (contraction && OrdinaryWords.contains(word.key()))
        || (opens && OrdinaryWords.containsFormOf(word.key()))
        || (vocabulary.knows(word.key()) && word.key().length() < 3);
  }

  private static boolean opensSentence(String text, int at) {
    int i = at - 1;
    while (i >= 0 && " \"'“‘(*_".indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i < 0 || ".!?\n:".indexOf(text.charAt(i)) >= 0;
  }
}
