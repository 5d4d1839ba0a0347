package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.question.Question;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.Ack;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows E5, Q1 and Q2, Slack's part: the answers are scripted, so what is measured is the way in and
 * the way out. A few seconds of each in everyday runs.
 */
class LoadTest {

  /*
   * The targets, and what a machine holds that builds besides: with ten times the work that its two
   * cores can do, the slowest of a hundred acknowledgements was seen to take 0.6 s.
   */
  private static final int OF_A_HUNDRED = BotFixture.FULL ? 99 : 90;
  private static final Duration ALMOST_ALL = Duration.ofMillis(BotFixture.FULL ? 250 : 500);
  private static final Duration LONGEST = Duration.ofMillis(BotFixture.FULL ? 1_000 : 2_500);

  private static final int QUEUE = BotFixture.FULL ? 500 : 110;

  /** Within that a refusal is said. */
  private static final Duration TOLD = Duration.ofSeconds(BotFixture.FULL ? 2 : 4);

  @TempDir Path folder;

  /**
   * Row E5: 50 a second while no answer comes; for 30 seconds in full runs, when the queue fills up
   * and the rest hears so.
   */
  @ParameterizedTest
  @EnumSource
  void acknowledgements_do_not_wait_for_slow_answers(Way way) throws Exception {
    var release = new CountDownLatch(1);
    int seconds = BotFixture.FULL ? 30 : 2;
    try (var fixture = start(way, new Waiting(release, Duration.ZERO))) {
      var slack = fixture.slack;
      var acks = atRate(50, seconds, i -> mention(slack, i));

      assertThat(acks).allMatch(Ack::isOk);
      assertThat(almostAll(acks)).isLessThanOrEqualTo(ALMOST_ALL);
      assertThat(longest(acks)).isLessThan(LONGEST);
      release.countDown();
      until(Duration.ofSeconds(60), () -> slack.workplace.posted().size() == acks.size());
      assertThat(slack.workplace.posted().stream().filter(m -> !m.onlyFor().isEmpty()))
          .allMatch(m -> m.seen().contains("Busy, try again in"));
    } finally {
      release.countDown();
    }
  }

