package dev.footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Finding.State;
import dev.footnote.core.service.Secret;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.FakeSockets.Mood;
import dev.footnote.slack.fake.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackDoctorTest {

  private static final String MEMBERS = String.join("-", "xoxp", "canaryMember");

  @Test
  void what_works_is_said_to_work_and_nothing_is_posted() {
    try (var slack = new FakeSlack()) {
      var findings = SlackDoctor.diagnose(BotFixture.settings(slack, Way.SOCKET));

      assertThat(findings).allMatch(f -> f.state() == State.OK);
      assertThat(findings.toString()).contains("Socket Mode connects", "the least set");
      assertThat(slack.workplace.posted()).isEmpty();
    }
  }

  @Test
  void what_does_not_work_is_named_with_the_way_out() {
    try (var slack = new FakeSlack()) {
      slack.scopes("chat:write", "commands", "im:history", "users:read");
      assertThat(state(slack, "app_mentions:read")).isEqualTo(State.FAILED);
      slack.scopes("app_mentions:read", "chat:write", "commands", "im:history", "users:read");
      assertThat(state(slack, "users:read")).isEqualTo(State.WARNING);
      slack.api.next("auth.test", new Fault.Refusal("invalid_auth"));
      assertThat(state(slack, "SLACK_BOT_TOKEN: refused")).isEqualTo(State.FAILED);
      slack.workplace.tokens.put(MEMBERS, slack.workplace.tokens.get(FakeSlack.BOT_TOKEN));
      assertThat(SlackDoctor.diagnose(withToken(slack, MEMBERS)).toString())
          .contains("FAILED", "a member's token");
      slack.api.next("auth.test", new Fault.Cut());
      assertThat(state(slack, "Slack was not reached")).isEqualTo(State.FAILED);
      slack.api.next("apps.connections.open", new Fault.Refusal("not_allowed_token_type"));
      assertThat(state(slack, "SLACK_APP_TOKEN: refused")).isEqualTo(State.FAILED);
      slack.sockets.mood = Mood.CLOSES;
      assertThat(state(slack, "no connection came about")).isEqualTo(State.FAILED);
    }
  }

  @Test
  void settings_come_from_the_environment_and_problems_name_the_way_out() {
    assertThat(SlackSettings.of(Map.of(), Optional.empty())).isEmpty();
    var settings =
        SlackSettings.of(
                Map.of(
                    "SLACK_BOT_TOKEN", " bot ",
                    "SLACK_APP_TOKEN", "app",
                    "SLACK_ADMINS", "U1, U2",
                    "SLACK_NATIVE_CITATIONS", "true"),
                Optional.empty())
            .orElseThrow();
    assertThat(settings.botToken().orElseThrow().reveal()).isEqualTo("bot");
    assertThat(settings.administrators()).containsExactlyInAnyOrder("U1", "U2");
    assertThat(settings.nativeCitations()).isTrue();
    assertThat(settings.toString()).doesNotContain("bot ", "app,");

    for (var environment :
        List.of(
            Map.of("SLACK_BOT_TOKEN", "b"),
            Map.of("SLACK_APP_TOKEN", "a"),
            Map.of("SLACK_SIGNING_SECRET", "s"),
            Map.of("SLACK_BOT_TOKEN", "b", "SLACK_APP_TOKEN", "a", "SLACK_NATIVE_CITATIONS", "1"),
            Map.of(
                "SLACK_CLIENT_ID", "c",
                "SLACK_CLIENT_SECRET", "s",
                "SLACK_TOKEN_KEY", "short",
                "SLACK_SIGNING_SECRET", "s"),
            Map.of("SLACK_CLIENT_ID", "c", "SLACK_SIGNING_SECRET", "s"))) {
      assertThatThrownBy(() -> SlackSettings.of(environment, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("SLACK_");
    }
  }

  private static SlackSettings withToken(FakeSlack slack, String token) {
    var usual = BotFixture.settings(slack, Way.SOCKET);
    return new SlackSettings(
        Optional.of(new Secret(token)),
        usual.appToken(),
        usual.signingSecret(),
        usual.install(),
        usual.administrators(),
        usual.api(),
        false);
  }

  private static State state(FakeSlack slack, String what) {
    return SlackDoctor.diagnose(BotFixture.settings(slack, Way.SOCKET)).stream()
        .filter(f -> f.what().contains(what))
        .peek(f -> assertThat(f.wayOut()).isNotEmpty())
        .map(Finding::state)
        .findFirst()
        .orElseThrow();
  }
}
