package dev.footnote.core.conversation;

import java.util.regex.Pattern;

/**
 * Tells of a line that calls nobody, in a thread where the bot was asked before, whether it is
 * meant for the bot: it asks about the world, or is one of its commands. In doubt it is not, for
 * people talk to each other there, and calling the bot by its name always helps.
 */
public final class OverheardLine {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  /** Who speaks of themselves or of the other speaks to a person. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          ".*\\b(?:i|me|my|mine|we|us|our|ours|you|your|yours|ya|guys|folks|anyone|anybody"
              + "|someone|somebody|everyone|everybody|let'?s)\\b.*",
          FLAGS);

  /** ... other than in what one says to a machine. */
  private static final Pattern REQUEST =
      Pattern.compile(
          "^(?:please\\s+)?(?:(?:can|could|would|will)\\s+you\\s+)?(?:please\\s+)?"
              + "(?:tell|show|give)\\s+(?:me|us)\\s+|^(?:can|could|would|will)\\s+you\\s+(?:please\\s+)?"
              + "(?:compare|list|explain|summari[sz]e)\\s+",
          FLAGS);

  private static final Pattern QUESTION_WITHOUT_ITS_MARK =
      Pattern.compile(
          "^(?:(?:and|but|so|ok|okay|then)[, ]+)?(?:(?:what|who|whom|when|where|why|how|which)"
              + "(?:'s|’s)?\\s+(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could"
              + "|much|many)\\s+\\S+|what\\s+about\\s+\\S+).*",
          FLAGS);

  /** A question's mark, with whatever closes or decorates the line. */
  private static final Pattern MARKED = Pattern.compile(".*\\?[\\s!?)\"'”’*_~]*", FLAGS);

  /** Questions that are none, at the end of a statement or alone. */
  private static final Pattern TAG =
      Pattern.compile(
          "(?:.*[,;.!]\\s*)?(?:(?:oh |wait )?(?:really|right|no|yes|ok|okay|huh|eh|seriously|wow"
              + "|sure|thoughts|agreed|lol)|what|isn'?t it|is it|lunch|coffee)\\s*\\?.*",
          FLAGS);

  private static final Pattern COMMAND =
      Pattern.compile(
          "^(?:/ainews\\b.*|ask\\s+.*|(?:latest|sources|help|why)|(?:latest|news|sources?|timeline)"
              + "(?:\\s+(?:on|about|for|of))?(?:\\s+[\\p{L}\\p{N}.&'’-]+){1,3}"
              + "|story\\s+\\p{Alnum}+(?:-\\p{Alnum}+)+|compare\\s+.+\\s(?:and|with|to|vs\\.?)\\s.+"
              + "|check\\s+(?!(?:it|this|these|those|in|out|with|back|again|the)\\b)"
              + "\\S+\\s+\\S+\\s+\\S+.*)$",
          FLAGS);

  private static final int LONGEST = 500;

  private OverheardLine() {}

  /** Whether {@code line}, without markup, is for the bot. */
  public static boolean isForTheBot(String line) {
    var text = line.strip();
    if (text.length() > LONGEST) {
      return false;
    }
    if (REQUEST.matcher(text).lookingAt()) {
      return true;
    }
    if (PERSONAL.matcher(text).matches()) {
      return false;
    }
    return COMMAND.matcher(text).matches()
        || QUESTION_WITHOUT_ITS_MARK.matcher(text).matches()
        || (MARKED.matcher(text).matches() && !TAG.matcher(text).matches());
  }
}
