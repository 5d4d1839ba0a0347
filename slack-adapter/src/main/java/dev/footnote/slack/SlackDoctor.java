package dev.footnote.slack;

import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Secret;
import dev.footnote.slack.transport.ApiAnswer;
import dev.footnote.slack.transport.SocketCheck;
import dev.footnote.slack.transport.WebApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks whether Slack can be reached with what is set, and says what to do where it cannot. */
public final class SlackDoctor {

  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final String PERMISSIONS =
      "add them at the app's page OAuth & Permissions, then install the app again";

  private SlackDoctor() {}

  /** Asks Slack; takes a few seconds at most, changes nothing, and posts nothing. */
  public static List<Finding> diagnose(SlackSettings settings) {
    var findings = new ArrayList<Finding>();
    try (var api = new WebApi(settings.api(), TIMEOUT)) {
      settings.botToken().ifPresent(token -> botToken(api, token, findings));
      settings.appToken().ifPresent(token -> findings.add(appToken(api, token)));
    }
    if (settings.appToken().isEmpty()) {
      findings.add(
          Finding.ok("Slack HTTP: events are expected at /slack/events of FOOTNOTE_HTTP_PORT"));
    }
    settings
        .install()
        .ifPresent(install ->
            findings.add(Finding.ok("Slack installations: workspaces begin at /slack/install")));
    if (settings.botToken().isPresent() && settings.administrators().isEmpty()) {
      findings.add(
          Finding.warning(
              "Slack settings: nobody may change them",
              "set SLACK_ADMINS to the member ids of the bot's administrators"));
    }
    return List.copyOf(findings);
  }

  private static void botToken(WebApi api, Secret token, List<Finding> findings) {
    switch (api.call("auth.test", token, Map.of())) {
      case ApiAnswer.Ok ok when !Identity.isBot(ok) ->
          findings.add(
              Finding.failed(
                  "SLACK_BOT_TOKEN: is a member's token, not a bot's",
                  "take the bot token (xoxb-…) of an installed app from OAuth & Permissions"));
      case ApiAnswer.Ok ok -> {
        findings.add(
            Finding.ok("SLACK_BOT_TOKEN: accepted, bot of workspace " + ok.text("team_id")));
        findings.add(scopes(ok));
      }
      case ApiAnswer.Refused refused when refused.refusesToken() ->
          findings.add(
              Finding.failed(
                  "SLACK_BOT_TOKEN: refused (" + refused.error() + ")",
                  "take the bot token (xoxb-…) of an installed app from OAuth & Permissions"));
      case ApiAnswer other -> findings.add(unreached("SLACK_BOT_TOKEN", other));
    }
  }

  private static Finding scopes(ApiAnswer.Ok ok) {
    var least = new TreeSet<>(SlackSettings.LEAST_SCOPES);
    least.removeAll(ok.scopes());
    if (!least.isEmpty()) {
      return Finding.failed("Slack scopes: missing " + String.join(", ", least), PERMISSIONS);
    }
    var more = new TreeSet<>(SlackSettings.MORE_SCOPES);
    more.removeAll(ok.scopes());
    var extra = new TreeSet<>(ok.scopes());
    extra.removeAll(SlackSettings.LEAST_SCOPES);
    extra.removeAll(SlackSettings.MORE_SCOPES);
    if (!extra.isEmpty()) {
      return Finding.warning(
          "Slack scopes: more than it needs, " + String.join(", ", extra),
          "take them away at the app's page OAuth & Permissions");
    }
    return Finding.ok(
        more.isEmpty()
            ? "Slack scopes: all"
            : "Slack scopes: the least set; without "
                + String.join(", ", more)
                + " the assistant pane or follow-ups without a mention stay off");
  }

  private static Finding appToken(WebApi api, Secret token) {
    var answer = api.call("apps.connections.open", token, Map.of());
    if (answer instanceof ApiAnswer.Ok ok) {
      return SocketCheck.greets(ok.text("url"), TIMEOUT)
          ? Finding.ok("SLACK_APP_TOKEN: accepted, Socket Mode connects")
          : Finding.failed(
              "Socket Mode: accepted, but no connection came about",
              "let outgoing connections to wss-primary.slack.com, port 443, through");
    }
    return answer instanceof ApiAnswer.Refused refused
        ? Finding.failed(
            "SLACK_APP_TOKEN: refused (" + refused.error() + ")",
            "switch Socket Mode on, and make an app-level token (xapp-…) with connections:write")
        : unreached("SLACK_APP_TOKEN", answer);
  }

  private static Finding unreached(String what, ApiAnswer answer) {
    return Finding.failed(
        what + ": Slack was not reached (" + answer.why() + ")",
        "let outgoing connections to slack.com, port 443, through, or try again later");
  }
}
