package dev.footnote.slack;

import dev.footnote.core.service.Secret;
import dev.footnote.slack.transport.TokenCipher;
import dev.footnote.slack.transport.WebApi;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the bot joins Slack.
 *
 * @param botToken of the one workspace that it serves; empty where workspaces install it themselves
 * @param appToken for Socket Mode
 * @param signingSecret for signed HTTP, and for installations
 * @param install for many workspaces
 * @param administrators ids of the users who may change settings of the bot token's workspace
 * @param api ends with a slash
 * @param nativeCitations whether to try Slack's citation element first
 */
public record SlackSettings(
    Optional<Secret> botToken,
    Optional<Secret> appToken,
    Optional<Secret> signingSecret,
    Optional<Install> install,
    Set<String> administrators,
    URI api,
    boolean nativeCitations) {

  /**
   * What OAuth needs.
   *
   * @param tokenKey encrypts the tokens in the store: 32 bytes in Base64
   * @param scopes what a workspace is asked for
   * @param authorize where its member consents
   */
  public record Install(
      String clientId, Secret clientSecret, Secret tokenKey, Set<String> scopes, URI authorize) {
    public Install {
      scopes = Set.copyOf(scopes);
    }
  }

  /** What every feature but the pane and follow-ups without a mention needs. */
  public static final Set<String> LEAST_SCOPES =
      Set.of("app_mentions:read", "chat:write", "commands", "im:history");

  /** What those two need besides. */
  public static final Set<String> MORE_SCOPES =
      Set.of("assistant:write", "channels:history", "groups:history");

  private static final URI AUTHORIZE = URI.create("https://slack.com/oauth/v2/authorize");

  /** The variables that {@link #of} reads, for tables of settings. */
  public static final List<String> VARIABLES =
      List.of(
          "SLACK_BOT_TOKEN",
          "SLACK_APP_TOKEN",
          "SLACK_SIGNING_SECRET",
          "SLACK_ADMINS",
          "SLACK_CLIENT_ID",
          "SLACK_CLIENT_SECRET",
          "SLACK_TOKEN_KEY",
          "SLACK_SCOPES",
          "SLACK_NATIVE_CITATIONS");

  public SlackSettings {
    administrators = Set.copyOf(administrators);
    var problems = new ArrayList<String>();
    if (botToken.isEmpty() && install.isEmpty()) {
      problems.add("SLACK_BOT_TOKEN: is not set; take it from the app's page OAuth & Permissions");
    }
    if (appToken.isEmpty() && signingSecret.isEmpty()) {
      problems.add(
          "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET: neither is set; set the first for Socket Mode,"
              + " the second for HTTP");
    }
    if (!api.toString().endsWith("/")) {
      problems.add("FOOTNOTE_SLACK_API_URL: must end with a slash, as in https://slack.com/api/");
    }
    install.ifPresent(i -> {
      try {
        var unused = new TokenCipher(i.tokenKey());
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }

  /**
   * Reads the environment; empty where none of Slack's tokens is set.
   *
   * @param api another address than Slack's
   * @throws IllegalArgumentException with a line for every problem, and the way out
   */
  public static Optional<SlackSettings> of(Map<String, String> environment, Optional<URI> api) {
    var botToken = secret(environment, "SLACK_BOT_TOKEN");
    var appToken = secret(environment, "SLACK_APP_TOKEN");
    var signingSecret = secret(environment, "SLACK_SIGNING_SECRET");
    var clientId = text(environment, "SLACK_CLIENT_ID");
    if (botToken.isEmpty() && appToken.isEmpty() && signingSecret.isEmpty() && clientId.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SlackSettings(
            botToken,
            appToken,
            signingSecret,
            clientId.map(id -> install(environment, id)),
            words(environment, "SLACK_ADMINS"),
            api.orElse(WebApi.SLACK),
            text(environment, "SLACK_NATIVE_CITATIONS").map(SlackSettings::flag).orElse(false)));
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException("SLACK_NATIVE_CITATIONS: must be true or false");
    };
  }

  private static Install install(Map<String, String> environment, String clientId) {
    var clientSecret = secret(environment, "SLACK_CLIENT_SECRET");
    var tokenKey = secret(environment, "SLACK_TOKEN_KEY");
    if (clientSecret.isEmpty() || tokenKey.isEmpty()) {
      throw new IllegalArgumentException(
          "SLACK_CLIENT_ID: needs SLACK_CLIENT_SECRET, from the app's page, and SLACK_TOKEN_KEY,"
              + " from: openssl rand -base64 32");
    }
    var scopes = words(environment, "SLACK_SCOPES");
    return new Install(
        clientId,
        clientSecret.get(),
        tokenKey.get(),
        scopes.isEmpty() ? LEAST_SCOPES : scopes,
        AUTHORIZE);
  }

  private static Optional<String> text(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static Optional<Secret> secret(Map<String, String> environment, String name) {
    return text(environment, name).map(Secret::new);
  }

  private static Set<String> words(Map<String, String> environment, String name) {
    return text(environment, name).stream()
        .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
