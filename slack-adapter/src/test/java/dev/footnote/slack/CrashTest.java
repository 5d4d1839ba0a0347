package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.blocks.Buttons;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.FakeWebApi.Step;
import dev.footnote.slack.fake.Payloads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row E6: the process is killed at every step between the event and its answer, and at random
 * moments: 1,000 of them in full runs, or as many as {@code -Dfootnote.kills} says, one everyday,
 * when of the steps of storing, which core's own test halts at, there are two.
 */
class CrashTest {

  private static final int RANDOM_KILLS =
      Integer.getInteger("footnote.kills", BotFixture.FULL ? 1_000 : 1);
  private static final List<String> STORING =
      BotFixture.FULL ? DeskFixture.steps() : List.of("BEFORE_ACCEPT", "AFTER_ACCEPT");
  private static final String NEVER = "-";

  @TempDir Path folder;

  @Test
  void what_was_accepted_is_answered_once_wherever_the_process_is_killed() throws Exception {
    var random = new Random(6);
    try (var slack = new FakeSlack()) {
      for (var step : Step.values()) {
        run(slack, "D" + step, step, -1);
      }
      for (int i = 0; i < RANDOM_KILLS; i++) {
        run(slack, "DRANDOM" + i, null, random.nextInt(60));
      }
    }
  }

  @Test
  void what_is_not_acknowledged_when_the_process_ends_is_answered_once_too() throws Exception {
    try (var slack = new FakeSlack()) {
      for (var step : STORING) {
        var data = folder.resolve(step);
        var victim = start(slack, data, BotFixture.PACE.postGap(), step);
        var callback = asked("D" + step, slack.workplace.ts());
        var acknowledged = slack.callback(callback, Duration.ofMillis(1_500)).isOk();
        if (step.endsWith("_ACCEPT")) {
          assertThat(acknowledged).as("acknowledged before it was accepted").isFalse();
        }
        assertThat(victim.waitFor(15, TimeUnit.SECONDS)).isTrue();
        until(() -> slack.sockets.connected() == 0);
        inherit(slack, data, callback, acknowledged, "D" + step, "");
      }
    }
  }

  /** Slack is slow: what the killed process posted arrives after its heir has looked for it. */
  @Test
  void a_post_that_was_under_way_and_arrives_after_the_first_look_is_not_repeated()
      throws Exception {
    try (var slack = new FakeSlack()) {
      var looked = slack.api.calls("conversations.history").size();
      run(
          slack,
          "DLATE",
          Step.ARRIVED,
          -1,
          () -> {
            until(
                Duration.ofSeconds(30),
                () -> slack.api.calls("conversations.history").size() > looked);
            sleep(500);
          });
      assertThat(slack.api.calls("conversations.history").size()).isGreaterThan(looked + 1);
    }
  }

  @Test
  void where_the_bot_may_not_look_an_answer_is_never_doubled() throws Exception {
    try (var slack = new FakeSlack()) {
      run(slack, "C1", Step.STORED, -1);
    }
  }

  @Test
  void what_waited_for_its_turn_is_answered_also_where_the_bot_may_not_look() throws Exception {
    try (var slack = new FakeSlack()) {
      var victim = start(slack, folder, Duration.ofSeconds(30), NEVER);
      for (int i = 0; i < 2; i++) {
        slack.mention("C1", "What did Acme spend?");
      }
      until(() -> slack.workplace.posted().size() == 1);
      var answer = slack.workplace.posted().get(0);
      var id = FakeSlack.element(answer, Buttons.EVIDENCE).get("value").getAsString();
      assertThat(slack.press(answer, Buttons.MORE, Buttons.SHARE + id, "U2").isOk()).isTrue();
      sleep(300);
      victim.destroyForcibly();
      assertThat(victim.waitFor(15, TimeUnit.SECONDS)).isTrue();
      until(() -> slack.sockets.connected() == 0);

      try (var heir = heir(slack, folder)) {
        until(Duration.ofSeconds(60), heir::allEnded);
        assertThat(slack.workplace.posted()).hasSize(3);
        assertThat(
                slack.workplace.posted().stream().filter(m -> m.seen().contains("Shared answer")))
            .as("shared before the crash")
            .hasSize(1);
      }
    }
  }

  /**
   * Kills at {@code step} of the post, or {@code millis} after the event; then {@link #inherit}.
   */
  private void run(FakeSlack slack, String channel, @Nullable Step step, int millis)
      throws IOException, InterruptedException {
    run(slack, channel, step, millis, () -> sleep(300));
  }

  /**
   * @param after what keeps Slack busy once the process is killed at {@code step}
   */
  private void run(FakeSlack slack, String channel, @Nullable Step step, int millis, Runnable after)
      throws IOException, InterruptedException {
    var data = folder.resolve(channel);
    var victim = start(slack, data, BotFixture.PACE.postGap(), NEVER);
    slack.api.around =
        at -> {
          if (at == step) {
            victim.destroyForcibly();
            after.run();
          }
        };
    var ts = slack.workplace.ts();
    var callback = asked(channel, ts);
    var acknowledged = new boolean[1];
    var sender =
        Thread.ofVirtual()
            .start(
                () -> acknowledged[0] = slack.callback(callback, Duration.ofMillis(1_500)).isOk());
    if (step == null) {
      if (millis == 0) {
        sender.join();
      } else {
        sleep(millis);
      }
      victim.destroyForcibly();
    }
    assertThat(victim.waitFor(15, TimeUnit.SECONDS)).isTrue();
    sender.join();
    slack.api.around = at -> {};
    until(() -> slack.sockets.connected() == 0);

    inherit(slack, data, callback, acknowledged[0], channel, channel.startsWith("D") ? "" : ts);
  }

  private static JsonObject asked(String channel, String ts) {
    var text = "<@UBOT> What did Acme spend?";
    return Payloads.callback(
        FakeSlack.TEAM,
        "Ev" + channel,
        channel.startsWith("D")
            ? Payloads.message(channel, "U1", ts, "", text, "", "im")
            : Payloads.mention(channel, "U1", ts, "", text, ""));
  }

  /** Starts again, sends what was not acknowledged again, and counts. */
  private static void inherit(
      FakeSlack slack,
      Path data,
      JsonObject callback,
      boolean acknowledged,
      String channel,
      String thread) {
    try (var heir = heir(slack, data)) {
      if (!acknowledged) {
        assertThat(slack.callback(callback, Duration.ofSeconds(3)).isOk()).isTrue();
      }
      until(Duration.ofSeconds(60), () -> !slack.workplace.inThread(channel, thread).isEmpty());
      until(Duration.ofSeconds(60), heir::allEnded);
      assertThat(slack.workplace.inThread(channel, thread)).as(channel).hasSize(1);
      assertThat(heir.bot().health().isUp()).isTrue();
    }
    until(() -> slack.sockets.connected() == 0);
  }

  private static BotFixture heir(FakeSlack slack, Path data) {
    return BotFixture.start(
        slack,
        false,
        data,
        Way.SOCKET,
        BotFixture.settings(slack, Way.SOCKET),
        DeskFixture.SETTINGS,
        new ScriptedAnswering(),
        BotFixture.PACE);
  }

  private static Process start(FakeSlack slack, Path data, Duration gap, String step)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingBot.class.getName()));
    command.add(data.toString());
    command.add(slack.api.url().toString());
    command.add(gap.toString());
    command.add(step);
    var process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    until(Duration.ofSeconds(30), () -> slack.sockets.connected() == 1 || !process.isAlive());
    assertThat(process.isAlive()).isTrue();
    return process;
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
