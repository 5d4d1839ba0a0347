package dev.footnote.core.conversation;

import java.util.regex.Pattern;

/**
 * Makes text that others wrote safe to draw: one line, without escape sequences, control
 * characters, invisible characters, or characters that reorder what follows.
 */
public final class UntrustedText {

  /** CSI and OSC sequences as ECMA-48 spells them, in their 7-bit and 8-bit forms. */
  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile(
          "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]"
              + "|(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\x07\\x1b\\x9c]*+(?:\\x07|\\x1b\\\\|\\x9c)?");

  private UntrustedText() {}

  /** Returns {@code text} cleaned; lone surrogates become U+FFFD. */
  public static String clean(String text) {
    if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      return text;
    }
    var plain = ESCAPE_SEQUENCE.matcher(text).replaceAll("");
    var out = new StringBuilder(plain.length());
    plain.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    } else if (c >= 0xd800 && c <= 0xdfff) {
      out.append('\ufffd');
    } else if (!Character.isISOControl(c) && !isInvisible(c)) {
      out.appendCodePoint(c);
    }
  }

  /** Bidirectional controls, zero-width spaces and tags; joiners stay, scripts need them. */
  private static boolean isInvisible(int c) {
    return c == 0x61c
        || c == 0xad
        || c == 0x200b
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff
        || (c >= 0xfff9 && c <= 0xfffb)
        || (c >= 0xe0000 && c <= 0xe007f);
  }
}
