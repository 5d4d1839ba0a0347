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