  /** Row Q1: ten minutes in full runs. */
  @ParameterizedTest
  @EnumSource
  void fifty_questions_a_second_are_answered_in_time(Way way) throws Exception {
    int seconds = BotFixture.FULL ? 600 : 3;
    var open = new CountDownLatch(0);
    try (var fixture = start(way, new Waiting(open, Duration.ofMillis(10)))) {
      var slack = fixture.slack;
      var arrived = new ArrayList<Long>();
      var asked = new long[50 * seconds];
      var acks =
          atRate(
              50,
              seconds,
              i -> {
                asked[i] = System.nanoTime();
                return mention(slack, i);
              });
      until(Duration.ofSeconds(30), () -> slack.workplace.posted().size() == acks.size());
      for (var call : slack.api.calls("chat.postMessage")) {
        var channel = call.arguments().getOrDefault("channel", "C0").substring(1);
        if (!channel.startsWith("WARM")) {
          arrived.add(call.at() - asked[Integer.parseInt(channel)]);
        }
      }
      arrived.sort(null);

      assertThat(acks).allMatch(Ack::isOk);
      assertThat(almostAll(acks)).isLessThanOrEqualTo(ALMOST_ALL);
      assertThat(Duration.ofNanos(arrived.get(arrived.size() * OF_A_HUNDRED / 100)))
          .isLessThanOrEqualTo(Duration.ofMillis(1_500));
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  /**
   * Row Q2: a minute of 250 a second in full runs; half commands, half mentions. The queue is a
   * fifth of the real one in everyday runs.
   */
  @ParameterizedTest
  @EnumSource
  void too_much_is_said_to_be_too_much_at_once_and_is_over_soon(Way way) throws Exception {
    int seconds = BotFixture.FULL ? 60 : 2;
    var open = new CountDownLatch(0);
    try (var fixture = start(way, new Waiting(open, Duration.ofMillis(20)))) {
      var slack = fixture.slack;
      var asked = new long[250 * seconds];
      var queued = new AtomicLong();
      var acks =
          atRate(
              250,
              seconds,
              i -> {
                queued.accumulateAndGet(waiting(fixture), Math::max);
                asked[i] = System.nanoTime();
                return i % 2 == 0
                    ? slack.command("C" + i, "U" + i, "What did Acme spend?")
                    : mention(slack, i);
              });
      assertThat(queued.get()).isBetween(1L, (long) QUEUE);

      assertThat(acks).allMatch(Ack::isOk);
      assertThat(longest(acks)).isLessThan(Duration.ofMillis(2_500));
      assertThat(acks.stream().filter(a -> a.body().contains("Busy, try again in"))).isNotEmpty();
      var told = acks.stream().filter(a -> a.body().contains("Busy")).count();
      // Each gets an answer, or hears that it does not.
      until(Duration.ofSeconds(30), () -> slack.workplace.posted().size() + told == acks.size());
      var whispered =
          slack.workplace.posted().stream().filter(m -> !m.onlyFor().isEmpty()).toList();
      assertThat(whispered).isNotEmpty();
      assertThat(whispered).allSatisfy(m -> assertThat(m.seen()).contains("Busy, try again in"));

      for (var call : slack.api.calls("chat.postEphemeral")) {
        int number = Integer.parseInt(call.arguments().getOrDefault("channel", "C0").substring(1));
        assertThat(Duration.ofNanos(call.at() - asked[number])).isLessThan(TOLD);
      }

      var ts = slack.mention("CAFTER", "What did Acme spend?");
      until(
          Duration.ofSeconds(30),
          () ->
              slack.workplace.inThread("CAFTER", ts).stream().anyMatch(m -> m.onlyFor().isEmpty()));
    }
  }

  private BotFixture start(Way way, Answering answering) throws Exception {
    var slack = new FakeSlack();
    var fixture =
        BotFixture.start(
            slack,
            true,
            folder,
            way,
            BotFixture.settings(slack, way),
            DeskFixture.SETTINGS.withQueue(QUEUE),
            answering,
            BotFixture.PACE);
    // What is measured is a bot at work, not classes that load.
    for (int i = 0; i < 40; i++) {
      slack.command("CWARM" + i, "U1", "help");
    }
    until(() -> slack.workplace.posted().size() == 40);
    slack.workplace.clear();
    return fixture;
  }

  private static Ack mention(FakeSlack slack, int number) {
    return slack.event(
        Payloads.mention(
            "C" + number,
            "U" + number,
            slack.workplace.ts(),
            "",
            "<@UBOT> What did Acme spend?",
            ""));
  }

  private static List<Ack> atRate(int perSecond, int seconds, IntFunction<Ack> send)
      throws InterruptedException, ExecutionException {
    var sent = new ArrayList<Future<Ack>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (int i = 0; i < perSecond * seconds; i++) {
        long due = start + i * 1_000_000_000L / perSecond;
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        int number = i;
        sent.add(threads.submit(() -> send.apply(number)));
      }
      var acks = new ArrayList<Ack>();
      for (var ack : sent) {
        acks.add(ack.get());
      }
      return acks;
    }
  }

  private static long waiting(BotFixture fixture) {
    return fixture
        .desk()
        .metrics()
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains("waiting"))
        .mapToLong(line -> Math.round(Double.parseDouble(line.replaceFirst(".*\\s", ""))))
        .findFirst()
        .orElseThrow();
  }

  private static Duration almostAll(List<Ack> acks) {
    var sorted = acks.stream().map(Ack::took).sorted().toList();
    return sorted.get(sorted.size() * OF_A_HUNDRED / 100);
  }

  private static Duration longest(List<Ack> acks) {
    return acks.stream().map(Ack::took).max(Duration::compareTo).orElseThrow();
  }

  /** Answers as scripted, once it may, after a while. */
  private record Waiting(CountDownLatch release, Duration each, ScriptedAnswering scripted)
      implements Answering {

    Waiting(CountDownLatch release, Duration each) {
      this(release, each, new ScriptedAnswering());
    }

    @Override
    public Answered answer(Question question) {
      try {
        if (question.text().contains("Acme")) {
          release.await();
          Thread.sleep(each);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return scripted.answer(question);
    }
  }
}
