package dev.footnote.discord;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Discord's markdown, written so that text stays text. A backslash before punctuation is all that
 * Discord knows of escaping: it keeps emphasis, spoilers, mentions, emojis, lists, headings and
 * bare addresses from being drawn as such.
 */
final class DiscordMarkdown {

  private static final String SPECIAL = "\\*_~`|<>#[]()@:";
  private static final Pattern LIST_MARK = Pattern.compile("[-+]\\S*");
  private static final Pattern NUMBER_MARK = Pattern.compile("(\\d+)\\.");

  /** Longer addresses are not drawn; browsers and Discord cut them. */
  private static final int LONGEST_ADDRESS = 1500;

  private DiscordMarkdown() {}

  /** {@code word}, which holds no space, as text. */
  static String escape(String word) {
    var number = NUMBER_MARK.matcher(word);
    if (number.matches()) {
      return number.group(1) + "\\.";
    }
    var out = new StringBuilder(word.length() + 8);
    if (LIST_MARK.matcher(word).matches()) {
      out.append('\\');
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Text of several words as text. */
  static String escapeAll(String text) {
    var out = new StringBuilder(text.length() + 8);
    for (var word : text.split(" ", -1)) {
      out.append(out.isEmpty() ? "" : " ").append(escape(word));
    }
    return out.toString();
  }

  /**
   * Words that lead to {@code url}, whose true host stands beside them; just the words where it is
   * no web address.
   */
  static String link(String words, URI url) {
    return host(url)
        .map(host -> "[" + escapeAll(words) + "](<" + address(url) + ">) (" + escape(host) + ")")
        .orElseGet(() -> escapeAll(words));
  }

  /** The host that {@code url} leads to, in ASCII; empty if it is no address of the web. */
  static Optional<String> host(URI url) {
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.empty();
    }
    if (url.getRawAuthority() == null || address(url).length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    var authority = url.getRawAuthority();
    var host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
    try {
      var ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      return ascii.isBlank() || !ascii.chars().allMatch(c -> c > 0x20 && c < 0x7f)
          ? Optional.empty()
          : Optional.of(ascii.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Brackets end an address in Discord's markdown, also between angle brackets. */
  private static String address(URI url) {
    return url.toASCIIString().replace("(", "%28").replace(")", "%29");
  }
}
