package dev.footnote.core.question;

import dev.footnote.core.question.Question.Turn;
import dev.footnote.knowledge.Entity;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a follow-up stand alone, by what the conversation was about. */
final class FollowUps {

  /** How far back a pronoun reaches. */
  private static final int TURNS = 5;

  /**
   * A follow-up that stands alone.
   *
   * @param carried what was taken over, for the reader
   */
  record Resolved(String text, String carried) {}

  private static final String AND = "(?:(?:and|but|so|ok|okay|also|then|plus) )?";

  private static final Pattern BARE =
      Pattern.compile(
          AND
              + "(?<ask>since when|by when|until when|when|wen|why|how come|who|where|how much|how many|how"
              + "|which one|which ones|what else|who else|how so)"
              + "(?: (?:was|is|did|does|do|will|were|are|has|would) (?:that|this|it|they)(?: (?:be|happen"
              + "|happened|start|end))?| exactly| though| tho| again)?");

  private static final Pattern MORE =
      Pattern.compile(
          AND
              + "(?:(?:please |pls |can you |could you )?(?:tell|give|show) (?:me |us )?(?:a bit |some )?more"
              + "(?: about (?:it|that|this|them))?(?: details?| info)?|more|more details?|more info|go on|continue"
              + "|elaborate|details|details please|any details|expand|explain|keep going|what else(?: do you"
              + " know)?|say more|why does (?:it|that|this) matter)(?: please| pls)?");

