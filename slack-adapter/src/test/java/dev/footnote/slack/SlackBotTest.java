package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.footnote.core.service.SettingsChange;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.blocks.Buttons;
import dev.footnote.slack.fake.Ack;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Posted;
import dev.footnote.slack.fake.SlackScreen;
import dev.footnote.slack.transport.Workspaces;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
      var ts = slack.workplace.ts();
      var asked = "<@UBOT|footnote> What did Acme and <@U3|Sam> spend?";
      slack.event(Payloads.mention("C1", "U1", ts, "", asked, ""));
      var answer = one(slack, "C1", ts);

      assertThat(answer.seen()).contains(ANSWER, "( Evidence )", "letter.example");
      var id = FakeSlack.element(answer, Buttons.EVIDENCE).get("value").getAsString();
      assertThat(
              fixture.desk().why(Workspaces.tenant(FakeSlack.TEAM), id).orElseThrow().plainText())
          .contains("Searched for: What did Acme and Sam spend?");
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

      assertThat(one(slack, "C1", "").seen())
          .contains("Question: What did Acme spend?", ANSWER, "( Why this answer )")
          .doesNotContain("Share with");
      slack.command("C2", "U1", "compare Acme and Zorp on funding");
      assertThat(one(slack, "C2", "").seen()).contains("Compare: Acme and Zorp on funding");
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

  @ParameterizedTest
  @EnumSource
  void a_thread_goes_on_without_a_mention_where_the_bot_was_asked(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var ts = slack.mention("C1", "What did Acme spend?");
      one(slack, "C1", ts);
      slack.event(reply(slack, ts, "U2", "And when?"));
      until(() -> slack.workplace.inThread("C1", ts).size() == 2);
      for (var chat :
          List.of(
              "<@U3> what did Acme say?",
              "Hey <@U3>, what did Acme say?",
              "<!here> what did Acme say?",
              "thanks",
              "I agree",
              "Acme again. Do you like them?")) {
        slack.event(reply(slack, ts, "U2", chat));
      }
      slack.event(reply(slack, "1716.000100", "U2", "A thread it never was in"));
      slack.event(reply(slack, "", "U2", "No thread at all"));
      slack.mention("C2", "What did Acme spend?");
      until(() -> slack.workplace.posted().size() == 3);

      assertThat(slack.workplace.inThread("C1", ts)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_pressed_below_an_answer_does_what_it_says(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var ts = slack.mention("C1", "What did Acme spend?");
      var answer = one(slack, "C1", ts);

      slack.press(answer, Buttons.EVIDENCE, "", "U2");
      var evidence = whispered(slack, "U2", 1);
      assertThat(evidence.seen()).contains("Evidence, verbatim", "\u201cAcme spent $72.2 billion");
      assertThat(evidence.thread()).isEqualTo(ts);

      slack.press(answer, "run.1", "", "U2");
      until(() ->
          slack.workplace.inThread("C1", ts).stream().filter(m -> m.onlyFor().isEmpty()).count()
              == 2);

      var id = FakeSlack.element(answer, Buttons.EVIDENCE).get("value").getAsString();
      slack.press(answer, Buttons.MORE, Buttons.WHY + id, "U2");
      assertThat(whispered(slack, "U2", 2).seen()).contains("How the question was understood");

      slack.press(answer, Buttons.MORE, Buttons.SHARE + id, "U2");
      until(() -> slack.workplace.inThread("C1", "").size() == 1);
      assertThat(slack.workplace.inThread("C1", "").get(0).seen())
          .as("everybody in the channel sees it already")
          .contains("( Why this answer )")
          .doesNotContain("Share with");

      slack.press(answer, Buttons.FEEDBACK, Buttons.GOOD + id, "U2");
      assertThat(whispered(slack, "U2", 3).seen()).contains("Thank you");

      slack.press(answer, Buttons.FEEDBACK, Buttons.BAD + id, "U2");
      until(() -> slack.workplace.modals().size() == 1);
      var modal = slack.workplace.modals().get(0);
      assertThat(modal.get("private_metadata").getAsString()).isEqualTo(id);
      var ack =
          slack.interaction(
              Payloads.submitted(
                  FakeSlack.TEAM,
                  "U2",
                  modal,
                  "V1",
                  Map.of("reason", Payloads.choice("OUTDATED"), "words", Payloads.text("newer"))));
      assertThat(ack.isOk()).isTrue();
      assertThat(ack.body()).isEmpty();
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_private_answer_is_shared_once_with_its_question(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var tenant = Workspaces.tenant(FakeSlack.TEAM);
      fixture
          .desk()
          .change(tenant, BotFixture.ADMIN, true, new SettingsChange.PrivateByDefault(true));
      slack.command("C1", "U2", "What did Acme spend?");
      var answer = whispered(slack, "U2", 1);
      var id = FakeSlack.element(answer, Buttons.EVIDENCE).get("value").getAsString();
      for (int i = 0; i < 3; i++) {
        slack.press(answer, Buttons.MORE, Buttons.SHARE + id, i == 2 ? "U3" : "U2");
      }
      fixture.restart(way);
      slack.press(answer, Buttons.MORE, Buttons.SHARE + id, "U2");
      slack.press(answer, Buttons.MORE, Buttons.SHARE + "nothing", "U2");
      assertThat(whispered(slack, "U2", 2).seen()).contains("no longer on file");
      until(fixture::allEnded);

      var shared = slack.workplace.posted().stream().filter(m -> m.onlyFor().isEmpty()).toList();
      assertThat(shared).hasSize(1);
      assertThat(shared.get(0).seen())
          .startsWith("Shared answer to: What did Acme spend?")
          .contains(ANSWER, "( Evidence )")
          .doesNotContain("Share with the channel");
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void why_explains_the_answer_it_stands_below(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var ts = slack.mention("C1", "What did Acme spend?");
      var first = one(slack, "C1", ts);
      slack.event(reply(slack, ts, "U2", "And Acme since Monday?"));
      until(() -> slack.workplace.inThread("C1", ts).size() == 2);
      var id = FakeSlack.element(first, Buttons.EVIDENCE).get("value").getAsString();
      slack.press(first, Buttons.MORE, Buttons.WHY + id, "U2");

      assertThat(whispered(slack, "U2", 1).seen())
          .contains("Searched for: What did Acme spend?")
          .doesNotContain("Monday");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_press_that_Slack_tells_of_twice_counts_once(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      slack.event(
          Payloads.message("D1", "U1", slack.workplace.ts(), "", "Acme spend?", "m1", "im"));
      var answer = one(slack, "D1", "");
      var press =
          Payloads.pressed(
              answer,
              FakeSlack.element(answer, Buttons.EVIDENCE),
              "",
              "U1",
              slack.api.responseUrl("D1", "U1"));
      for (int i = 0; i < 3; i++) {
        assertThat(slack.interaction(press).isOk()).isTrue();
      }
      slack.press(answer, "run.1", "", "U1");
      until(() -> slack.workplace.posted().size() >= 3);

      assertThat(slack.workplace.posted()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_nobody_has_on_file_is_said_to_be_gone(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var answer = one(slack, "C1", slack.mention("C1", "What did Acme spend?"));
      slack.press(answer, Buttons.FEEDBACK, Buttons.GOOD + "nothing", "U2");

      assertThat(whispered(slack, "U2", 1).seen()).contains("no longer on file");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_message_is_checked_for_the_asker_alone(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      slack.interaction(
          Payloads.messageShortcut(
              FakeSlack.TEAM,
              "C1",
              "U2",
              "1717.000100",
              "Acme spent 3 dollars",
              slack.api.responseUrl("C1", "U2")));

      assertThat(whispered(slack, "U2", 1).seen()).contains("Acme");
      assertThat(slack.workplace.posted()).allSatisfy(m -> assertThat(m.onlyFor()).isEqualTo("U2"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_global_shortcut_takes_a_question_and_answers_as_a_direct_message(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      slack.interaction(Payloads.globalShortcut(FakeSlack.TEAM, "U2"));
      until(() -> slack.workplace.modals().size() == 1);
      slack.interaction(
          Payloads.submitted(
              FakeSlack.TEAM,
              "U2",
              slack.workplace.modals().get(0),
              "V7",
              Map.of("question", Payloads.text("What did Acme spend?"))));

      assertThat(one(slack, "U2", "").seen()).contains(ANSWER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void Home_shows_stories_questions_and_the_settings_its_reader_may_edit(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      for (var user : List.of("U2", BotFixture.ADMIN)) {
        var opened = Payloads.event("app_home_opened");
        opened.addProperty("user", user);
        opened.addProperty("tab", "home");
        slack.event(opened);
        until(() -> slack.workplace.homes().containsKey(user));
      }
      var member = blocks(slack, "U2");
      var admin = blocks(slack, BotFixture.ADMIN);
      assertThat(SlackScreen.of(member).seen())
          .contains("Top stories", "What to ask", "Only the bot's administrators");
      assertThat(SlackScreen.of(admin).seen()).contains("( Change the settings )");

      slack.interaction(
          Payloads.pressedAtHome(FakeSlack.TEAM, FakeSlack.find(member, "run.s0"), "U2"));
      until(() -> !slack.workplace.inThread("U2", "").isEmpty());
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void administrators_change_the_settings_and_answers_follow_them(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      slack.command("C1", BotFixture.ADMIN, "settings");
      until(() -> slack.workplace.modals().size() == 1);
      var modal = slack.workplace.modals().get(0);
      assertThat(submit(slack, modal, "C0000001", "C0000002").body()).isEmpty();

      var settings = fixture.desk().settings(Workspaces.tenant(FakeSlack.TEAM));
      assertThat(settings.privateByDefault()).isTrue();
      assertThat(settings.channels()).containsExactlyInAnyOrder("C0000001", "C0000002");

      slack.command("C1", BotFixture.ADMIN, "settings");
      until(() -> slack.workplace.modals().size() == 2);
      assertThat(slack.workplace.modals().get(1).toString())
          .contains(BotFixture.ADMIN + ": answers private by default: yes");

      slack.command("C0000001", "U2", "What did Acme spend?");
      assertThat(whispered(slack, "U2", 1).seen()).contains(ANSWER);
      assertThat(slack.command("C0000009", "U2", "What did Acme spend?").body())
          .contains("ephemeral", "do not answer in this channel");
      assertThat(slack.command("D0000009", "U2", "What did Acme spend?").body())
          .as("a direct message is nobody's channel")
          .isEmpty();
      slack.interaction(
          Payloads.submitted(
              FakeSlack.TEAM,
              "U3",
              FakeSlack.json("{\"type\":\"modal\",\"callback_id\":\"ask\"}"),
              "V9",
              Map.of("question", Payloads.text("What did Acme spend?"))));
      assertThat(one(slack, "U3", "").seen()).contains(ANSWER);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_command_where_the_bot_is_not_a_member_is_answered_all_the_same(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      slack.workplace.outside.add("C8");
      slack.command("C8", "U2", "What did Acme spend?");

      assertThat(one(slack, "C8", "").seen()).contains(ANSWER);
    }
  }

  /** Row C5. */
  @ParameterizedTest
  @EnumSource
  void bots_edits_and_the_bot_itself_get_no_reply(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var call = "<@" + FakeSlack.BOT + "> What did Acme spend?";
      for (var type : List.of("im", "channel")) {
        var own = Payloads.message("D1", FakeSlack.BOT, slack.workplace.ts(), "", call, "", type);
        var bot = Payloads.message("D1", "U5", slack.workplace.ts(), "", call, "", type);
        bot.addProperty("bot_id", "B5");
        var edited = Payloads.message("D1", "U5", slack.workplace.ts(), "", call, "", type);
        edited.add("edited", FakeSlack.json("{\"user\":\"U5\",\"ts\":\"1717.2\"}"));
        var changed = Payloads.message("D1", "U5", slack.workplace.ts(), "", call, "", type);
        changed.addProperty("subtype", "message_changed");
        var botMessage = Payloads.message("D1", "U5", slack.workplace.ts(), "", call, "", type);
        botMessage.addProperty("subtype", "bot_message");
        for (var kind : List.of("file_share", "thread_broadcast")) {
          var shared = Payloads.message("D1", "U5", slack.workplace.ts(), "", call, "", type);
          shared.addProperty("subtype", kind);
          shared.addProperty("bot_id", "B5");
          assertThat(slack.event(shared).isOk()).as(shared.toString()).isTrue();
        }
        var mention = Payloads.mention("C1", "U5", slack.workplace.ts(), "", call, "");
        mention.addProperty("bot_id", "B5");
        var editedMention = Payloads.mention("C1", "U5", slack.workplace.ts(), "", call, "");
        editedMention.add("edited", FakeSlack.json("{\"user\":\"U5\",\"ts\":\"1717.2\"}"));
        for (var event : List.of(own, bot, edited, changed, botMessage, mention, editedMention)) {
          assertThat(slack.event(event).isOk()).as(event.toString()).isTrue();
        }
      }
      var ts = slack.mention("C1", "What did Acme spend?");
      one(slack, "C1", ts);

      assertThat(slack.workplace.posted()).hasSize(1);
    }
  }

  private static JsonArray blocks(FakeSlack slack, String user) {
    return Objects.requireNonNull(slack.workplace.homes().get(user)).getAsJsonArray("blocks");
  }

  private static Ack submit(FakeSlack slack, JsonObject modal, String... channels) {
    return slack.interaction(
        Payloads.submitted(
            FakeSlack.TEAM,
            BotFixture.ADMIN,
            modal,
            "V2",
            Map.of(
                "seen_by", Payloads.choice("asker"),
                "length", Payloads.choice("NORMAL"),
                "channels", Payloads.conversations(channels))));
  }

  private static JsonObject reply(FakeSlack slack, String thread, String user, String text) {
    return Payloads.message("C1", user, slack.workplace.ts(), thread, text, "", "channel");
  }

  private static Posted whispered(FakeSlack slack, String user, int number) {
    until(() -> only(slack, user).size() >= number);
    return only(slack, user).get(number - 1);
  }

  private static List<Posted> only(FakeSlack slack, String user) {
    return slack.workplace.posted().stream().filter(m -> m.onlyFor().equals(user)).toList();
  }

  private static Posted one(FakeSlack slack, String channel, String thread) {
    until(() -> !slack.workplace.inThread(channel, thread).isEmpty());
    List<Posted> posted = slack.workplace.inThread(channel, thread);
    assertThat(posted).hasSize(1);
    return posted.get(0);
  }
}
