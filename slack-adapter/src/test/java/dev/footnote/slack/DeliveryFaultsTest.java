package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Answer;
import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.answer.Statement;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.question.Question;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.Health;
import dev.footnote.core.service.SettingsChange;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.blocks.Buttons;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.FakeWebApi;
import dev.footnote.slack.fake.FakeWebApi.Step;
import dev.footnote.slack.fake.Fault;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Posted;
import dev.footnote.slack.transport.Workspaces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an answer when Slack refuses, limits, or does not answer. */
class DeliveryFaultsTest {

  private static final String POST = "chat.postMessage";

  private static final String WHISPER = "chat.postEphemeral";

  private static final String HISTORY = "conversations.history";

  @TempDir Path folder;

  @Test
  void a_429_is_obeyed_to_the_second() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.api.next(POST, new Fault.Limited(2));
      slack.mention("C1", "What did Acme spend?");
      until(() -> !slack.workplace.posted().isEmpty());

      var calls = slack.api.calls(POST);
      assertThat(calls).hasSize(2);
      assertThat(calls.get(1).at() - calls.get(0).at())
          .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
    }
  }

  @Test
  void a_post_whose_answer_was_lost_is_not_repeated_and_its_asker_may_see_it() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      // The first notice is limited, the second may not have arrived: each is sent again.
      slack.api.next(WHISPER, new Fault.Limited(1));
      slack.api.next(WHISPER, new Fault.Cut());
      var faults =
          List.of(
              new Fault.DoneThenCut(),
              new Fault.HalfAnswer(),
              new Fault.Http(502),
              new Fault.Slow(Duration.ofMillis(2_500)),
              new Fault.Cut(),
              new Fault.Refusal("fatal_error"));
      for (int i = 0; i < faults.size(); i++) {
        slack.api.next(POST, faults.get(i));
        slack.mention("C" + i, "What did Acme spend?");
        var calls = i + 1;
        until(() -> slack.api.calls(POST).size() == calls);
      }
      until(() -> fixture.allEnded() && publicly(slack).size() == 3);

      assertThat(slack.api.calls(POST)).hasSize(faults.size());
      for (int i = 0; i < faults.size(); i++) {
        var notice = only(whispered(slack, "C" + i));
        assertThat(notice.onlyFor()).isEqualTo("U1");
        assertThat(notice.seen()).contains("may not have arrived", "( Show the answer )");
        slack.press(notice, Buttons.SHOW, "", "U1");
        var channel = "C" + i;
        until(() -> whispered(slack, channel).size() == 2);
        assertThat(whispered(slack, channel).get(1).seen()).contains("Acme spent");
      }
      assertThat(publicly(slack)).hasSize(3);
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  @Test
  void a_private_answer_that_may_not_have_arrived_is_said_to_its_asker() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      fixture
          .desk()
          .change(
              Workspaces.tenant(FakeSlack.TEAM),
              BotFixture.ADMIN,
              true,
              new SettingsChange.PrivateByDefault(true));
      slack.api.next(WHISPER, new Fault.Http(502));
      slack.mention("C1", "What did Acme spend?");
      slack.api.next("response_url", new Fault.Cut());
      slack.command("C2", "U1", "What did Acme spend?");
      until(() -> !whispered(slack, "C1").isEmpty() && !whispered(slack, "C2").isEmpty());
      until(fixture::allEnded);

      for (var channel : List.of("C1", "C2")) {
        assertThat(only(whispered(slack, channel)).seen()).contains("( Show the answer )");
      }
      assertThat(publicly(slack)).isEmpty();
    }
  }

  @Test
  void an_answer_by_response_url_that_may_not_have_arrived_is_said_to_its_asker() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      for (var channel : List.of("C8", "D7")) {
        slack.workplace.outside.add(channel);
        slack.api.next("response_url", new Fault.DoneThenCut());
        slack.command(channel, "U1", "What did Acme spend?");
        until(() -> slack.workplace.inThread(channel, "").size() == 2);
        until(fixture::allEnded);

        var posted = slack.workplace.inThread(channel, "");
        assertThat(posted).hasSize(2);
        assertThat(posted.get(1).onlyFor()).isEqualTo("U1");
        assertThat(posted.get(1).seen()).contains("( Show the answer )");
      }
    }
  }

  private static List<Posted> publicly(FakeSlack slack) {
    return slack.workplace.posted().stream().filter(m -> m.onlyFor().isEmpty()).toList();
  }

  private static List<Posted> whispered(FakeSlack slack, String channel) {
    return slack.workplace.inThread(channel, "").stream()
        .filter(m -> !m.onlyFor().isEmpty())
        .toList();
  }

  private static Posted only(List<Posted> posted) {
    assertThat(posted).hasSize(1);
    return posted.get(0);
  }

  /** The second reply is of Markdown alone, whose blocks lose their names. */
  @ParameterizedTest
  @ValueSource(strings = {"What did Acme spend?", "why"})
  void a_lost_answer_in_a_direct_message_is_looked_for_and_found(String asked) {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.api.next(POST, new Fault.DoneThenCut());
      var ts = slack.workplace.ts();
      slack.event(Payloads.message("D1", "U1", ts, "", asked, "", "im"));
      until(() -> !slack.api.calls("conversations.history").isEmpty());
      var answer = slack.workplace.posted().get(0);
      var tenant = Workspaces.tenant(FakeSlack.TEAM);

      // Known as delivered: a reply below it goes on in its conversation.
      until(() -> fixture.desk().conversation(tenant, "D1:" + answer.ts()).isPresent());
      assertThat(slack.workplace.posted()).hasSize(1);
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  @Test
  void a_lost_post_in_a_direct_message_that_never_arrived_is_made_again() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      for (var fault : List.of(new Fault.Cut(), new Fault.Http(502))) {
        slack.api.next(POST, fault);
        if (fault instanceof Fault.Http) {
          // Slack limits how often an app may look, and loses answers to that, too.
          slack.api.next(HISTORY, new Fault.Limited(1));
          slack.api.next(HISTORY, new Fault.Cut());
        }
        var ts = slack.workplace.ts();
        slack.event(Payloads.message("D1", "U1", ts, "", "What did Acme spend?", "", "im"));
        until(() -> slack.api.calls(POST).size() % 2 == 0 && fixture.allEnded());
      }

      assertThat(slack.workplace.posted()).hasSize(2);
      var calls = slack.api.calls(POST);
      assertThat(calls).hasSize(4);
      assertThat(calls.get(1).at() - calls.get(0).at())
          .as("not before the first can no longer arrive")
          .isGreaterThan(BotFixture.PACE.callTimeout().toNanos());
    }
  }

  @Test
  void a_lost_answer_is_found_however_much_was_written_since() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.api.next(POST, new Fault.DoneThenCut());
      slack.api.next(HISTORY, new Fault.Limited(2));
      var ts = slack.workplace.ts();
      slack.event(Payloads.message("D1", "U1", ts, "", "What did Acme spend?", "", "im"));
      until(() -> slack.api.calls(HISTORY).size() == 1);
      for (int i = 0; i < 40; i++) {
        var next = slack.workplace.ts();
        slack.event(Payloads.message("D1", "U1", next, "", "help", "", "im"));
      }
      until(() -> fixture.allEnded());

      assertThat(slack.workplace.posted()).hasSize(41);
      assertThat(slack.api.calls(POST)).hasSize(41);
    }
  }

  @Test
  void what_is_for_the_asker_alone_stays_so_in_a_conversation_the_bot_is_not_in() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.workplace.outside.add("D7");
      slack.interaction(
          Payloads.messageShortcut(
              FakeSlack.TEAM,
              "D7",
              "U2",
              slack.workplace.ts(),
              "Acme spent 3 dollars",
              slack.api.responseUrl("D7", "U2")));
      until(() -> slack.workplace.posted().size() == 1);

      assertThat(slack.workplace.posted().get(0).onlyFor()).isEqualTo("U2");
    }
  }

  /** Row P6. */
  @Test
  void a_revoked_token_is_used_at_most_once_more_and_raises_one_alarm() throws Exception {
    try (var fixture = BotFixture.start(folder, Way.HTTP);
        var log = new LogLines()) {
      var slack = fixture.slack;
      slack.workplace.revoked.add(FakeSlack.BOT_TOKEN);
      var before = slack.api.calls().size();
      for (int i = 0; i < 5; i++) {
        slack.mention("C" + i, "What did Acme spend?");
        Thread.sleep(100);
      }
      until(() -> !fixture.bot().health().isUp());
      Thread.sleep(500);

      assertThat(slack.api.calls().size() - before).isEqualTo(1);
      assertThat(fixture.bot().health().state()).isEqualTo(Health.State.FAILED);
      assertThat(log.lines("ERROR").stream().filter(l -> l.contains("is refused"))).hasSize(1);
    }
  }

  /** Row P6, with eight answers under way at once. */
  @Test
  void a_token_revoked_while_answers_are_under_way_is_used_at_most_once_more() throws Exception {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      slack.api.around =
          step -> {
            if (step == FakeWebApi.Step.ARRIVED) {
              LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
          };
      slack.workplace.revoked.add(FakeSlack.BOT_TOKEN);
      var before = slack.api.calls().size();
      for (int i = 0; i < 8; i++) {
        slack.mention("C" + i, "What did Acme spend?");
      }
      until(fixture::allEnded);

      assertThat(slack.api.calls().size() - before).isBetween(1, 2);
    }
  }

  @Test
  void a_token_refused_at_the_start_ends_with_one_line_and_no_further_call() throws Exception {
    var slack = new FakeSlack();
    slack.workplace.revoked.add(FakeSlack.BOT_TOKEN);
    try (var log = new LogLines();
        var desk = DeskFixture.open(folder, new ScriptedAnswering(), InstantSource.system());
        var bot =
            SlackBot.start(
                BotFixture.settings(slack, Way.SOCKET),
                desk.desk(),
                (path, handler) -> {},
                InstantSource.system(),
                BotFixture.PACE)) {
      until(() -> bot.health().state() == Health.State.FAILED);
      Thread.sleep(500);

      assertThat(slack.api.calls()).hasSize(1);
      assertThat(bot.health().line()).contains("SLACK_BOT_TOKEN is refused", "start again");
      assertThat(log.lines("ERROR")).hasSize(1);
    } finally {
      slack.close();
    }
  }

  @Test
  void a_429_at_the_start_is_obeyed_to_the_second() {
    var slack = new FakeSlack();
    slack.api.next("auth.test", new Fault.Limited(2));
    try (var fixture = BotFixture.start(folder, Way.HTTP, slack)) {
      var calls = slack.api.calls("auth.test");
      assertThat(calls).hasSize(2);
      assertThat(calls.get(1).at() - calls.get(0).at())
          .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
      assertThat(fixture.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void a_workspace_that_refuses_citation_elements_gets_numbers_from_then_on() {
    var slack = new FakeSlack();
    slack.workplace.refusesCitations = true;
    try (var fixture = withCitations(slack, new ScriptedAnswering())) {
      for (int i = 0; i < 2; i++) {
        slack.mention("C" + i, "What did Acme spend?");
        var answers = i + 1;
        until(() -> slack.workplace.posted().size() == answers);
      }

      assertThat(slack.api.calls(POST)).hasSize(3);
      assertThat(fixture.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void a_reply_of_several_messages_is_whole_where_citations_are_refused_in_its_middle() {
    var slack = new FakeSlack();
    slack.api.around = step -> slack.workplace.refusesCitations |= step == Step.STORED;
    try (var fixture = withCitations(slack, DeliveryFaultsTest::longAnswer)) {
      slack.mention("C1", "What did Acme spend?");
      until(() -> !slack.workplace.posted().isEmpty() && fixture.allEnded());

      var posted = slack.workplace.posted();
      assertThat(posted).hasSizeGreaterThan(1);
      var seen = posted.stream().map(Posted::seen).collect(Collectors.joining("\n"));
      for (int i = 0; i < STATEMENTS; i++) {
        assertThat(seen.split("Fact " + i + " says", -1)).as("fact " + i).hasSize(2);
      }
    }
  }

  private static final int STATEMENTS = 60;

  private static Answered longAnswer(Question question) {
    var shortAnswer = new ScriptedAnswering().answer(question);
    var grounded = ScriptedAnswering.grounded();
    var statements = new ArrayList<Statement>();
    for (int i = 0; i < STATEMENTS; i++) {
      statements.add(
          new Statement(("Fact " + i + " says " + "much ".repeat(80)).strip() + ".", List.of(2)));
    }
    return new Answered(
        shortAnswer.query(),
        new Answer.Grounded(
            statements, grounded.citations(), List.of(), grounded.asOf(), grounded.followUps(), 0),
        shortAnswer.retrieve(),
        shortAnswer.write(),
        shortAnswer.total());
  }

  @Test
  void citation_elements_are_posted_and_what_is_pressed_below_them_works() {
    try (var fixture = withCitations(new FakeSlack(), new ScriptedAnswering())) {
      var slack = fixture.slack;
      slack.mention("C1", "What did Acme spend?");
      until(() -> slack.workplace.posted().size() == 1);
      var answer = slack.workplace.posted().get(0);
      assertThat(answer.blocks().toString()).contains("\"citation\"");

      assertThat(slack.press(answer, Buttons.EVIDENCE, "", "U2").isOk()).isTrue();
      until(() -> slack.workplace.posted().size() == 2);
    }
  }

  @Test
  void posts_to_one_channel_are_a_second_apart() {
    var slack = new FakeSlack();
    var pace =
        new SlackBot.Pace(
            BotFixture.PACE.callTimeout(), Duration.ofSeconds(1), BotFixture.PACE.sockets());
    try (var fixture =
        BotFixture.start(
            slack,
            true,
            folder,
            Way.HTTP,
            BotFixture.settings(slack, Way.HTTP),
            DeskFixture.SETTINGS,
            new ScriptedAnswering(),
            pace)) {
      for (int i = 0; i < 3; i++) {
        slack.mention("C1", "What did Acme spend?");
        slack.mention("C2", "What did Acme spend?");
      }
      until(() -> slack.workplace.posted().size() == 6);
      for (var channel : List.of("C1", "C2")) {
        var at =
            slack.api.calls(POST).stream()
                .filter(c -> channel.equals(c.arguments().get("channel")))
                .map(c -> c.at())
                .sorted()
                .toList();
        for (int i = 1; i < at.size(); i++) {
          assertThat(at.get(i) - at.get(i - 1)).isGreaterThan(Duration.ofMillis(800).toNanos());
        }
      }
      assertThat(fixture.bot().health().isUp()).isTrue();
    }
  }

  private BotFixture withCitations(FakeSlack slack, Answering answering) {
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
    return BotFixture.start(
        slack, true, folder, Way.HTTP, settings, DeskFixture.SETTINGS, answering, BotFixture.PACE);
  }
}