  private static final Pattern CLAIM =
      Pattern.compile(
          AND
              + "(?:is|was) (?:that|this|it) (?:really |actually |still |even )?(?:true|right|correct|confirmed"
              + "|real|accurate|so|legit|official)|really|are you sure|seriously|who says|says who|source"
              + "|sources|proof|is this confirmed");

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:(?:and|but|so|ok|okay) )?(?:what|how|wat|wbt|hbu)(?:'s)? about (?<topic>.{1,80})|(?:and|or|but)"
              + " (?:for |in |at |from |with |on )?(?<topic2>(?:the )?[^,]{1,60})|same (?:for|with|question for)"
              + " (?<topic3>.{1,60})");

  private static final Pattern BEFORE_THAT =
      Pattern.compile(AND + "(?:what (?:about|happened) )?(?<way>before|after) (?:that|this|then)");

  private static final Pattern FULL_QUESTION =
      Pattern.compile(
          "^(?:who|what|when|which|how|why|where|is|are|was|were|did|does|do|has|have|had|can|could|will"
              + "|would|should|tell|show|list|compare|whats|whos|wen)\\b.*");

  private static final Pattern OPENING = Pattern.compile("^(?:and|but|so|ok|okay|also|then) ");

  private FollowUps() {}

  /** Returns the question that stands alone; empty if {@code text} already does. */
  static Optional<Resolved> resolve(String text, List<Turn> history, Vocabulary vocabulary) {
    if (history.isEmpty() || text.isBlank()) {
      return Optional.empty();
    }
    List<Turn> recent = history.subList(Math.max(0, history.size() - TURNS), history.size());
    return new Reader(text, recent.reversed(), vocabulary).resolve();
  }

  /** {@code text} with what the question before it asked; empty if there was none. */
  static Optional<Resolved> inContext(String text, List<Turn> history, Vocabulary vocabulary) {
    if (history.isEmpty() || text.isBlank()) {
      return Optional.empty();
    }
    Turn last = history.get(history.size() - 1);
    String content = new Antecedents(List.of(last), vocabulary).content();
    if (history.size() > 1 && last.query().entities().isEmpty()) {
      // What the last one asked was itself asked of something before.
      Turn before = history.get(history.size() - 2);
      content = new Antecedents(List.of(before), vocabulary).content() + ", " + content;
    }
    return Optional.of(
        new Resolved(text.replaceAll("[?!.\\s]+$", "") + " (" + content + ")", content));
  }

  private static final class Reader {

    private final String text;
    private final String plain;
    private final Query previous;
    private final Antecedents antecedents;
    private final Vocabulary vocabulary;
    private final List<Mention> mentions;

    Reader(String text, List<Turn> newestFirst, Vocabulary vocabulary) {
      this.text = text;
      this.plain = Words.lower(text).replaceAll("[?!.,…\\s]+$", "").replaceAll("\\s+", " ").strip();
      this.previous = newestFirst.getFirst().query();
      this.antecedents = new Antecedents(newestFirst, vocabulary);
      this.vocabulary = vocabulary;
      this.mentions = vocabulary.find(text);
    }

    Optional<Resolved> resolve() {
      Matcher bare = BARE.matcher(plain);
      if (bare.matches()) {
        return reuse(bare.group("ask"));
      }
      if (MORE.matcher(plain).matches()) {
        return whole("");
      }
      if (CLAIM.matcher(plain).matches()) {
        return whole("is it true: ");
      }
      Matcher before = BEFORE_THAT.matcher(plain);
      if (before.matches()) {
        return beforeThat(before.group("way"));
      }
      Matcher about = ABOUT.matcher(plain);
      if (about.matches() && (about.group("topic") != null || !isFullQuestion())) {
        return swap(topicOf(about));
      }
      if (wholeIsName()) {
        return swap(text.replaceAll("[?!.\\s]+$", ""));
      }
      return new Pronouns(text, mentions, vocabulary, antecedents).resolve();
    }

    private boolean isFullQuestion() {
      return FULL_QUESTION.matcher(OPENING.matcher(plain).replaceFirst("")).matches();
    }

    /** "when?" asks for the previous question's content. */
    private Optional<Resolved> reuse(String ask) {
      String content = antecedents.content();
      return content.isEmpty() ? Optional.empty() : resolved(ask + " " + content);
    }

    private Optional<Resolved> whole(String lead) {
      String content = antecedents.content();
      return content.isEmpty() ? Optional.empty() : resolved(lead + content);
    }

    private Optional<Resolved> resolved(String standing) {
      return Optional.of(new Resolved(standing, antecedents.shown()));
    }

    private Optional<Resolved> beforeThat(String way) {
      String content = antecedents.content();
      TimeWindow window = previous.window();
      boolean back = way.equals("before");
      Optional<java.time.LocalDate> bound = back ? window.from() : window.to();
      String when =
          bound
              .map(day -> " " + (back ? "before " + day : "since " + day))
              .orElse(back ? " earlier" : " afterwards");
      return content.isEmpty() ? Optional.empty() : resolved(antecedents.timeless() + when);
    }

    private String topicOf(Matcher about) {
      for (String group : List.of("topic", "topic2", "topic3")) {
        if (about.group(group) != null) {
          int start = about.start(group);
          int offset = Words.lower(text).indexOf(plain);
          int from = Math.max(0, offset) + start;
          int to = Math.min(text.length(), from + about.group(group).length());
          return text.substring(from, to);
        }
      }
      return text;
    }

    private boolean wholeIsName() {
      return mentions.size() == 1
          && mentions.getFirst().kind() == Mention.Kind.ENTITY
          && mentions.getFirst().end() - mentions.getFirst().start() == plain.length()
          && text.strip().endsWith("?");
    }

    /** "what about Google?": the previous question, asked of Google. */
    private Optional<Resolved> swap(String topic) {
      String bare = topic.replaceFirst("(?i)^the (?=\\S+$)", "").replaceFirst("['’]s$", "").strip();
      List<Mention> named =
          vocabulary.find(bare).stream().filter(m -> m.kind() != Mention.Kind.TOPIC).toList();
      TimeReading time = TimeExpressions.read("in " + bare, previous.today());
      boolean timeOnly = named.isEmpty() && !time.spans().isEmpty() && onlyTime(bare);
      if (timeOnly) {
        String when =
            bare.matches("(?i)(?:19|20)\\d\\d|[a-z]+|[a-z]+ \\d{4}") ? "in " + bare : bare;
        String relative =
            TimeExpressions.read(bare, previous.today()).window().isAlways() ? when : bare;
        return resolved(antecedents.timeless() + " " + relative);
      }
      if (named.isEmpty() && !looksLikeName(bare)) {
        String subject = antecedents.subject();
        return subject.isEmpty()
            ? Optional.empty()
            : Optional.of(new Resolved(subject + " " + bare, subject));
      }
      if (!named.isEmpty() && hasOwnContent(bare, named)) {
        return Optional.empty();
      }
      return antecedents
          .replaced(bare, named.isEmpty() ? Optional.empty() : Optional.of(named.getFirst()))
          .map(whole -> new Resolved(whole, antecedents.predicate()));
    }

    private boolean onlyTime(String bare) {
      String probe = "in " + bare;
      int covered =
          TimeExpressions.read(probe, previous.today()).spans().stream()
              .mapToInt(s -> s.end() - Math.max(3, s.start()))
              .sum();
      return covered >= bare.length() - 1;
    }

    private boolean looksLikeName(String bare) {
      return Character.isUpperCase(bare.isEmpty() ? 'a' : bare.charAt(0));
    }

    private boolean hasOwnContent(String bare, List<Mention> named) {
      int others = 0;
      for (Words.Word word : Words.of(bare)) {
        boolean inName =
            named.stream().anyMatch(m -> m.start() < word.end() && word.start() < m.end());
        boolean small =
            Set.of("and", "or", "the", "in", "s", "for", "at", "then", "now").contains(word.key());
        others += inName || small || word.key().matches("\\d+") ? 0 : 1;
      }
      return others > 0;
    }
  }

  /** Kinds of entity that a word can stand for, most fitting first. */
  static Set<Entity.Kind> kindsFor(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "he",
          "him",
          "his",
          "she",
          "her",
          "hers",
          "himself",
          "herself",
          "ceo",
          "founder",
          "guy" ->
          EnumSet.of(Entity.Kind.PERSON);
      case "they", "them", "their", "theirs", "company", "startup", "lab", "firm" ->
          EnumSet.of(Entity.Kind.COMPANY, Entity.Kind.LAB);
      case "it", "its", "model", "product", "tool", "app", "chatbot" ->
          EnumSet.of(Entity.Kind.MODEL, Entity.Kind.PRODUCT);
      case "chip" -> EnumSet.of(Entity.Kind.CHIP);
      case "law", "bill" -> EnumSet.of(Entity.Kind.LAW);
      case "lawsuit", "case" -> EnumSet.of(Entity.Kind.CASE);
      case "project" -> EnumSet.of(Entity.Kind.PROJECT);
      default -> EnumSet.noneOf(Entity.Kind.class);
    };
  }
}
