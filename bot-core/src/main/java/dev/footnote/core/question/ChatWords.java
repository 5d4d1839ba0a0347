package dev.footnote.core.question;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes out what people shorten in chats: "ppl", "5bn", "in oct 25". */
final class ChatWords {

  private static final Map<String, String> IN_FULL =
      Map.ofEntries(
          Map.entry("ppl", "people"),
          Map.entry("peeps", "people"),
          Map.entry("govt", "government"),
          Map.entry("acq", "acquisition"),
          Map.entry("abt", "about"),
          Map.entry("bc", "because"),
          Map.entry("cuz", "because"),
          Map.entry("coz", "because"),
          Map.entry("btwn", "between"),
          Map.entry("b4", "before"),
          Map.entry("w/", "with"),
          Map.entry("w/o", "without"),
          Map.entry("biz", "business"),
          Map.entry("exec", "executive"),
          Map.entry("execs", "executives"),
          Map.entry("rev", "revenue"),
          Map.entry("revs", "revenue"),
          Map.entry("yr", "year"),
          Map.entry("yrs", "years"),
          Map.entry("mo", "month"),
          Map.entry("rn", "right now"),
          Map.entry("atm", "at the moment"),
          Map.entry("bn", "billion"),
          Map.entry("mn", "million"),
          Map.entry("mil", "million"),
          Map.entry("tn", "trillion"),
          Map.entry("datacenter", "data centre"),
          Map.entry("datacenters", "data centres"),
          Map.entry("wat", "what"),
          Map.entry("wut", "what"),
          Map.entry("wats", "what is"),
          Map.entry("whats", "what is"),
          Map.entry("whos", "who is"),
          Map.entry("wheres", "where is"),
          Map.entry("whens", "when is"),
          Map.entry("hows", "how is"),
          Map.entry("wen", "when"),
          Map.entry("whn", "when"),
          Map.entry("hw", "how"),
          Map.entry("mch", "much"),
          Map.entry("hwo", "how"),
          Map.entry("wich", "which"),
          Map.entry("whcih", "which"),
          Map.entry("didnt", "did not"),
          Map.entry("doesnt", "does not"),
          Map.entry("isnt", "is not"),
          Map.entry("wasnt", "was not"),
          Map.entry("hasnt", "has not"),
          Map.entry("wont", "will not"),
          Map.entry("cant", "can not"),
          Map.entry("tho", "though"),
          Map.entry("thru", "through"),
          Map.entry("u", "you"),
          Map.entry("ur", "your"),
          Map.entry("pls", "please"),
          Map.entry("plz", "please"));

  private static final Pattern WORD =
      Pattern.compile("(?<![\\w.@/'’-])[a-z]+(?:4|/o?)?(?![\\w@'’-])");

  /** "5bn", "2.5b", "300mn": a figure and its scale. */
  private static final Pattern SCALED =
      Pattern.compile("(?<![\\w.])(\\$?\\d+(?:[.,]\\d+)?) ?(bn|mn|tn|mil|mio|[bB])(?![\\w-])");

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

  /** "in may 23" is a month of 2023, "on may 23" a day. */
  private static final Pattern MONTH_OF_YEAR =
      Pattern.compile(
          "(?i)\\b((?:(?:in|since|during|from|until|till|of|early|late|mid|end of) "
              + MONTH
              + " )['’]?|"
              + MONTH
              + " ['’]|\\b[qh][1-4] ['’]?)(2[2-9])(?![\\w.:]|,\\d)");

  /** "the plan for 26", "in '25". */
  private static final Pattern YEAR =
      Pattern.compile(
          "(?i)\\b((?:in|for|during|since|early|late|mid|end of|fy) ?)['’]?(2[2-9])"
              + "(?=$|[?!,]| (?:vs?|versus|and|or|to|compared)\\b)");

  private ChatWords() {}

  /** {@code text} with its shortened words in full; the rest stays as it is. */
  static String inFull(String text) {
    String years = MONTH_OF_YEAR.matcher(text).replaceAll(ChatWords::century);
    years = YEAR.matcher(years).replaceAll(ChatWords::century);
    String scaled =
        SCALED
            .matcher(years)
            .replaceAll(m ->
                Matcher.quoteReplacement(
                    m.group(1)
                        + switch (m.group(2)) {
                          case "mn", "mil", "mio" -> " million";
                          case "tn" -> " trillion";
                          default -> " billion";
                        }));
    return WORD.matcher(scaled).replaceAll(m -> Matcher.quoteReplacement(word(m.group())));
  }

  /** {@code word}, in lower case, in full where it is one that people shorten; else as it is. */
  static String word(String word) {
    return IN_FULL.getOrDefault(word, word);
  }

  private static String century(java.util.regex.MatchResult m) {
    return Matcher.quoteReplacement(m.group(1).replaceAll("['’]$", "") + "20" + m.group(2));
  }
}
