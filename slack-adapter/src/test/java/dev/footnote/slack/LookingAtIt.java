package dev.footnote.slack;

import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.blocks.Buttons;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.SlackScreen;
import dev.footnote.slack.transport.Workspaces;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;

/** Shows what a member would see, against the Slack on this machine. */
final class LookingAtIt {

  private LookingAtIt() {}

  public static void main(String[] args) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var slack = new FakeSlack();
    slack.scopes(
        "app_mentions:read",
        "chat:write",
        "commands",
        "im:history",
        "assistant:write",
        "channels:history");
    try (var fixture = BotFixture.start(Files.createTempDirectory("demo"), Way.SOCKET, slack)) {
      var ts = slack.mention("C1", "What did Acme spend?");
      show(out, slack, "mention", 1);
      var answer = slack.workplace.inThread("C1", ts).get(0);
      slack.press(answer, Buttons.EVIDENCE, "", "U2");
      show(out, slack, "evidence", 2);
      slack.press(answer, "run.1", "", "U2");
      show(out, slack, "follow-up", 3);
      slack.event(Payloads.message("C1", "U2", slack.workplace.ts(), ts, "why", "", "channel"));
      show(out, slack, "in the thread: why", 4);
      slack.command("C2", "U1", "help");
      show(out, slack, "/ainews help", 5);
      slack.command("C2", "U1", "latest");
      show(out, slack, "/ainews latest", 6);
      slack.command("C2", "U1", "What did Zorp do?");
      show(out, slack, "/ainews question nobody can answer", 7);
      slack.command("C2", "U1", "sotry anvil");
      show(out, slack, "/ainews sotry anvil", 8);
      slack.interaction(
          Payloads.messageShortcut(
              FakeSlack.TEAM,
              "C1",
              "U3",
              "1717.1",
              "Acme &amp; co spent <https://x.example|lots>",
              slack.api.responseUrl("C1", "U3")));
      show(out, slack, "Check against the news", 9);
      var opened = Payloads.event("app_home_opened");
      opened.addProperty("user", BotFixture.ADMIN);
      opened.addProperty("tab", "home");
      slack.event(opened);
      BotFixture.until(() -> !slack.workplace.homes().isEmpty());
      slack
          .workplace
          .homes()
          .forEach((user, view) ->
              out.println(
                  "== Home of "
                      + user
                      + "\n"
                      + SlackScreen.of(view.getAsJsonArray("blocks")).seen()));
      slack.command("C2", BotFixture.ADMIN, "settings");
      BotFixture.until(() -> !slack.workplace.modals().isEmpty());
      out.println(
          "== settings\n"
              + SlackScreen.of(slack.workplace.modals().get(0).getAsJsonArray("blocks")).seen());
      slack.interaction(
          Payloads.submitted(
              FakeSlack.TEAM,
              "U9",
              slack.workplace.modals().get(0),
              "V1",
              Map.of("seen_by", Payloads.choice("asker"))));
      out.println(fixture.desk().audit(Workspaces.tenant(FakeSlack.TEAM), 5));
      out.println("violations " + slack.workplace.violations);
      out.println(fixture.bot().health());
    }
  }

  private static void show(PrintStream out, FakeSlack slack, String what, int number) {
    BotFixture.until(() -> slack.workplace.posted().size() >= number);
    var posted = slack.workplace.posted().get(number - 1);
    out.println(
        "== " + what + (posted.onlyFor().isEmpty() ? "" : " (only " + posted.onlyFor() + ")"));
    out.println(posted.seen());
    out.println("   [notification] " + posted.text().lines().findFirst().orElse(""));
  }
}
