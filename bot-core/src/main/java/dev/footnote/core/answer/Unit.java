package dev.footnote.core.answer;

import dev.footnote.core.question.Query;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a sum that is asked for is measured in. */
enum Unit {
  TIME(
      "how (?:long|fast|quick\\w*)",
      "\\b(?:\\d[\\d,.]*|two|three|four|five|six|seven|eight|nine|ten|an?|half an?)(?:[ -](?:and a half|more))?"
          + "[ -](?:second|minute|hour|day|week|month|year|decade)s?\\b|\\bless than an? (?:hour|day|week|month|year)"),
  SHARE(
      "(?:what|which) (?:\\w+ )?(?:percent\\w*|share|cut|stake|fraction|proportion)\\b|how (?:big|large) (?:an? )?"
          + "(?:stake|share|cut)|how many percent|\\bwhat (?:%|percent)",
      "\\d ?(?:%|percent\\b|per cent\\b)"),
  POWER(
      "how (?:much|many) (?:\\w+ )?(?:power|gigawatts?|megawatts?|gw|mw|electricity|energy)\\b|\\bgigawatts\\b",
      "(?i)\\d[ -]?(?:gigawatts?|megawatts?|gw|mw|terawatt)"),
  TOKENS("\\bcontext (?:window|length)\\b", "(?i)\\d(?: ?[km]| thousand| million)?[ -]tokens?\\b"),
  PARAMETERS(
      "\\bhow (?:many|much) param\\w*|\\bparameters\\b",
      "(?i)\\d(?: ?[bt]| billion| trillion)?[ -]?(?:billion|trillion)?[ -]?param"),
  MONEY(
      "\\b(?:rais\\w+|pric\\w+|costs?|cheap\\w*|expensive|pays?|paid|pay\\w*|valu\\w+|worth|revenue|sales|capex|spend\\w*"
          + "|spent|invest\\w*|fund\\w*|fee|market cap|profit|loss|salary|bonus\\w*|fine|settle\\w*|charge)\\b",
      "(?i)[$€£¥] ?\\d|\\d(?:[\\d,.]*)?(?: ?(?:trillion|billion|million|bn|tn|mn))?[ -](?:us |canadian )?"
          + "(?:dollars?|euros?|pounds?|yuan|yen|won|rupees?)\\b|\\d (?:cents?)\\b"),
  ANY("", "\\d");

  private final Pattern asked;
  private final Pattern written;

  Unit(String asked, String written) {
    this.asked = Pattern.compile(asked);
    this.written = Pattern.compile(written);
  }

  /** What {@code query} asks a sum in. */
  static Unit of(Query query) {
    String text = query.text().toLowerCase(Locale.ROOT);
    for (Unit unit : values()) {
      if (unit.asked.matcher(text).find()) {
        return unit;
      }
    }
    return ANY;
  }

  /** Whether {@code text} holds a sum in it. */
  boolean isIn(String text) {
    return written.matcher(text).find();
  }
}
