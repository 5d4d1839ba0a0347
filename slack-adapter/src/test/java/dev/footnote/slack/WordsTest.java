package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Posted;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members may type, and what they read of what was typed. */
class WordsTest {

  @TempDir Path folder;

  @Test
  void private_keeps_an_answer_for_the_asker() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.command("C1", "U2", "private What did Acme spend?");
      slack.mention("C1", "Private: What did Acme spend?");
      until(() -> slack.workplace.posted().size() == 2);

      assertThat(slack.workplace.posted())
          .extracting(Posted::onlyFor)
          .containsExactlyInAnyOrder("U1", "U2");
      assertThat(slack.workplace.posted())
          .allSatisfy(m ->
              assertThat(m.seen()).contains("Acme spent $72.2 billion").doesNotContain("rivate"));
    }
  }

  @Test
  void settings_open_in_whatever_case_and_wherever_they_are_asked_for() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.command("C1", BotFixture.ADMIN, "Settings");
      until(() -> slack.workplace.modals().size() == 1);

      var ts = slack.workplace.ts();
      var asked = "<@UBOT> SETTINGS";
      slack.event(Payloads.mention("C1", BotFixture.ADMIN, ts, "", asked, ""));
      slack.event(Payloads.message("C1", BotFixture.ADMIN, ts, "", asked, "", "channel"));
      slack.event(
          Payloads.message("D1", BotFixture.ADMIN, slack.workplace.ts(), "", "settings", "", "im"));
      slack.mention("C2", "settings");
      until(() -> slack.workplace.posted().size() == 3);
      for (var message : slack.workplace.posted()) {
        if (message.onlyFor().equals("U1")) {
          assertThat(message.seen()).contains("Only the bot's administrators");
        } else {
          slack.press(message, "settings", "", BotFixture.ADMIN);
        }
      }
      until(() -> slack.workplace.modals().size() == 3);
      assertThat(slack.workplace.posted()).hasSize(3);
    }
  }

  @Test
  void help_names_private_and_settings() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.command("C1", "U2", "help");
      until(() -> slack.workplace.posted().size() == 1);

      assertThat(slack.workplace.posted().get(0).seen())
          .contains("begin with private", "with settings");
    }
  }

  @Test
  void an_answer_to_a_command_says_what_was_asked() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.command("C1", "U2", "check Zorp is bankrupt");
      assertThat(in(slack, "C1").seen()).contains("Zorp is bankrupt", "Not covered");
      slack.command("C2", "U2", "story zorp-went-under");
      assertThat(in(slack, "C2").seen()).contains("Story: zorp-went-under");
      slack.command("C3", "U2", "sources zebras");
      assertThat(in(slack, "C3").seen()).contains("Sources: zebras");
      slack.command("C4", "U2", "why");
      assertThat(in(slack, "C4").seen()).contains("Why the last answer");
      slack.command("C5", "U2", "sources");
      assertThat(in(slack, "C5").seen()).contains("Sources of the last answer");
    }
  }

  @Test
  void a_message_without_text_has_nothing_to_check() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      var url = slack.api.responseUrl("C1", "U2");
      var shortcut =
          Payloads.messageShortcut(FakeSlack.TEAM, "C1", "U2", slack.workplace.ts(), "", url);
      slack.interaction(shortcut);
      until(() -> slack.workplace.posted().size() == 1);

      assertThat(slack.workplace.posted().get(0).onlyFor()).isEqualTo("U2");
      assertThat(slack.workplace.posted().get(0).seen()).contains("nothing to check");
    }
  }

  private static Posted in(FakeSlack slack, String channel) {
    until(() -> inChannel(slack, channel).size() == 1);
    return inChannel(slack, channel).get(0);
  }

  private static List<Posted> inChannel(FakeSlack slack, String channel) {
    return slack.workplace.inThread(channel, "");
  }
}
