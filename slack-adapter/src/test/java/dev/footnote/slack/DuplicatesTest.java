package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Posted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows E1 to E3, with a tenth of the repetitions and less in everyday runs. */
class DuplicatesTest {

  private static final String ASKED = "<@UBOT> What did Acme spend?";

  @TempDir Path folder;

  /** Row E1: 10,000 events in full runs. */
  @ParameterizedTest
  @EnumSource
  void four_deliveries_of_each_event_and_a_restart_between_them_give_one_answer(Way way)
      throws Exception {
    int events = BotFixture.FULL ? 10_000 : 150;
    try (var fixture = start(way)) {
      var slack = fixture.slack;
      var stamps = new ArrayList<String>();
      for (int i = 0; i < events; i++) {
        stamps.add(slack.workplace.ts());
      }
      for (int delivery = 0; delivery < 4; delivery++) {
        if (delivery == 2) {
          fixture.restart(way);
        }
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < events; i++) {
          int number = i;
          tasks.add(() ->
              slack
                  .eventWithRetries(
                      "Ev" + number,
                      Payloads.mention("C" + number, "U1", stamps.get(number), "", ASKED, ""))
                  .isOk());
        }
        all(tasks);
      }
      until(Duration.ofSeconds(60), () -> slack.workplace.posted().size() >= events);
      settle(slack, events);
    }
  }

  /** Row E2: 1,000 events in full runs. */
  @ParameterizedTest
  @EnumSource
  void an_event_of_which_only_a_retry_arrives_is_answered(Way way) throws Exception {
    int events = BotFixture.FULL ? 1_000 : 60;
    try (var fixture = start(way)) {
      var slack = fixture.slack;
      var tasks = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < events; i++) {
        var ts = slack.workplace.ts();
        var event = Payloads.mention("C" + i, "U1", ts, "", ASKED, "");
        var callback = Payloads.callback(FakeSlack.TEAM, "Ev" + i, event);
        // The first delivery is lost on the way; this is what the second looks like.
        tasks.add(() -> slack.retry(callback, 1, Duration.ofSeconds(5)).isOk());
      }
      all(tasks);
      until(Duration.ofSeconds(60), () -> slack.workplace.posted().size() >= events);
      settle(slack, events);
    }
  }

  /** Row E3: 500 cases in full runs. */
  @ParameterizedTest
  @EnumSource
  void one_message_under_many_names_is_answered_once_across_a_restart(Way way) throws Exception {
    int cases = BotFixture.FULL ? 500 : 36;
    try (var fixture = start(way)) {
      var slack = fixture.slack;
      var tasks = new ArrayList<Callable<Boolean>>();
      var later = new ArrayList<Callable<Boolean>>();
      for (int i = 0; i < cases; i++) {
        var channel = "C" + i;
        var ts = slack.workplace.ts();
        var client = "client-" + i;
        for (int k = 0; k < 11; k++) {
          var event =
              switch (i % 3) {
                // Eleven ids for one message, without any sign that they are retries.
                case 0 -> Payloads.mention(channel, "U1", ts, "", ASKED, "");
                // The mention and the message of one post.
                case 1 ->
                    k % 2 == 0
                        ? Payloads.mention(channel, "U1", ts, "", ASKED, "")
                        : Payloads.message(channel, "U1", ts, "", ASKED, "", "channel");
                // The same client_msg_id under other timestamps.
                default -> Payloads.mention(channel, "U1", slack.workplace.ts(), "", ASKED, client);
              };
          (k < 8 ? tasks : later)
              .add(() -> slack.eventWithRetries("Ev" + UUID.randomUUID(), event).isOk());
        }
      }
      all(tasks);
      fixture.restart(way);
      all(later);
      until(Duration.ofSeconds(60), () -> slack.workplace.posted().size() >= cases);
      settle(slack, cases);
    }
  }

  /** With room for all that a test sends at once: nobody is to hear that the bot is busy. */
  private BotFixture start(Way way) {
    var slack = new FakeSlack();
    return BotFixture.start(
        slack,
        true,
        folder,
        way,
        BotFixture.settings(slack, way),
        DeskFixture.SETTINGS.withQueue(20_000),
        new ScriptedAnswering(),
        BotFixture.PACE);
  }

  /** Waits a little for what must not come. */
  private static void settle(FakeSlack slack, int expected) throws InterruptedException {
    Thread.sleep(300);
    var perChannel =
        slack.workplace.posted().stream()
            .collect(Collectors.groupingBy(Posted::channel, Collectors.counting()));
    assertThat(perChannel).hasSize(expected);
    assertThat(perChannel).allSatisfy((channel, posts) -> assertThat(posts).isEqualTo(1));
    assertThat(slack.workplace.posted())
        .allMatch(m -> m.onlyFor().isEmpty() && m.text().startsWith("Acme spent"));
    assertThat(slack.workplace.violations).isEmpty();
  }

  private static void all(List<Callable<Boolean>> tasks)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isTrue();
      }
    }
  }
}
