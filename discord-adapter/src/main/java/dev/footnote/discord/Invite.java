package dev.footnote.discord;

/** The links by which the bot is installed. */
public final class Invite {

  /**
   * View channels, send messages, embed links, send messages in threads: all the bot needs, to the
   * bit. It reads no history, manages nothing and mentions nobody.
   */
  public static final long PERMISSIONS = 1L << 10 | 1L << 11 | 1L << 14 | 1L << 38;

  private Invite() {}

  /** For somebody who manages a server. */
  public static String forServer(String application) {
    return base(application) + "&scope=bot+applications.commands&permissions=" + PERMISSIONS;
  }

  /** For somebody who wants the command everywhere for themselves. */
  public static String forUser(String application) {
    return base(application) + "&scope=applications.commands&integration_type=1";
  }

  private static String base(String application) {
    return "https://discord.com/oauth2/authorize?client_id=" + application;
  }
}
