package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.FakeSockets.Mood;
import dev.footnote.slack.fake.Fault;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.transport.SocketKeeper;
import dev.footnote.slack.transport.WebApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row E7: whatever happens to the connection, nothing is lost, and there are never more than two.
 * 200 faults in full runs; the pauses are a tenth of the real ones, so a second and a half here is
 * fifteen there. Everyday, on a machine that builds besides, it is given twice that.
 */
class SocketsTest {

  private static final int FAULTS = BotFixture.FULL ? 200 : 7;

  /** After a 429 a second more, for Slack said so. */
  private static final Duration BACK = Duration.ofMillis(BotFixture.FULL ? 1_500 : 3_000);

  /** Faults are minutes apart: a connection settles before it meets the next, in full runs. */
  private static final Duration SETTLED = Duration.ofMillis(BotFixture.FULL ? 2_100 : 0);

  @TempDir Path folder;

  @Test
  void faults_of_the_connection_lose_nothing_and_open_two_at_most() throws Exception {
    var random = new Random(7);
    try (var fixture = BotFixture.start(folder, Way.SOCKET)) {
      var slack = fixture.slack;
      var asked = new CopyOnWriteArrayList<String>();
      for (int i = 0; i < FAULTS; i++) {
        var kind = i % 7;
        switch (kind) {
          case 0 -> slack.sockets.refresh("warning");
          case 1 -> slack.sockets.refresh("refresh_requested");
          case 2 -> slack.sockets.drop(true);
          case 3 -> slack.sockets.drop(false);
          case 4 -> slack.sockets.refresh("too_many_websockets");
          case 5 -> {
            slack.api.next("apps.connections.open", new Fault.Limited(1));
            slack.sockets.drop(true);
          }
          default -> {
            slack.api.next("apps.connections.open", new Fault.Refusal("internal_error"));
            slack.api.next("apps.connections.open", new Fault.Cut());
            slack.sockets.drop(random.nextBoolean());
          }
        }
        long since = System.nanoTime();
        ask(slack, "C" + i, asked);
        assertThat(Duration.ofNanos(System.nanoTime() - since))
            .as("back after fault %s", kind)
            .isLessThan(kind == 5 ? BACK.plusSeconds(1) : BACK);
        Thread.sleep(SETTLED);
      }
      until(() -> slack.workplace.posted().size() >= FAULTS);
      Thread.sleep(200);

      assertThat(slack.workplace.posted()).hasSize(FAULTS);
      assertThat(slack.sockets.most()).isLessThanOrEqualTo(2);
      assertThat(fixture.bot().health().isUp()).isTrue();
    }
  }

  /**
   * A connection that answers no ping any more is given up, also where the first call for another
   * hangs: full patience, once.
   */
  @Test
  void a_connection_that_fell_silent_is_replaced_within_fifteen_seconds() throws Exception {
    var slack = new FakeSlack();
    var pace =
        new SlackBot.Pace(WebApi.TIMEOUT, BotFixture.PACE.postGap(), SocketKeeper.Patience.USUAL);
    try (var hole = new BlackHole(slack);
        var fixture =
            BotFixture.start(
                slack,
                true,
                folder,
                Way.SOCKET,
                hole.settings(),
                DeskFixture.SETTINGS,
                new ScriptedAnswering(),
                pace)) {
      until(() -> fixture.bot().health().isUp());
      slack.api.next("apps.connections.open", new Fault.Slow(Duration.ofSeconds(30)));
      long since = System.nanoTime();
      hole.swallow();
      until(Duration.ofSeconds(20), () -> slack.sockets.opened() == 2);
      until(() -> fixture.bot().health().isUp());

      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(15));
      ask(slack, "C1", new ArrayList<>());
      until(() -> slack.workplace.posted().size() == 1);
    }
  }

  @Test
  void a_Slack_that_drops_every_connection_is_not_hammered() throws Exception {
    try (var fixture = BotFixture.start(folder, Way.SOCKET)) {
      var slack = fixture.slack;
      for (var mood : new Mood[] {Mood.CLOSES, Mood.TOO_MANY}) {
        var before = slack.sockets.opened();
        slack.sockets.mood = mood;
        slack.sockets.drop(true);
        Thread.sleep(1_800);
        // With the real pauses this is a quarter of a minute.
        assertThat(slack.sockets.opened() - before).isBetween(2, 9);
        assertThat(fixture.bot().health().isUp()).isFalse();
        slack.sockets.mood = Mood.GREETS;
        until(Duration.ofMillis(1_500), () -> slack.sockets.connected() == 1);
      }
      until(() -> fixture.bot().health().isUp());
      ask(slack, "C1", new ArrayList<>());
      until(() -> slack.workplace.posted().size() == 1);
      assertThat(slack.sockets.most()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void an_app_token_that_is_refused_ends_with_one_line() throws Exception {
    try (var fixture = BotFixture.start(folder, Way.SOCKET);
        var log = new LogLines()) {
      var slack = fixture.slack;
      slack.api.next("apps.connections.open", new Fault.Refusal("invalid_auth"));
      var before = slack.api.calls("apps.connections.open").size();
      slack.sockets.drop(true);
      until(() -> !fixture.bot().health().isUp() && !log.lines("ERROR").isEmpty());
      Thread.sleep(500);

      assertThat(slack.api.calls("apps.connections.open")).hasSize(before + 1);
      assertThat(log.lines("ERROR")).hasSize(1);
      assertThat(fixture.bot().health().line()).contains("SLACK_APP_TOKEN is refused");
    }
  }

  /** Asks once, and again while it is not acknowledged, as Slack does. */
  private static void ask(FakeSlack slack, String channel, List<String> asked)
      throws InterruptedException {
    var event =
        Payloads.callback(
            FakeSlack.TEAM,
            "Ev" + channel,
            Payloads.mention(
                channel, "U1", slack.workplace.ts(), "", "<@UBOT> What did Acme spend?", ""));
    for (int i = 0; i < 200; i++) {
      if (slack.callback(event, Duration.ofMillis(300)).isOk()) {
        asked.add(channel);
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("not acknowledged: " + channel);
  }
}
