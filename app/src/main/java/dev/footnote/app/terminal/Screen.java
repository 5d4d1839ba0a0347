package dev.footnote.app.terminal;

import java.util.Map;

/**
 * What a terminal can do.
 *
 * @param colours whether words may stand out
 * @param links whether it draws OSC 8 hyperlinks
 * @param width columns to wrap at; 0 for no wrapping
 */
public record Screen(boolean colours, boolean links, int width) {

  /** A file or a pipe: plain lines of any length. */
  public static final Screen PLAIN = new Screen(false, false, 0);

  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;

  /**
   * What the environment says of the terminal.
   *
   * @param columns its width; 0 if unknown
   */
  public static Screen of(Map<String, String> environment, int columns) {
    var term = environment.getOrDefault("TERM", "dumb");
    boolean able = !term.equals("dumb");
    boolean colours = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
    int width = columns == 0 ? 80 : Math.clamp(columns, NARROWEST, WIDEST);
    return new Screen(colours, able && drawsLinks(environment, term), width);
  }

  /** Terminals that are known to draw OSC 8; the others may print it raw. */
  private static boolean drawsLinks(Map<String, String> environment, String term) {
    var forced = environment.get("FORCE_HYPERLINK");
    if (forced != null) {
      return !forced.isEmpty() && !forced.equals("0");
    }
    return switch (environment.getOrDefault("TERM_PROGRAM", "")) {
      case "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio" -> true;
      default ->
          environment.containsKey("WT_SESSION")
              || environment.containsKey("KONSOLE_VERSION")
              || environment.getOrDefault("VTE_VERSION", "0").compareTo("5000") >= 0
              || term.contains("kitty")
              || term.contains("alacritty")
              || term.startsWith("foot");
    };
  }
}
