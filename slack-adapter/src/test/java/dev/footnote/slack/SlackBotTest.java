package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Posted;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a member meets, by socket and by HTTP alike. */
class SlackBotTest {

  private static final String ANSWER = "Acme spent $72.2 billion in 2025 on data centers. [1][2]";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_mention_is_answered_in_its_thread(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var ts = slack.mention("C1", "What did Acme spend?");
      var answer = one(slack, "C1", ts);

      assertThat(answer.seen()).contains(ANSWER, "( Evidence )", "letter.example");
      assertThat(answer.onlyFor()).isEmpty();
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_command_is_acknowledged_at_once_and_answered_in_the_channel(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var ack = slack.command("C1", "U1", "What did Acme spend?");
      assertThat(ack.isOk()).isTrue();
      assertThat(ack.body()).isEmpty();

      assertThat(one(slack, "C1", "").seen()).contains(ANSWER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_direct_message_is_answered(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      slack.event(
          Payloads.message("D1", "U1", slack.workplace.ts(), "", "Acme spend?", "m1", "im"));

      assertThat(one(slack, "D1", "").seen()).contains(ANSWER);
    }
  }

  private static Posted one(FakeSlack slack, String channel, String thread) {
    until(() -> !slack.workplace.inThread(channel, thread).isEmpty());
    List<Posted> posted = slack.workplace.inThread(channel, thread);
    assertThat(posted).hasSize(1);
    return posted.get(0);
  }
}
