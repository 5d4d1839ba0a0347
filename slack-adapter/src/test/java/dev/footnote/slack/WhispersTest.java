package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.service.SettingsChange;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Posted;
import dev.footnote.slack.transport.Workspaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is for one member alone: seen by them, and by nobody else. */
class WhispersTest {

  private static final String QUESTION = "What did Acme spend?";

  @TempDir Path folder;

  @Test
  void a_mention_outside_threads_is_refused_where_its_writer_sees_it() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      change(fixture, new SettingsChange.Channels(Set.of("C0000002")));
      fixture.slack.mention("C1", QUESTION);

      assertThat(whispered(fixture.slack, "U1").seen()).contains("do not answer in this channel");
    }
  }

  @Test
  void a_mention_outside_threads_is_answered_privately_where_its_writer_sees_it() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      change(fixture, new SettingsChange.PrivateByDefault(true));
      fixture.slack.mention("C1", QUESTION);

      assertThat(whispered(fixture.slack, "U1").seen()).contains("Acme spent");
    }
  }

  @Test
  void a_mention_in_a_thread_is_answered_privately_in_that_thread() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      change(fixture, new SettingsChange.PrivateByDefault(true));
      var ts = slack.workplace.ts();
      slack.event(Payloads.mention("C1", "U1", ts, "1717.000100", "<@UBOT> " + QUESTION, ""));

      assertThat(whispered(slack, "U1").thread()).isEqualTo("1717.000100");
    }
  }

  @Test
  void a_message_is_checked_in_its_thread_where_it_has_one() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.event(Payloads.message("C1", "U9", "1717.000200", "1717.000100", "so", "", "channel"));
      slack.interaction(
          Payloads.messageShortcut(
              FakeSlack.TEAM,
              "C1",
              "U2",
              "1717.000200",
              "1717.000100",
              "Acme spent 3 dollars",
              slack.api.responseUrl("C1", "U2")));

      assertThat(whispered(slack, "U2").thread()).isEqualTo("1717.000100");
    }
  }

  @Test
  void a_check_in_a_thread_is_no_part_of_what_is_said_there() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.event(Payloads.message("C1", "U9", "1717.000200", "1717.000100", "so", "", "channel"));
      slack.interaction(
          Payloads.messageShortcut(
              FakeSlack.TEAM,
              "C1",
              "U2",
              "1717.000200",
              "1717.000100",
              "Acme spent 3 dollars",
              slack.api.responseUrl("C1", "U2")));
      whispered(slack, "U2");
      slack.event(
          Payloads.message(
              "C1", "U3", slack.workplace.ts(), "1717.000100", QUESTION, "", "channel"));
      change(fixture, new SettingsChange.PrivateByDefault(true));
      slack.event(
          Payloads.mention("C1", "U2", slack.workplace.ts(), "1717.000100", "<@UBOT> why", ""));
      until(() -> slack.workplace.posted().size() == 2);

      assertThat(slack.workplace.posted()).allSatisfy(m -> assertThat(m.onlyFor()).isEqualTo("U2"));
      assertThat(slack.workplace.posted().get(1).seen()).contains("Nothing has been asked");
    }
  }

  @Test
  void what_is_asked_below_a_private_answer_is_answered_privately_and_goes_on_there() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      change(fixture, new SettingsChange.PrivateByDefault(true));
      slack.event(
          Payloads.mention(
              "C1", "U1", slack.workplace.ts(), "1717.000100", "<@UBOT> " + QUESTION, ""));
      var answer = whispered(slack, "U1");
      change(fixture, new SettingsChange.PrivateByDefault(false));
      slack.press(answer, "run.1", "", "U1");
      until(() -> slack.workplace.posted().size() == 2 && fixture.allEnded());

      var tenant = Workspaces.tenant(FakeSlack.TEAM);
      assertThat(slack.workplace.posted()).allSatisfy(m -> assertThat(m.onlyFor()).isEqualTo("U1"));
      var next = slack.workplace.posted().get(1);
      assertThat(fixture.desk().conversation(tenant, "C1:" + next.ts()))
          .isPresent()
          .isEqualTo(fixture.desk().conversation(tenant, "C1:" + answer.ts()));
    }
  }

  @Test
  void a_command_between_two_members_is_answered_to_its_writer_and_known_there_alone() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.workplace.outside.add("D7");
      slack.command("D7", "U1", QUESTION);
      assertThat(whispered(slack, "U1").seen()).contains("Acme spent");
      slack.event(Payloads.message("D1", "U1", slack.workplace.ts(), "", "why", "", "im"));
      until(() -> slack.workplace.posted().size() == 2);
      slack.command("D7", "U2", "why");
      until(() -> slack.workplace.posted().size() == 3);
      slack.command("D1", "U1", QUESTION);
      until(() -> slack.workplace.posted().size() == 4);
      slack.event(Payloads.message("D1", "U1", slack.workplace.ts(), "", "why", "", "im"));
      until(() -> slack.workplace.posted().size() == 5);

      var seen = slack.workplace.posted().stream().map(Posted::seen).toList();
      assertThat(seen.get(1)).contains("Nothing has been asked");
      assertThat(slack.workplace.posted().get(2).onlyFor()).isEqualTo("U2");
      assertThat(seen.get(2)).contains("Nothing has been asked");
      assertThat(seen.get(4)).contains("Searched for: " + QUESTION);
    }
  }

  private static void change(BotFixture fixture, SettingsChange change) {
    fixture.desk().change(Workspaces.tenant(FakeSlack.TEAM), BotFixture.ADMIN, true, change);
  }

  /** The one message that was posted, for {@code user} alone. */
  private static Posted whispered(FakeSlack slack, String user) {
    until(() -> slack.workplace.posted().size() + slack.workplace.unseen.size() > 0);
    assertThat(slack.workplace.unseen).as("taken and not shown").isEmpty();
    List<Posted> posted = slack.workplace.posted();
    assertThat(posted).hasSize(1);
    assertThat(posted.get(0).onlyFor()).isEqualTo(user);
    return posted.get(0);
  }
}
