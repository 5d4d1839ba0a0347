package dev.footnote.core.question;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Takes out of a message what is not its words: markup, mentions of the bot, invisible characters.
 */
final class ChatText {

  /** No question is longer; what is pasted beyond that is not read. */
  static final int LONGEST = 4_000;

  private static final Pattern LINK =
      Pattern.compile("<(https?://[^|>\\s]{1,2000})(?:\\|([^>]{0,500}))?>");
  private static final Pattern CHANNEL = Pattern.compile("<#\\w{1,30}(?:\\|([^>]{0,100}))?>");
  private static final Pattern USER =
      Pattern.compile("<(?:@[!&]?|!)[\\w^-]{1,40}(?:\\|[^>]{0,100})?>|<a?:(\\w{1,40}):\\d{1,25}>");
  private static final Pattern MARKS = Pattern.compile("```|`|\\*\\*|__|~~|\\|\\|");
  private static final Pattern STRESS =
      Pattern.compile("(?<![\\w*_])[*_](\\S[^*_\\n]{0,200}?)[*_](?![\\w*_])");
  private static final Pattern QUOTE = Pattern.compile("(?m)^\\s*>{1,3}\\s?");
  private static final Pattern BANG =
      Pattern.compile("^[!/](?=\\p{L})(?:(?:ainews|ask|footnote)\\b)?");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private ChatText() {}

  /** The words of {@code typed}, on one line, at most {@link #LONGEST} characters. */
  static String clean(String typed) {
    String cut = typed.length() > 2 * LONGEST ? typed.substring(0, 2 * LONGEST) : typed;
    String text = Normalizer.normalize(visible(cut), Normalizer.Form.NFC);
    text = LINK.matcher(text).replaceAll(m -> quote(m.group(2) == null ? " " : m.group(2)));
    text = CHANNEL.matcher(text).replaceAll(m -> quote(m.group(1) == null ? " " : m.group(1)));
    text = USER.matcher(text).replaceAll(" ");
    text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text = QUOTE.matcher(text).replaceAll("");
    text = MARKS.matcher(text).replaceAll("");
    text = STRESS.matcher(text).replaceAll("$1");
    text = SPACE.matcher(text).replaceAll(" ").strip();
    text = BANG.matcher(text).replaceFirst("").strip();
    return unquoted(text.length() > LONGEST ? cut(text) : text);
  }

  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end).strip();
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        visible.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c) || c == '\uFFFD') {
        visible.append(' ');
      } else if (Character.getType(c) != Character.FORMAT) {
        visible.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
      }
    }
    return visible.toString();
  }

  /** Without quotes around the whole. */
  private static String unquoted(String text) {
    if (text.length() > 2) {
      char first = text.charAt(0);
      char last = text.charAt(text.length() - 1);
      boolean straight = first == '"' && last == '"' && text.indexOf('"', 1) == text.length() - 1;
      boolean curly = first == '“' && last == '”';
      if (straight || curly) {
        return text.substring(1, text.length() - 1).strip();
      }
    }
    return text;
  }

  private static String quote(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }
}
