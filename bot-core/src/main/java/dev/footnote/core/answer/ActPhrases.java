package dev.footnote.core.answer;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Acts that take several words to say, and the one word of event-words.txt that stands for each.
 */
final class ActPhrases {

  private record Phrase(Pattern said, String act) {}

  private static final List<Phrase> PHRASES =
      List.of(
          phrase("(?:take|takes|took|taking|taken) over(?! from| as| the)\\b", "acquire"),
          phrase("(?:pay|pays|paid|paying)(?: \\S+){0,2}? for\\b", "payfor"),
          phrase("(?:shut|shuts|shutting|close|closed|closes) (?:it |them )?down", "shutdown"),
          phrase("(?:shut|shuts|close|closed) (?=\\S+ down\\b)", "shutdown "),
          phrase(
              "(?:list|lists|listed|float|floated) (?:its shares |shares )?(?:on|in)|(?:go|goes|went|going|gone) public",
              "floatshares"),
          phrase(
              "(?:become|became|becomes|becoming|named|appointed|made)(?: the| its| a)?(?: new| interim| next)?"
                  + "(?= (?:ceo|cto|cfo|coo|chief|head|chair\\w*|president|boss)\\b)",
              "appointrole"),
          phrase("open[- ]?sourc(?:e|es|ed|ing)(?= \\w|$)", "opensource"),
          phrase("(?:lay|lays|laid|laying) off|(?:lay|laid)(?= .{1,30} off\\b)", "layoff"),
          phrase("partner(?:s|ed|ing)? with", "partnerwith"),
          phrase("part(?:s|ed|ing)? ways", "leave"),
          phrase(
              "(?:drop|dropped|drops|withdraw|withdrew)(?= .{0,30}\\b(?:law)?suit| .{0,30}\\bcase)",
              "dropsuit"),
          phrase(
              "(?:move|moved|moves|moving) (?:its |their )?(?:headquarters|hq|offices?)",
              "relocate"),
          phrase("(?:stock|market|share|trading) (?:market )?debut", "floatshares"));

  private ActPhrases() {}

  private static Phrase phrase(String said, String act) {
    return new Phrase(Pattern.compile("(?i)\\b(?:" + said + ")"), act);
  }

  /** {@code text} with the one word in the place of each phrase. */
  static String inOneWord(String text) {
    String plain = text;
    for (Phrase phrase : PHRASES) {
      plain = phrase.said().matcher(plain).replaceAll(Matcher.quoteReplacement(phrase.act()));
    }
    return plain;
  }

  /** Where {@code text} first says one of the phrases. */
  static OptionalInt place(String text) {
    return PHRASES.stream()
        .map(phrase -> phrase.said().matcher(text))
        .filter(Matcher::find)
        .mapToInt(Matcher::start)
        .min();
  }
}
