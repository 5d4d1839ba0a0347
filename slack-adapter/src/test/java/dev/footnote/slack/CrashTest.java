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
import dev.footnote.slack.fake.Posted;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row E6: the process is killed at every step between the event and its answer, and at random
 * moments: 1,000 of them in full runs, or as many as {@code -Dfootnote.kills} says, one everyday,
 * when of the steps of storing, which core's own test halts at, there are two, or the one that
 * leaves a doubt.
 */
class CrashTest {

  private static final int RANDOM_KILLS =
      Integer.getInteger("footnote.kills", BotFixture.FULL ? 1_000 : 1);
  private static final String NEVER = "-";

  /** How it is asked. Only in a direct message the bot may look whether a post stands. */
  enum Kind {
    DIRECT("D", "What did Acme spend?", "BEFORE_ACCEPT AFTER_ACCEPT"),
    MENTION("CM", "What did Acme spend?", "AFTER_DELIVERING"),
    PRIVATE("CP", "private What did Acme spend?", "AFTER_DELIVERING");

    private final String channels;
    private final String text;
    private final String everyday;

    Kind(String channels, String text, String everyday) {
      this.channels = channels;
      this.text = text;
      this.everyday = everyday;
    }

    List<String> storing() {
      return BotFixture.FULL ? DeskFixture.steps() : List.of(everyday.split(" "));
    }

    JsonObject asked(String name, String ts) {
      var channel = channels + name;
      var words = "<@UBOT> " + text;
      return Payloads.callback(
          FakeSlack.TEAM,
          "Ev" + channel,
          this == DIRECT
              ? Payloads.message(channel, "U1", ts, "", words, "", "im")
              : Payloads.mention(channel, "U1", ts, "", words, ""));
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void what_was_accepted_is_answered_once_wherever_the_process_is_killed(Kind kind)
      throws Exception {
    var random = new Random(6);
    try (var slack = new FakeSlack()) {
      for (var step : Step.values()) {
        run(slack, kind, step.name(), step, -1);
      }
      for (int i = 0; i < RANDOM_KILLS / Kind.values().length + 1; i++) {
        if (BotFixture.FULL || kind == Kind.DIRECT) {
          run(slack, kind, "RANDOM" + i, null, random.nextInt(60));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_acknowledged_when_the_process_ends_is_answered_once_too(Kind kind)
      throws Exception {
    try (var slack = new FakeSlack()) {
      for (var step : kind.storing()) {
        var data = folder.resolve(step);
        var victim = start(slack, data, BotFixture.PACE.postGap(), step);
        var callback = kind.asked(step, slack.workplace.ts());
        var acknowledged = slack.callback(callback, Duration.ofMillis(1_500)).isOk();
        if (step.endsWith("_ACCEPT")) {
          assertThat(acknowledged).as("acknowledged before it was accepted").isFalse();
        }
        assertThat(victim.waitFor(15, TimeUnit.SECONDS)).isTrue();
        until(() -> slack.sockets.connected() == 0);
        inherit(slack, data, callback, acknowledged, kind.channels + step);
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
          Kind.DIRECT,
          "LATE",
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
  private void run(FakeSlack slack, Kind kind, String name, @Nullable Step step, int millis)
      throws IOException, InterruptedException {
    run(slack, kind, name, step, millis, () -> sleep(300));
  }

  /**
   * @param after what keeps Slack busy once the process is killed at {@code step}
   */
  private void run(
      FakeSlack slack, Kind kind, String name, @Nullable Step step, int millis, Runnable after)
      throws IOException, InterruptedException {
    var data = folder.resolve(name);
    var victim = start(slack, data, BotFixture.PACE.postGap(), NEVER);
    slack.api.around =
        at -> {
          if (at == step) {
            victim.destroyForcibly();
            after.run();
          }
        };
    var callback = kind.asked(name, slack.workplace.ts());
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

    inherit(slack, data, callback, acknowledged[0], kind.channels + name);
  }

  /**
   * Starts again, sends what was not acknowledged again, and counts: one answer, or a word to the
   * asker that it may be missing, whose button shows it.
   */
  private static void inherit(
      FakeSlack slack, Path data, JsonObject callback, boolean acknowledged, String channel) {
    try (var heir = heir(slack, data)) {
      if (!acknowledged) {
        assertThat(slack.callback(callback, Duration.ofSeconds(3)).isOk()).isTrue();
      }
      until(Duration.ofSeconds(60), () -> !posted(slack, channel).isEmpty());
      until(Duration.ofSeconds(60), heir::allEnded);
      var doubts = posted(slack, channel).stream().filter(m -> !isAnswer(m)).toList();
      if (answers(slack, channel) == 0) {
        slack.press(doubts.get(0), Buttons.SHOW, "", "U1");
        until(() -> answers(slack, channel) == 1);
      }
      assertThat(answers(slack, channel)).as(channel).isEqualTo(1);
      assertThat(doubts)
          .as(channel)
          .hasSizeLessThan(channel.startsWith("D") ? 1 : 2)
          .allSatisfy(m -> assertThat(m.onlyFor()).isEqualTo("U1"));
      assertThat(slack.workplace.unseen).isEmpty();
      if (channel.startsWith(Kind.PRIVATE.channels)) {
        assertThat(posted(slack, channel)).allSatisfy(m -> assertThat(m.onlyFor()).isEqualTo("U1"));
      }
      until(() -> heir.bot().health().isUp());
    }
    until(() -> slack.sockets.connected() == 0);
  }

  private static List<Posted> posted(FakeSlack slack, String channel) {
    return slack.workplace.posted().stream().filter(m -> m.channel().equals(channel)).toList();
  }

  private static long answers(FakeSlack slack, String channel) {
    return posted(slack, channel).stream().filter(CrashTest::isAnswer).count();
  }

  private static boolean isAnswer(Posted message) {
    return message.text().contains("Acme spent");
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
