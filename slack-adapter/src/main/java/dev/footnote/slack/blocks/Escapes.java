package dev.footnote.slack.blocks;

import java.util.regex.Pattern;

/** Keeps text that others wrote from being read as markup, a link or a mention. */
final class Escapes {

  /** What Markdown reads as markup wherever it stands. */
  private static final String MARKUP = "\\`*_[]~|#{}";

  /** What opens a list, a heading's underline or a rule where it stands first. */
  private static final String AT_START = "+-=";

  /** What would turn into an emoji, {@code :name:}, or into a link, {@code ://}. */
  private static final Pattern COLON =
      Pattern.compile(":(?=//)|:(?=[\\p{Alnum}_+'-]+:)|(?<=:[\\p{Alnum}_+'-]{1,60}):|(?<=mailto):");

  private static final Pattern WWW = Pattern.compile("(?i)(?<=www)\\.");
  private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,9})([.)])");
  private static final Pattern ADDRESS = Pattern.compile("(?<=\\S)@(?=\\S)");

  private Escapes() {}

  /** The three characters that Slack reserves in any text, as it asks for them. */
  static String control(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * {@code text} for a Markdown block, shown as it is.
   *
   * @param first whether it stands at the beginning of its line
   */
  static String markdown(String text, boolean first) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKUP.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    var escaped = COLON.matcher(out).replaceAll("\\\\:");
    escaped = WWW.matcher(escaped).replaceAll("\\\\.");
    escaped = ADDRESS.matcher(escaped).replaceAll("\\\\@");
    if (first) {
      escaped = NUMBERED.matcher(escaped.stripLeading()).replaceFirst("$1\\\\$2");
    }
    // After a citation's mark a parenthesis would make it a link, a colon a definition.
    if (!escaped.isEmpty() && ((first ? AT_START : "(:").indexOf(escaped.charAt(0)) >= 0)) {
      escaped = "\\" + escaped;
    }
    return control(escaped);
  }
}
