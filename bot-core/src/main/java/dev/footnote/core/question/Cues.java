package dev.footnote.core.question;

import dev.footnote.core.question.Words.Word;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads from its neighbours whether a word that may be a name is one, and of what kind. */
final class Cues {

  private static final Pattern PRESS_BEFORE =
      Pattern.compile(
          "(according to|(report|covere?|publishe?|writte|mentione?|state|note|describe|discusse?"
              + "|highlighte?|featur|claime?|quote|run|ran)(d|ed|n)? (by|in)"
              + "|(articles?|reports?|reporting|pieces?|story|stories|coverage|interviews?|posts?)"
              + " (by|from|in|of)|sources?|per|via|cit(es|ing)|published by|read in)"
              + "( both| the| a| an| all| another)*$");

  private static final Pattern WEAK_BEFORE =
      Pattern.compile("\\b(by|from|in|the|between|does|did|do)( both| the| a| an| another)*$");

  private static final Pattern PRESS_AFTER =
      Pattern.compile(
          "^((s|tech|news|business|sports|recent|latest|earlier|later|another|\\d+|january|february"
              + "|march|april|may|june|july|august|september|october|november|december) )*"
              + "(articles?|report(s|ed|ing)?|pieces?|coverage|magazine|newspaper|wrote|writes|says"
              + "|said|claim(s|ed)?|suggest(s|ed)?|describe[sd]?|mention(s|ed)?|discuss(es|ed)?"
              + "|publish(es|ed)?|indicate[sd]?|portray(s|ed)?|highlight(s|ed)?|impl(y|ies)|note[sd]"
              + "|argue[sd]?|attribute[sd]?|story|interview|editorial|present(s|ed)?|say|report on"
              + "|emphasi[sz]e[sd]?|state[sd]?|cover(s|ed)?)\\b");

  private static final Pattern ORDINARY_AFTER =
      Pattern.compile(
          "^(articles?|report(s|ed)?|magazine|newspaper|wrote|writes|says?|said|piece|published)\\b");

  private static final Pattern COMPANY_BEFORE =
      Pattern.compile("(according to|reported by|(article|report|blog|post) (by|from))( the| a)?$");

  private static final Pattern COMPANY_AFTER =
      Pattern.compile("^(s )?(articles?|blog|blogpost|newsroom|press release)\\b");

  private static final Pattern ENTITY_BEFORE =
      Pattern.compile(
          "(ceo of|founder of|founders of|shares of|stake in|invest(s|ed|ing)? in|bought|buy(s|ing)?"
              + "|acquire[sd]?|acquiring|company|startup|vs|versus|joined|left|sued)$");

  private static final Pattern ENTITY_AFTER =
      Pattern.compile(
          "^(ceo|ai|founders?|shares|stocks?|ipo|valuation|lawsuit|layoffs|holdings|robots?|humanoids?"
              + "|raise[sd]?|raising|announce[sd]?|launch(es|ed)?|sue[sd]?|hire[sd]?|acquired?|bought"
              + "|buys|vs|versus|ban(s|ned)?|deal|revenue|funding)\\b");

  private static final Pattern THE_BEFORE = Pattern.compile("\\b(the|an?|my|your|some|any)$");

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "in",
          "of",
          "on",
          "for",
          "is",
          "was",
          "to",
          "and",
          "or",
          "that",
          "with",
          "at",
          "as",
          "a",
          "position",
          "moves",
          "keys",
          "pie",
          "juice",
          "tree",
          "analysis",
          "tag",
          "tags",
          "question");

  private Cues() {}

  /**
   * Whether the text around the words {@code from} to {@code to} says that they are a publisher.
   */
  static boolean publisher(List<Word> words, int from, int to, boolean press) {
    String before = before(words, from);
    String after = after(words, to);
    return press
        ? PRESS_BEFORE.matcher(before).find() || PRESS_AFTER.matcher(after).find()
        : COMPANY_BEFORE.matcher(before).find() || COMPANY_AFTER.matcher(after).find();
  }

  /** The same for an ordinary word in lower case, where "in time" and "by nature" prove nothing. */
  static boolean publisherInLowerCase(List<Word> words, int from, int to) {
    return PRESS_BEFORE.matcher(before(words, from)).find()
        || ORDINARY_AFTER.matcher(after(words, to)).find();
  }

  /** Whether a preposition or article before makes a publisher of an ordinary, capitalised word. */
  static boolean weakPublisher(List<Word> words, int from) {
    return WEAK_BEFORE.matcher(before(words, from)).find();
  }

  static boolean entity(List<Word> words, int from, int to) {
    String before = before(words, from);
    boolean hint = ENTITY_BEFORE.matcher(before).find();
    return ENTITY_AFTER.matcher(after(words, to)).find() || hint;
  }

  /** Whether a word that is usually a name is the ordinary word here: "move the cursor to". */
  static boolean ordinary(List<Word> words, int from, int to) {
    if (to < words.size() && Set.of("analysis", "pie", "juice").contains(words.get(to).key())) {
      return true;
    }
    return THE_BEFORE.matcher(before(words, from)).find()
        && (to >= words.size() || FUNCTION_WORDS.contains(words.get(to).key()));
  }

  private static String before(List<Word> words, int from) {
    StringBuilder before = new StringBuilder();
    for (int i = Math.max(0, from - 6); i < from; i++) {
      before.append(before.isEmpty() ? "" : " ").append(words.get(i).key());
    }
    return before.toString();
  }

  private static String after(List<Word> words, int to) {
    StringBuilder after = new StringBuilder();
    for (int i = to; i < Math.min(words.size(), to + 5); i++) {
      after.append(after.isEmpty() ? "" : " ").append(words.get(i).key());
    }
    return after.toString();
  }
}
