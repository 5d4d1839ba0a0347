package dev.footnote.slack;

import java.util.regex.Pattern;

/** What somebody wrote, out of Slack's own markup. */
final class MessageText {

  private static final Pattern LABELLED = Pattern.compile("<[^<>|]*\\|([^<>]*)>");
  private static final Pattern MENTION = Pattern.compile("<[@!#][^<>]*>");
  private static final Pattern LINK = Pattern.compile("<((?:https?|mailto):[^<>]*)>");

  private MessageText() {}

  /** {@code text} as plain words without calling {@code user}, other mentions by their names. */
  static String without(String user, String text) {
    return plain(text.replaceAll("<@" + Pattern.quote(user) + "(?:\\|[^<>]*)?>", ""));
  }

  /** {@code text} as plain words, mentions without a name left out. */
  static String plain(String text) {
    var plain = LABELLED.matcher(text).replaceAll("$1");
    plain = MENTION.matcher(plain).replaceAll("");
    plain = LINK.matcher(plain).replaceAll("$1");
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  static boolean mentions(String text, String user) {
    return text.contains("<@" + user + ">") || text.contains("<@" + user + "|");
  }

  /** Whether it calls somebody, by name or as part of a group: it is for them. */
  static boolean callsSomebody(String text) {
    return text.contains("<@") || text.contains("<!");
  }
}
