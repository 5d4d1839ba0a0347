package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.google.gson.JsonObject;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.blocks.Buttons;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Fault;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.transport.Workspaces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Rows P2 and P3: who may change settings, and what never reaches a log. */
class SecrecyTest {

  @TempDir Path folder;

  /** Row P3: 10,000 requests in full runs. All is at TRACE but what the SDK would write itself. */
  @ParameterizedTest
  @EnumSource
  void nothing_anybody_typed_and_no_token_is_logged_at_any_level(Way way) throws Exception {
    int requests = BotFixture.FULL ? 5_000 : 52;
    try (var log = new LogLines().atTrace();
        var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      for (int i = 0; i < requests; i++) {
        switch (i % 13) {
          case 0 -> slack.command("C" + i, "U1", "canaryTyped Acme?");
          case 1 -> slack.mention("C" + i, "canaryTyped Acme?");
          case 2 -> {
            slack.api.next("chat.postMessage", new Fault.Cut());
            slack.mention("C" + i, "canaryTyped Acme?");
          }
          case 3 -> {
            slack.api.next("chat.postMessage", new Fault.HalfAnswer());
            slack.mention("C" + i, "canaryTyped Acme?");
          }
          case 4 -> {
            // Of no kind that anybody knows; Bolt would log the whole of it.
            var unknown = Payloads.callback(FakeSlack.TEAM, "Ev" + i, Payloads.event("message"));
            unknown.addProperty("type", "canaryTyped");
            slack.callback(unknown, Duration.ofMillis(100));
          }
          case 5 -> {
            // Breaks the SDK while it reads.
            var broken = Payloads.event("message");
            broken.addProperty("blocks", "canaryTyped");
            slack.callback(
                Payloads.callback(FakeSlack.TEAM, "Ev" + i, broken), Duration.ofMillis(100));
          }
          case 7 ->
              slack.interaction(
                  Payloads.submitted(
                      FakeSlack.TEAM,
                      "U" + i,
                      FakeSlack.json("{\"type\":\"modal\",\"callback_id\":\"ask\"}"),
                      "V" + i,
                      Map.of("question", Payloads.text("canaryTyped Acme?"))));
          case 8 ->
              slack.interaction(
                  Payloads.submitted(
                      FakeSlack.TEAM,
                      "U2",
                      FakeSlack.json(
                          "{\"type\":\"modal\",\"callback_id\":\"feedback\",\"private_metadata\":\"canaryAnswer\"}"),
                      "V" + i,
                      Map.of(
                          "reason",
                          Payloads.choice("OUTDATED"),
                          "words",
                          Payloads.text("canaryTyped words"))));
          case 9 -> {
            var ts = slack.mention("C" + i, "canaryTyped Acme?");
            slack.event(
                Payloads.message(
                    "C" + i,
                    "U3",
                    slack.workplace.ts(),
                    ts,
                    "What is canaryTyped Acme?",
                    "",
                    "channel"));
          }
          case 10 -> {
            var changed =
                Payloads.message("D1", "U1", slack.workplace.ts(), "", "canaryTyped", "", "im");
            changed.addProperty("subtype", "message_changed");
            changed.add(
                "previous_message",
                Payloads.message("D1", "U1", "1.2", "", "canaryTyped Acme", "", "im"));
            slack.event(changed);
          }
          case 11 ->
              // A modal of no kind that anybody knows.
              slack.interaction(
                  Payloads.submitted(
                      FakeSlack.TEAM,
                      "U2",
                      FakeSlack.json(
                          "{\"type\":\"modal\",\"callback_id\":\"of_next_year\",\"private_metadata\":\"canaryMeta\"}"),
                      "V" + i,
                      Map.of("words", Payloads.text("canaryTyped words"))));
          case 6 ->
              slack.interaction(
                  Payloads.messageShortcut(
                      FakeSlack.TEAM,
                      "C1",
                      "U2",
                      slack.workplace.ts(),
                      "canaryTyped Acme",
                      slack.api.responseUrl("C1", "U2")));
          default ->
              slack.event(
                  Payloads.message(
                      "D1", "U1", slack.workplace.ts(), "", "canaryTyped Acme", "", "im"));
        }
      }
      until(() -> slack.workplace.posted().size() >= requests / 2);
      var answer = slack.workplace.posted().stream().filter(m -> m.onlyFor().isEmpty()).findFirst();
      slack.press(answer.orElseThrow(), Buttons.EVIDENCE, "", "U2");
      slack.workplace.revoked.add(FakeSlack.BOT_TOKEN);
      slack.mention("CLAST", "canaryTyped Acme?");
      until(() -> !fixture.bot().health().isUp());

      assertThat(log.lines()).isNotEmpty();
      assertThat(log.lines())
          .noneMatch(l -> l.contains("canary"))
          .noneMatch(l -> l.contains("/response/"))
          .noneMatch(l -> l.contains("ticket="));
    }
  }

  @Test
  void a_log_that_would_tell_everything_keeps_the_bot_from_starting() {
    var chatty = (Logger) LoggerFactory.getLogger("com.slack.api");
    chatty.setLevel(Level.DEBUG);
    try (var slack = new FakeSlack()) {
      assertThatThrownBy(() -> BotFixture.start(folder, Way.HTTP, slack))
          .hasMessageContaining("INFO in logback.xml");
    } finally {
      chatty.setLevel(Level.INFO);
    }
  }

  /** Row P2: 200 forged settings forms, by members and by administrators of other workspaces. */
  @ParameterizedTest
  @EnumSource
  void forged_settings_change_nothing_and_leave_a_line_each(Way way) {
    try (var fixture = BotFixture.start(folder, way)) {
      var slack = fixture.slack;
      var tenant = Workspaces.tenant(FakeSlack.TEAM);
      var before = fixture.desk().settings(tenant);
      var modal =
          FakeSlack.json(
              "{\"type\":\"modal\",\"callback_id\":\"settings\",\"private_metadata\":\"UADMIN\"}");
      for (int i = 0; i < 200; i++) {
        Map<String, JsonObject> values = new HashMap<>();
        values.put("seen_by", Payloads.choice(i % 2 == 0 ? "asker" : "all"));
        values.put("length", Payloads.choice("NORMAL"));
        values.put("channels", Payloads.conversations());
        var payload =
            Payloads.submitted(
                FakeSlack.TEAM, "UFORGER" + i, modal, "V" + UUID.randomUUID(), values);
        var ack = slack.interaction(payload);
        assertThat(ack.body()).contains("errors");
      }
      assertThat(fixture.desk().settings(tenant)).isEqualTo(before);
      var audit = fixture.desk().audit(tenant, 1_000);
      assertThat(audit).hasSize(200).allMatch(line -> line.refused());

      slack.command("C1", "U2", "settings");
      until(() -> slack.workplace.modals().size() == 1);
      assertThat(slack.workplace.modals().get(0).toString())
          .contains("Only the bot's administrators");
      assertThat(List.copyOf(slack.workplace.violations)).isEmpty();
    }
  }
}
