package dev.footnote.core.question;

import dev.footnote.core.question.FollowUps.Resolved;
import dev.footnote.knowledge.Entity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts names in the place of pronouns that the question itself does not explain. */
final class Pronouns {

  private static final String NOUNS =
      "company|startup|lab|firm|model|product|tool|app|chatbot|chip|law|bill|lawsuit|case|project|deal"
          + "|story|ceo|founder|guy|acquisition|round|launch|announcement|merger";

  private static final Pattern PRONOUN =
      Pattern.compile(
          "\\b(?:(?<word>it|its|they|them|their|theirs|he|him|his|she|her|hers|it's|they're|he's|she's)"
              + "|(?:the|this|that|these|those|same) (?<noun>"
              + NOUNS
              + ")(?<own>'s)?"
              + "|(?<that>that|this|those|these)(?= *$|[?!.,]| (?:happen|happened|mean|include|change|work"
              + "|cost|affect|compare|new|still|really|happening)\\b))(?![\\w])");

  /** "it" that stands for nothing, or for what comes later. */
  private static final Pattern EMPTY_IT =
      Pattern.compile(
          "\\b(?:is|was|isn't|will|would) it (?:be )?(?:true|possible|likely|known|legal|safe|worth|clear|ok|okay"
              + "|fair|too|time|going to|a good|hard to|easy to|better to) |\\bit (?:takes?|took|is|was|'s|seems"
              + "|looks) (?:to|that|like|as|true|possible|likely|\\w+ (?:to|that))\\b|does it take|did it take"
              + "|make it |made it|it's (?:time|true|possible|likely|clear)|what time is it|how is it going"
              + "|hows it going");

  private final String text;
  private final String lower;
  private final List<Mention> mentions;
  private final Vocabulary vocabulary;
  private final Antecedents antecedents;

  Pronouns(String text, List<Mention> mentions, Vocabulary vocabulary, Antecedents antecedents) {
    this.text = text;
    this.lower = Words.lower(text);
    this.mentions = mentions;
    this.vocabulary = vocabulary;
    this.antecedents = antecedents;
  }

  Optional<Resolved> resolve() {
    Matcher match = PRONOUN.matcher(lower);
    while (match.find()) {
      if (!explained(match)) {
        return Optional.of(replaced(match));
      }
    }
    return Optional.empty();
  }

  /** Whether something before the pronoun, or its idiom, already says what it means. */
  private boolean explained(Matcher match) {
    String word = word(match);
    Matcher empty = EMPTY_IT.matcher(lower);
    while (word.equals("it") && empty.find()) {
      if (empty.start() <= match.start() && match.start() < empty.end()) {
        return true;
      }
    }
    Set<Entity.Kind> kinds = FollowUps.kindsFor(word);
    boolean person = kinds.contains(Entity.Kind.PERSON);
    boolean named =
        mentions.stream()
            .filter(m -> m.kind() == Mention.Kind.ENTITY && m.start() < match.start())
            .anyMatch(m ->
                vocabulary
                    .kindOf(m.id())
                    .map(k -> person == (k == Entity.Kind.PERSON))
                    .orElse(false));
    boolean unknown =
        match.group("that") == null
            && mentions.stream().noneMatch(m -> m.start() < match.start())
            && lower
                .substring(0, match.start())
                .matches(
                    "(?s).*\\b(?:companies|labs|models|people|users"
                        + "|workers|employees|developers|researchers|regulators|publishers|startups|investors)\\b.*");
    return named || unknown;
  }

  private Resolved replaced(Matcher match) {
    String word = word(match);
    Optional<String> name = antecedent(word);
    if (name.isEmpty()) {
      String content = antecedents.content();
      return new Resolved(text.replaceAll("[?!.\\s]+$", "") + " (" + content + ")", content);
    }
    boolean noun = match.group("noun") != null;
    boolean own =
        Set.of("its", "their", "theirs", "his", "hers").contains(word)
            || (word.equals("her") && lower.substring(match.end()).matches("(?s) \\w.*"))
            || (noun && match.group("own") != null);
    String put = name.get() + (own ? "'s" : "") + (isContraction(match) ? " is" : "");
    return new Resolved(
        opening(text.substring(0, match.start())) + put + rest(match, name.get()), name.get());
  }

  /** The same word again means the same thing. */
  private String rest(Matcher match, String name) {
    String tail = text.substring(match.end());
    String word = word(match);
    return tail.replaceAll(
        "(?i)\\b" + Pattern.quote(word) + "\\b(?! (?:is|was) (?:true|likely))",
        Matcher.quoteReplacement(name));
  }

  private Optional<String> antecedent(String word) {
    Set<Entity.Kind> kinds = FollowUps.kindsFor(word);
    boolean person = kinds.contains(Entity.Kind.PERSON);
    Optional<String> fitting = kinds.isEmpty() ? Optional.empty() : antecedents.entity(kinds);
    if (fitting.isPresent() || person) {
      return fitting;
    }
    Set<Entity.Kind> things = EnumSet.complementOf(EnumSet.of(Entity.Kind.PERSON));
    boolean event =
        Set.of(
                "that",
                "this",
                "deal",
                "story",
                "acquisition",
                "round",
                "launch",
                "announcement",
                "merger")
            .contains(word);
    if (event) {
      return Optional.empty();
    }
    return antecedents.entity(things).or(antecedents::anything);
  }

  private static String word(Matcher match) {
    String word =
        match.group("word") != null
            ? match.group("word")
            : match.group("noun") != null ? match.group("noun") : match.group("that");
    return word.replaceAll("'(?:s|re)$", "");
  }

  private static boolean isContraction(Matcher match) {
    return match.group("word") != null && match.group("word").indexOf('\'') > 0;
  }

  private static String opening(String head) {
    return head.replaceFirst("(?i)^(?:and|but|so|ok|okay|also|then),? +", "");
  }
}
