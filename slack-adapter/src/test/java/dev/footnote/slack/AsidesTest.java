package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.blocks.Buttons;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Fault;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Posted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Slack limits or refuses beside answers: notes to one member, modals, the Home tab. */
class AsidesTest {

  @TempDir Path folder;

  @Test
  void a_note_that_is_limited_comes_when_Slack_says() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.mention("C1", "What did Acme spend?");
      until(() -> slack.workplace.posted().size() == 1);
      slack.api.next("chat.postEphemeral", new Fault.Limited(1));
      slack.press(slack.workplace.posted().get(0), Buttons.EVIDENCE, "", "U2");
      until(() -> !only(slack, "U2").isEmpty());

      assertThat(only(slack, "U2").get(0).seen()).contains("Evidence, verbatim");
      var calls = slack.api.calls("chat.postEphemeral");
      assertThat(calls.get(1).at() - calls.get(0).at())
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void modals_and_the_Home_tab_that_are_limited_come_too() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.api.next("views.open", new Fault.Limited(1));
      slack.api.next("views.publish", new Fault.Limited(1));
      slack.command("C1", BotFixture.ADMIN, "settings");
      slack.event(homeOpened());
      until(() -> slack.workplace.modals().size() == 1 && slack.workplace.homes().size() == 1);
    }
  }

  @Test
  void what_Slack_does_not_take_is_named_and_counted() {
    try (var fixture = BotFixture.start(folder, Way.HTTP);
        var log = new LogLines()) {
      var slack = fixture.slack;
      slack.api.next("views.publish", new Fault.Refusal("internal_error"));
      slack.event(homeOpened());
      until(() -> log.lines("WARN").stream().anyMatch(l -> l.contains("so far=1")));
      slack.api.next("views.open", new Fault.Refusal("expired_trigger_id"));
      slack.command("C1", BotFixture.ADMIN, "settings");
      until(() -> log.lines("WARN").stream().anyMatch(l -> l.contains("so far=2")));

      assertThat(log.lines("WARN"))
          .anyMatch(l -> l.contains("views.publish") && l.contains("internal_error"))
          .anyMatch(l -> l.contains("views.open") && l.contains("expired_trigger_id"));
    }
  }

  @Test
  void a_note_with_citation_elements_that_are_refused_comes_with_numbers() {
    var slack = new FakeSlack();
    var usual = BotFixture.settings(slack, Way.HTTP);
    var settings =
        new SlackSettings(
            usual.botToken(),
            usual.appToken(),
            usual.signingSecret(),
            usual.install(),
            usual.administrators(),
            usual.api(),
            true);
    try (var fixture =
        BotFixture.start(
            slack,
            true,
            folder,
            Way.HTTP,
            settings,
            DeskFixture.SETTINGS,
            new ScriptedAnswering(),
            BotFixture.PACE)) {
      slack.mention("C1", "What did Acme spend?");
      until(() -> slack.workplace.posted().size() == 1);
      slack.workplace.refusesCitations = true;
      var answer = slack.workplace.posted().get(0);
      slack.press(answer, Buttons.EVIDENCE, "", "U2");
      until(() -> !only(slack, "U2").isEmpty());

      assertThat(only(slack, "U2").get(0).seen()).contains("Evidence, verbatim");
      assertThat(fixture.bot().health().isUp()).isTrue();
    }
  }

  private static JsonObject homeOpened() {
    var opened = Payloads.event("app_home_opened");
    opened.addProperty("user", "U2");
    opened.addProperty("tab", "home");
    return opened;
  }

  private static List<Posted> only(FakeSlack slack, String user) {
    return slack.workplace.posted().stream().filter(m -> m.onlyFor().equals(user)).toList();
  }
}
