package dev.footnote.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Discord's client makes of markdown, written from its published rules and apart from the
 * product: the text that a reader sees, the addresses that are links, and the mentions.
 */
final class Markdown {

  private static final Pattern ESCAPE = Pattern.compile("\\\\([^0-9A-Za-z\\s])");
  private static final Pattern LINK =
      Pattern.compile("\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(\\s*<?((?:[^\\s\\\\]|\\\\.)*?)>?\\s*\\)");
  private static final Pattern AUTOLINK =
      Pattern.compile("(?:https?|steam)://[^\\s<]+[^<.,:;\"'\\]\\s]");
  private static final Pattern MENTION =
      Pattern.compile(
          "<(?:@!?\\d+|@&\\d+|#\\d+|a?:\\w+:\\d+|t:-?\\d+(?::\\w)?|/[^>]+:\\d+|id:\\w+)>");
  private static final Pattern EVERYONE = Pattern.compile("@(?:everyone|here)");
  private static final Pattern EMOJI = Pattern.compile(":[A-Za-z]\\w+:");
  private static final Pattern CODE = Pattern.compile("(`+)([\\s\\S]*?[^`])\\1(?!`)");
  private static final List<Pattern> WRAPS =
      List.of(
          Pattern.compile("\\*\\*((?:\\\\.|[^\\\\])+?)\\*\\*(?!\\*)"),
          Pattern.compile("__((?:\\\\.|[^\\\\])+?)__(?!_)"),
          Pattern.compile("~~((?:\\\\.|[^\\\\])+?)~~"),
          Pattern.compile("\\|\\|((?:\\\\.|[^\\\\])+?)\\|\\|"),
          Pattern.compile("\\*(?=\\S)((?:\\\\.|[^*\\\\])+?)\\*(?!\\*)"),
          Pattern.compile("\\b_((?:\\\\.|[^_\\\\])+?)_\\b"));
  private static final Pattern LINE_MARK =
      Pattern.compile("^(?:#{1,3} |-# |> |>>> |[-*+] |(\\d+)\\. )");

  private final StringBuilder visible = new StringBuilder();
  private final List<String> links = new ArrayList<>();
  private final List<String> mentions = new ArrayList<>();

  private Markdown(String text) {
    for (var line : text.split("\n", -1)) {
      var mark = LINE_MARK.matcher(line);
      int from = mark.find() ? mark.end() : 0;
      if (from > 0 && mark.group(1) != null) {
        visible.append("(list)");
      }
      inline(line.substring(from));
      visible.append('\n');
    }
  }

  static String visible(String text) {
    return new Markdown(text).visible.toString();
  }

  /** Every address that could be clicked. */
  static List<String> links(String text) {
    return new Markdown(text).links;
  }

  static List<String> mentions(String text) {
    return new Markdown(text).mentions;
  }

  private void inline(String text) {
    int i = 0;
    while (i < text.length()) {
      var rest = text.substring(i);
      Matcher m;
      if ((m = at(ESCAPE, rest)) != null) {
        visible.append(m.group(1));
      } else if ((m = at(LINK, rest)) != null && m.group(2).matches("https?://.+")) {
        links.add(m.group(2));
        inline(m.group(1));
      } else if ((m = at(AUTOLINK, rest)) != null) {
        links.add(m.group());
        visible.append(m.group());
      } else if ((m = at(MENTION, rest)) != null || (m = at(EVERYONE, rest)) != null) {
        mentions.add(m.group());
        visible.append("(mention)");
      } else if ((m = at(EMOJI, rest)) != null) {
        visible.append("(emoji)");
      } else if ((m = at(CODE, rest)) != null) {
        visible.append(m.group(2));
      } else if ((m = wrapped(rest)) != null) {
        inline(m.group(1));
      } else {
        visible.append(text.charAt(i));
        i++;
        continue;
      }
      i += m.end();
    }
  }

  private static @org.jspecify.annotations.Nullable Matcher wrapped(String rest) {
    for (var wrap : WRAPS) {
      var m = at(wrap, rest);
      if (m != null) {
        return m;
      }
    }
    return null;
  }

  private static @org.jspecify.annotations.Nullable Matcher at(Pattern pattern, String rest) {
    var m = pattern.matcher(rest);
    return m.lookingAt() ? m : null;
  }
}
