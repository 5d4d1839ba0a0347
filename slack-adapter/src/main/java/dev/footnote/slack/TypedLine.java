package dev.footnote.slack;

import dev.footnote.core.conversation.CommandParser;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line as a member typed it, and what it says of who is to see the answer.
 *
 * @param text what is asked
 * @param isPrivate empty where nothing is said
 */
record TypedLine(String text, Optional<Boolean> isPrivate) {

  private static final Pattern PRIVATE =
      Pattern.compile("(?:/ainews\\s+)?private(?:\\s*:\\s*|\\s+|$)(.*)", flags());

  /** Where "private" is no part of a question, as it is in "private equity in 2025". */
  private static final Pattern APART =
      Pattern.compile(
          "(?:/ainews\\s+)?private(?:\\s*:.*|\\s+(?:"
              + String.join("|", CommandParser.WORDS)
              + "|news|what|who|whom|when|where|why|how|which|is|are|was|were|did|does|do|has|have"
              + "|had|will|can)\\b.*|\\s*)",
          flags());

  /**
   * Reads a line that may begin with "private". In doubt the answer is private, and the word stays
   * part of the question.
   */
  static TypedLine of(String line) {
    var text = line.strip();
    var said = PRIVATE.matcher(text);
    if (!said.matches()) {
      return new TypedLine(text, Optional.empty());
    }
    var rest = APART.matcher(text).matches() ? said.group(1).strip() : text;
    return new TypedLine(rest, Optional.of(true));
  }

  /** Whether {@code line} asks for the settings, in whatever case. */
  static boolean asksForSettings(String line) {
    var text = of(line).text().toLowerCase(Locale.ROOT);
    return text.equals("settings") || text.equals("/ainews settings");
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  }
}
