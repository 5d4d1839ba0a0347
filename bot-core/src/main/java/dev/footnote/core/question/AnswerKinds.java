package dev.footnote.core.question;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a question's words which kind of answer it wants. */
public final class AnswerKinds {

  /** Spellings that only matter to the kind of a question, beside {@link ChatWords}. */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("when's", "when is"),
          Map.entry("what's", "what is"),
          Map.entry("who's", "who is"),
          Map.entry("whose", "who"),
          Map.entry("whom", "who"),
          Map.entry("how's", "how is"),
          Map.entry("howmuch", "how much"),
          Map.entry("howmany", "how many"),
          Map.entry("r", "are"),
          Map.entry("wy", "why"),
          Map.entry("y", "why"),
          Map.entry("diff", "difference"));

  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:(?:and|so|but|ok|okay|hey|hi|hello|btw|wait|well|um|also|then|yo|please|quick question"
              + "|question|just|lol|hmm|dear|thanks|footnote|bot|actually|sorry|now) ?[,:.!-]{0,3} ?){1,6}"
              + "(?=\\w)");

  private static final Pattern POLITE =
      Pattern.compile(
          "^(?:(?:can|could|would|will) (?:you|anyone|someone|somebody) (?:please )?(?:tell|show|explain"
              + "|remind|give|say|help)(?: (?:me|us|to))?(?: (?:understand|know))?|(?:do|does) (?:you"
              + "|anyone|anybody|someone|we) (?:happen to )?know(?: if)?|(?:please )?(?:tell|remind|show)"
              + " (?:me|us)|any (?:idea|clue)|i(?:'d| would)? (?:want|like|need) to know|i wonder"
              + "|i'm wondering|wondering|is it known|remember)(?: please)?,? (?=\\w)");

  private static final String AUX =
      "(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|isn't|aren't"
          + "|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|can't|won't|wouldn't|shouldn't)";

  private static final Pattern CLAUSE =
      Pattern.compile(
          "[,:;.!?–—-] +(?=(?:when|who|what|which|how|why|where|"
              + AUX
              + ")\\b)|\\bso (?=why|when|how)");

  private static final String COMPANY_ACT =
      "(?:'s|is|are|has|have|had|just|also|really|actually|\\s){0,6}\\s?(?:bought|acquired?|acquires|owns?"
          + "|makes?|made|builds?|built|releases?d?|released|launch(?:es|ed)?|develops?|developed"
          + "|developing|funds|funded|backs|backed|invest(?:s|ed|ing)?|su(?:es|ed|ing)|supplies|raised"
          + "|raising|fined?|fines|bans?|banned|publishe[ds]|reported|buying|acquiring|making|building"
          + "|manufactures?|provides?|trains?|trained|owned)\\b";

  private static final List<Map.Entry<Pattern, AnswerKind>> SHAPES =
      List.of(
          shape(
              "^(?:which|what|who|whichever)\\b.*\\b(?:first|earlier|sooner|last(?! (?:round|year|quarter|month|week|funding|one)))\\b.*\\bor\\b"
                  + "|\\bwhich (?:one )?(?:\\w+ )?(?:came|happened|launched|was \\w+|came out|shipped|released"
                  + "|is older|was earlier)\\b.*\\b(?:first|earlier|sooner)\\b|\\bwhat (?:came|happened) first\\b"
                  + "|\\bbefore or after\\b|\\btime ?line\\b|\\bin (?:what|which) order\\b|\\bchronolog"
                  + "|\\b(?:order|sequence|course|chain) of events\\b|^(?:the )?order of\\b|^(?:the )?history of\\b"
                  + "|^what (?:has |had )?happen(?:ed|s)?\\b|^what went (?:on|down)\\b"
                  + "|\\bwhen\\b.{3,80}\\bwhen\\b|^when did each\\b|\\bwhen (?:did|was|were|is|are) (?:each|they each|both)\\b"
                  + "|^[^,:?]{2,50}: ?[^,:?]{2,50}, ?[^,:?]{2,50},? (?:and|then) [^,:?]{2,50}\\W*$"
                  + "|\\b(?:and|or)\\b.{1,60}[,:] ?when (?:did|was|were) (?:each|they|both)\\b"
                  + "|\\bor\\b.{1,60}[,:] ?(?:which|who|what)\\b.{0,40}\\b(?:first|earlier|sooner)\\b"
                  + "|\\bhow did (?:the )?\\w+ (?:unfold|evolve)\\b|\\bstep by step\\b|^what is the history\\b",
              AnswerKind.TIMELINE),
          shape(
              "\\b(?:vs|versus)\\b|^compar(?:e|ing|ison)\\b|\\bcompared? (?:to|with|against)\\b"
                  + "|\\bcomparison (?:of|between)\\b|\\bdifferences? between\\b|\\bdiffer\\b"
                  + "|\\bhow (?:do|does|did|is|are) .{1,80}\\bdifferent from\\b|\\bstack up\\b",
              AnswerKind.COMPARISON),
          shape(
              "^(?:which|who|what)\\b(?=.*\\bor\\b)(?=.*\\b(?:more|less|fewer|most|better|best|worse|cheapest"
                  + "|biggest|largest|higher|lower|\\w{2,}(?:[^t]er|[^hf]ter|est))\\b).*",
              AnswerKind.COMPARISON),
          shape(
              "\\b(?:or|vs|versus|and)\\b.{1,60}[,:] ?(?:who|which|what|how much|how many)\\b.*\\b(?:each|both|more|most|less"
                  + "|fewer|\\w{2,}(?:[^t]er|[^hf]ter|est))\\b|^(?:how much|how many|what)\\b.{1,60}\\band\\b.{1,50}"
                  + "\\b(?:each|respectively)\\b",
              AnswerKind.COMPARISON),
          shape(
              "^"
                  + AUX
                  + "\\b.{1,120}\\b(?:more|less|fewer|better|worse|\\w{3,}er)\\b.{0,60}\\bthan\\b"
                  + "(?! \\$?\\d)",
              AnswerKind.COMPARISON),
          shape(
              "\\bor\\b.{1,60}[:,?-] *(?:so )?(?:which|who|what)(?: one)? (?:is|has|was|are|costs?)\\b",
              AnswerKind.COMPARISON),
          shape(
              "^(?:when|since when|by when|until when|what (?:date|day|year|month|time)|which (?:date|day|year"
                  + "|month)|(?:on|in|at|from|by) (?:what|which) (?:date|day|year|month|time)|how long ago"
                  + "|how soon)\\b|\\b(?:release|launch|ship|shipping|announcement) date\\b"
                  + "|^what (?:is|was) the (?:exact )?(?:date|day|deadline|year)\\b",
              AnswerKind.DATE),
          shape(
              "^(?:about |roughly |exactly )?how many\\b|^what (?:is|was) the number of\\b|^number of\\b"
                  + "|\\bheadcount\\b",
              AnswerKind.COUNT),
          shape(
              "^how (?:much|big|large|expensive|fast|tall|long|high|far|rich|cheap|heavy|costly|valuable"
                  + "|powerful)\\b|^at (?:what|which) (?:price|valuation|cost)\\b|^for how (?:much|long)\\b"
                  + "|^what (?:is|was|are|were|did|does|do|would|will) .{0,80}\\b(?:cost|price|priced|pricing"
                  + "|valuation|valued|revenues?|worth|market cap|salary|pay|fine|percentage|share price"
                  + "|parameters|context window|size|budget|run rate|arr)\\b(?! of living)"
                  + "|^what (?:percent|percentage|price|share|fraction|valuation|amount|size|cut|stake)\\b",
              AnswerKind.AMOUNT),
          shape(
              "^(?:how come|why|what (?:caused|is the reason|was the reason|are the reasons|were the reasons"
                  + "|led to|made|drove|explains|prompted|is behind)|for what reason)\\b",
              AnswerKind.REASON),
          shape(
              "^(?:who are|which two|which three|list|name (?:all|the|some|every|three|five|two|a few)"
                  + "|what are|what were|what other|top \\d+|give (?:me )?(?:a )?(?:list|all)|all (?:the )?\\w+s)\\b",
              AnswerKind.LIST),
          shape("^who" + COMPANY_ACT, AnswerKind.ORGANISATION),
          shape(
              "^(?:who|(?:which|what) (?:\\w+ )?(?:person|ceo|cto|cfo|founder|co-founder|cofounder|researcher"
                  + "|executive|individual|player|judge|senator|actor|scientist|figure|politician|man|woman"
                  + "|author|journalist|engineer|director|president|quarterback|receiver|athlete)"
                  + "|what is the name of the (?:\\w+ )?(?:ceo|person|founder|individual|head|man|woman))\\b",
              AnswerKind.PERSON),
          shape(
              "^(?:by |from |to |at )?(?:which|what) (?:\\w+[- ]){0,2}?(?:company|lab|startup|start-up|firm"
                  + "|publisher|outlet|organi[sz]ation|agency|bank|court|regulator|team|club|newspaper|platform"
                  + "|exchange|country|government|university|vendor|supplier|maker|corporation|entity|body)\\b"
                  + "|^who\\b",
              AnswerKind.ORGANISATION),
          shape(
              "^(?:which|what) (?!"
                  + AUX
                  + "\\b|about\\b|if\\b|of\\b|time\\b)(?:\\w+[- ]){0,2}?(?!(?:is|was|has|does|his|its|this|happens|us|news|business"
                  + "|politics|process|status|basis|analysis|less)\\b)\\w{2,}[^su\\W]s\\b",
              AnswerKind.LIST),
          shape(
              "^(?:"
                  + AUX
                  + "|is it true|true or false)\\b|, ?(?:right|correct|yes|no|true|innit)\\?*$"
                  + "|\\byes or no\\b|\\btrue\\?$|^(?:whether|if)\\b",
              AnswerKind.YES_NO),
          shape(
              "^(?:the )?(?:\\S+ ){0,4}(?:price|pricing|cost|valuation|revenue|market cap|run rate|capex"
                  + "|salary|net worth|funding total)(?: \\S+){0,3}\\W*$",
              AnswerKind.AMOUNT));

  /** Longer questions say early what they want. */
  private static final int LONGEST = 1_200;

  private AnswerKinds() {}

  /** The kind of answer that {@code question} wants, in whatever case and spelling. */
  public static AnswerKind of(String question) {
    String text = plain(question.length() > LONGEST ? question.substring(0, LONGEST) : question);
    AnswerKind kind = shapeOf(text);
    if (kind != AnswerKind.SUMMARY) {
      return kind;
    }
    Matcher clause = CLAUSE.matcher(text);
    while (clause.find()) {
      AnswerKind later = shapeOf(text.substring(clause.end()));
      if (later != AnswerKind.SUMMARY) {
        return later;
      }
    }
    return lastWord(text);
  }

  /** {@code question} in lower case, in full words, without what only opens or softens it. */
  static String plain(String question) {
    StringBuilder full = new StringBuilder();
    String lower = Words.lower(question).replace('“', '"').replace('”', '"');
    for (String word : lower.strip().split("\\s+")) {
      full.append(full.isEmpty() ? "" : " ")
          .append(SPELLINGS.getOrDefault(word, ChatWords.word(word)));
    }
    String text = full.toString().replaceAll("^[\\W_]+", "");
    for (int i = 0; i < 2; i++) {
      text = OPENING.matcher(text).replaceFirst("");
      text = POLITE.matcher(text).replaceFirst("");
    }
    return text;
  }

  private static AnswerKind shapeOf(String text) {
    for (Map.Entry<Pattern, AnswerKind> shape : SHAPES) {
      if (shape.getKey().matcher(text).find()) {
        return shape.getValue();
      }
    }
    return AnswerKind.SUMMARY;
  }

  /** "the new ceo is who", "gpt-6 when": a question word at the end. */
  private static AnswerKind lastWord(String text) {
    Matcher last =
        Pattern.compile(
                "\\b(when|who|why|how much|how many)(?: (?:again|tho|though|exactly))?\\W*$")
            .matcher(text);
    return last.find() ? shapeOf(last.group(1) + " ") : AnswerKind.SUMMARY;
  }

  private static Map.Entry<Pattern, AnswerKind> shape(String pattern, AnswerKind kind) {
    return Map.entry(Pattern.compile(pattern), kind);
  }
}
