package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.jdbc.Rows;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.Secret;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import dev.footnote.slack.fake.Workplace;
import dev.footnote.slack.transport.TokenCipher;
import dev.footnote.slack.transport.Workspaces;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many workspaces: installing, tokens at rest, and uninstalling in either order. */
class InstallTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final Secret CLIENT_SECRET = new Secret("canaryClientSecret");

  @TempDir Path folder;

  @Test
  void a_workspace_installs_the_bot_and_is_answered_after_a_restart_too() throws Exception {
    try (var fixture = start()) {
      install(fixture, "T7", "xoxb-canary-seven");
      ask(fixture, "T7", "C1");
      until(() -> fixture.slack.workplace.posted().size() == 1);
      fixture.restart(Way.HTTP);
      ask(fixture, "T7", "C2");
      until(() -> fixture.slack.workplace.posted().size() == 2);

      assertThat(fixture.slack.workplace.posted().get(1).team()).isEqualTo("T7");
      assertThat(everything()).doesNotContain("canary-seven");
    }
  }

  @Test
  void an_installation_that_did_not_begin_in_this_browser_is_refused() throws Exception {
    try (var fixture = start()) {
      var begun = begin(fixture, HttpClient.newHttpClient());
      var other = end(fixture, HttpClient.newHttpClient(), state(begun), "code");
      assertThat(other.statusCode()).isEqualTo(400);
      var forged = state(begun).replaceFirst("^....", "0000");
      var same = browser();
      begin(fixture, same);
      assertThat(end(fixture, same, forged, "code").statusCode()).isEqualTo(400);

      assertThat(fixture.slack.api.calls("oauth.v2.access")).isEmpty();
    }
  }

  @Test
  void a_code_that_Slack_does_not_know_installs_nothing() throws Exception {
    try (var fixture = start()) {
      var browser = browser();
      var response = end(fixture, browser, state(begin(fixture, browser)), "unknown");

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(fixture.desk().data().having("slack", "installation")).isEmpty();
    }
  }

  @Test
  void either_order_of_uninstalling_erases_that_workspace_and_no_other() throws Exception {
    for (var order :
        List.of(
            List.of("app_uninstalled", "tokens_revoked"),
            List.of("tokens_revoked", "app_uninstalled"))) {
      try (var fixture = start()) {
        install(fixture, "T7", "xoxb-canary-seven");
        install(fixture, "T8", "xoxb-canary-eight");
        ask(fixture, "T7", "C1");
        ask(fixture, "T8", "C2");
        until(() -> fixture.slack.workplace.posted().size() == 2);
        var tenant = Workspaces.tenant("T7");
        var reference =
            "C1:"
                + fixture.slack.workplace.posted().stream()
                    .filter(m -> m.team().equals("T7"))
                    .findFirst()
                    .orElseThrow()
                    .ts();
        until(() -> fixture.desk().conversation(tenant, reference).isPresent());

        for (var type : order) {
          var event = Payloads.event(type);
          if (type.equals("tokens_revoked")) {
            event.add("tokens", FakeSlack.json("{\"oauth\":[],\"bot\":[\"UBOT\"]}"));
          }
          var callback = Payloads.callback("T7", "Ev" + UUID.randomUUID(), event);
          callback.addProperty("event_time", System.currentTimeMillis() / 1000 + 1);
          assertThat(fixture.slack.callback(callback, Duration.ofSeconds(3)).isOk()).isTrue();
          assertThat(fixture.desk().conversation(tenant, reference)).isEmpty();
          assertThat(fixture.desk().data().get(tenant, "installation")).isEmpty();
        }
        ask(fixture, "T7", "C3");
        ask(fixture, "T8", "C4");
        until(() -> fixture.slack.workplace.posted().size() == 3);
        assertThat(fixture.slack.workplace.posted().get(2).team()).isEqualTo("T8");
        assertThat(fixture.desk().data().having("slack", "installation"))
            .containsExactly(Workspaces.tenant("T8"));
      }
    }
  }

  @Test
  void a_members_own_token_that_is_revoked_erases_nothing() throws Exception {
    try (var fixture = start()) {
      install(fixture, "T7", "xoxb-canary-seven");
      var event = Payloads.event("tokens_revoked");
      event.add("tokens", FakeSlack.json("{\"oauth\":[\"U1\"],\"bot\":[]}"));
      fixture.slack.callback(Payloads.callback("T7", "Ev1", event), Duration.ofSeconds(3));

      assertThat(fixture.desk().data().having("slack", "installation")).hasSize(1);
    }
  }

  @Test
  void an_uninstallation_from_before_the_installation_erases_nothing() throws Exception {
    try (var fixture = start()) {
      install(fixture, "T7", "xoxb-canary-seven");
      var callback = Payloads.callback("T7", "Ev1", Payloads.event("app_uninstalled"));
      callback.addProperty("event_time", System.currentTimeMillis() / 1000 - 60);
      fixture.slack.callback(callback, Duration.ofSeconds(3));

      assertThat(fixture.desk().data().having("slack", "installation")).hasSize(1);
    }
  }

  @Test
  void another_key_keeps_the_bot_from_starting() throws Exception {
    try (var fixture = start()) {
      install(fixture, "T7", "xoxb-canary-seven");
      var other = new byte[32];
      other[0] = 1;
      var key = new Secret(Base64.getEncoder().encodeToString(other));
      var workspaces = new Workspaces(fixture.desk().data(), Optional.of(new TokenCipher(key)));

      assertThatThrownBy(workspaces::check)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("SLACK_TOKEN_KEY")
          .hasMessageContaining("bring back the key");
    }
  }

  @Test
  void one_installation_that_cannot_be_read_is_named_and_the_others_are_served() throws Exception {
    try (var fixture = start();
        var log = new LogLines()) {
      install(fixture, "T7", "xoxb-canary-seven");
      install(fixture, "T8", "xoxb-canary-eight");
      fixture.desk().data().put(Workspaces.tenant("T7"), "installation", new byte[40]);
      fixture.restart(Way.HTTP);
      ask(fixture, "T7", "C1");
      ask(fixture, "T8", "C2");
      until(() -> fixture.slack.workplace.posted().size() == 1);

      assertThat(fixture.slack.workplace.posted().get(0).team()).isEqualTo("T8");
      assertThat(fixture.bot().health().isUp()).isTrue();
      assertThat(fixture.bot().health().line()).contains("cannot be served: 1");
      assertThat(log.lines("ERROR"))
          .singleElement()
          .asString()
          .contains("slack:T7", "install the app in that workspace again");
    }
  }

  @Test
  void installing_again_takes_nothing_from_the_administrators() throws Exception {
    try (var fixture = start()) {
      install(fixture, "T7", "xoxb-canary-seven");
      install(fixture, "T7", "xoxb-canary-again", "USECOND");
      fixture.restart(Way.HTTP);
      var all =
          new Workspaces(fixture.desk().data(), Optional.of(new TokenCipher(new Secret(KEY))));
      var workspace = all.of("T7").orElseThrow();
      assertThat(workspace.administrators()).containsExactlyInAnyOrder("UADMIN", "USECOND");
      assertThat(workspace.token().reveal()).isEqualTo("xoxb-canary-again");

      fixture.slack.callback(uninstalled("T7"), Duration.ofSeconds(3));
      install(fixture, "T7", "xoxb-canary-third", "UTHIRD");
      all = new Workspaces(fixture.desk().data(), Optional.of(new TokenCipher(new Secret(KEY))));
      assertThat(all.of("T7").orElseThrow().administrators())
          .as("what was erased is forgotten")
          .containsExactly("UTHIRD");
    }
  }

  /** Row P2: an administrator of one workspace is nobody in another. */
  @Test
  void administrators_of_another_workspace_change_nothing() throws Exception {
    try (var fixture = start()) {
      var slack = fixture.slack;
      install(fixture, "T7", "xoxb-canary-seven", "USEVEN");
      install(fixture, "T8", "xoxb-canary-eight", "UEIGHT");
      var before = fixture.desk().settings(Workspaces.tenant("T7"));
      var modal =
          FakeSlack.json(
              "{\"type\":\"modal\",\"callback_id\":\"settings\",\"private_metadata\":\"T7\"}");
      for (int i = 0; i < 20; i++) {
        var choice = i % 2 == 0 ? "asker" : "all";
        var forged =
            Payloads.submitted(
                "T7", "UEIGHT", modal, "V" + i, Map.of("seen_by", Payloads.choice(choice)));
        forged.getAsJsonObject("user").addProperty("team_id", "T8");
        assertThat(slack.interaction(forged).body()).contains("errors");
      }
      var own =
          Payloads.submitted(
              "T8", "UEIGHT", modal, "VOWN", Map.of("seen_by", Payloads.choice("asker")));
      own.getAsJsonObject("view").addProperty("team_id", "T7");
      own.getAsJsonObject("view").addProperty("app_installed_team_id", "T7");
      assertThat(slack.interaction(own).body()).isEmpty();

      assertThat(fixture.desk().settings(Workspaces.tenant("T7"))).isEqualTo(before);
      assertThat(fixture.desk().audit(Workspaces.tenant("T7"), 100))
          .hasSize(20)
          .allMatch(line -> line.refused());
      assertThat(fixture.desk().settings(Workspaces.tenant("T8")).privateByDefault()).isTrue();
    }
  }

  /** Row P6, for one workspace of many. */
  @Test
  void one_workspaces_revoked_token_raises_an_alarm_and_disturbs_no_other() throws Exception {
    try (var fixture = start();
        var log = new LogLines()) {
      install(fixture, "T7", "xoxb-canary-seven");
      install(fixture, "T8", "xoxb-canary-eight");
      fixture.slack.workplace.revoked.add("xoxb-canary-seven");
      var before = fixture.slack.api.calls().size();
      for (int i = 0; i < 3; i++) {
        ask(fixture, "T7", "C" + i);
        until(fixture::allEnded);
      }
      assertThat(fixture.slack.api.calls().size() - before).isEqualTo(1);
      assertThat(log.lines("ERROR")).singleElement().asString().contains("T7", "is refused");
      assertThat(fixture.bot().health().isUp()).isTrue();
      assertThat(fixture.bot().health().line()).contains("cannot be served: 1");

      ask(fixture, "T8", "C8");
      until(() -> fixture.slack.workplace.posted().size() == 1);
      install(fixture, "T7", "xoxb-canary-another");
      ask(fixture, "T7", "C9");
      until(() -> fixture.slack.workplace.posted().size() == 2);
      assertThat(fixture.bot().health().line()).doesNotContain("cannot be served");
    }
  }

  /** Row P4: the bot ends in the middle, and Slack tells of it again. */
  @Test
  void an_uninstallation_that_was_cut_off_is_not_acknowledged_and_done_the_next_time()
      throws Exception {
    try (var fixture = start()) {
      install(fixture, "T7", "xoxb-canary-seven");
      ask(fixture, "T7", "C1");
      until(fixture::allEnded);
      long before = fixture.rows("T7");
      fixture.change(
          "CREATE TRIGGER cut BEFORE DELETE ON answer BEGIN SELECT RAISE(ABORT, 'cut'); END");
      var callback = uninstalled("T7");
      assertThat(fixture.slack.callback(callback, Duration.ofSeconds(5)).isOk()).isFalse();
      assertThat(fixture.rows("T7")).isEqualTo(before).isPositive();

      fixture.change("DROP TRIGGER cut");
      fixture.restart(Way.HTTP);
      assertThat(fixture.slack.callback(callback, Duration.ofSeconds(5)).isOk()).isTrue();
      assertThat(fixture.rows("T7")).isZero();
    }
  }

  private static JsonObject uninstalled(String team) {
    var callback = Payloads.callback(team, "EvGone", Payloads.event("app_uninstalled"));
    callback.addProperty("event_time", System.currentTimeMillis() / 1000 + 1);
    return callback;
  }

  @Test
  void what_was_let_in_while_a_workspace_uninstalled_is_erased_too() throws Exception {
    var inside = new CountDownLatch(1);
    var erased = new CountDownLatch(1);
    try (var slack = new FakeSlack();
        var fixture = DeskFixture.open(folder, new ScriptedAnswering(), InstantSource.system());
        var bot =
            SlackBot.start(
                BotFixture.settings(slack, Way.SOCKET),
                holding(fixture.desk(), inside, erased),
                (path, handler) -> {},
                InstantSource.system(),
                BotFixture.PACE)) {
      fixture.desk().start();
      until(() -> slack.sockets.connected() == 1);
      var asking = Thread.ofVirtual().start(() -> slack.mention("C1", "What did Acme spend?"));
      inside.await();
      var gone = uninstalled(FakeSlack.TEAM);
      assertThat(slack.callback(gone, Duration.ofSeconds(3)).isOk()).isTrue();
      erased.countDown();
      asking.join();
      assertThat(Rows.of(folder, FakeSlack.TEAM)).as("came too late").isPositive();

      until(() -> Rows.of(folder, FakeSlack.TEAM) == 0);
      assertThat(bot.health().line()).contains("uninstalled");
    }
  }

  /** A desk that lets nothing in until that has happened. */
  private static Desk holding(Desk desk, CountDownLatch inside, CountDownLatch until) {
    return (Desk)
        Proxy.newProxyInstance(
            Desk.class.getClassLoader(),
            new Class<?>[] {Desk.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("admit")) {
                inside.countDown();
                until.await();
              }
              return method.invoke(desk, arguments);
            });
  }

  private BotFixture start() {
    var slack = new FakeSlack();
    var usual = BotFixture.settings(slack, Way.HTTP);
    var settings =
        new SlackSettings(
            Optional.empty(),
            Optional.empty(),
            usual.signingSecret(),
            Optional.of(
                new SlackSettings.Install(
                    "123.456",
                    CLIENT_SECRET,
                    new Secret(KEY),
                    SlackSettings.LEAST_SCOPES,
                    URI.create("https://slack.example/oauth/v2/authorize"))),
            Set.of(),
            usual.api(),
            false);
    return BotFixture.start(
        slack,
        true,
        folder.resolve(UUID.randomUUID().toString()),
        Way.HTTP,
        settings,
        DeskFixture.SETTINGS,
        new ScriptedAnswering(),
        BotFixture.PACE);
  }

  private static void ask(BotFixture fixture, String team, String channel) {
    var event =
        Payloads.mention(
            channel, "U1", fixture.slack.workplace.ts(), "", "<@UBOT> What did Acme spend?", "");
    var ack =
        fixture.slack.callback(
            Payloads.callback(team, "Ev" + UUID.randomUUID(), event), Duration.ofSeconds(3));
    assertThat(ack.isOk()).isTrue();
  }

  private static void install(BotFixture fixture, String team, String token)
      throws IOException, InterruptedException {
    install(fixture, team, token, "UADMIN");
  }

  private static void install(BotFixture fixture, String team, String token, String installer)
      throws IOException, InterruptedException {
    var granted =
        FakeSlack.json(
            "{\"ok\":true,\"access_token\":\"%s\",\"bot_user_id\":\"UBOT\",\"scope\":\"%s\",\"team\":{\"id\":\"%s\"},\"authed_user\":{\"id\":\"%s\"}}"
                .formatted(token, String.join(",", SlackSettings.LEAST_SCOPES), team, installer));
    fixture.slack.api.codes.put("code-" + team, granted);
    fixture.slack.workplace.tokens.put(
        token, new Workplace.Team(team, "UBOT", SlackSettings.LEAST_SCOPES));
    var browser = browser();
    var response = end(fixture, browser, state(begin(fixture, browser)), "code-" + team);
    assertThat(response.body()).contains("Footnote is installed");
  }

  private static HttpClient browser() {
    var cookies = new CookieManager();
    return HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  private static HttpResponse<String> begin(BotFixture fixture, HttpClient browser)
      throws IOException, InterruptedException {
    var response =
        browser.send(
            HttpRequest.newBuilder(fixture.address("/slack/install")).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElseThrow())
        .startsWith("https://slack.example/oauth/v2/authorize?client_id=123.456&scope=")
        .contains("app_mentions%3Aread%2Cchat%3Awrite%2Ccommands%2Cim%3Ahistory");
    return response;
  }

  private static String state(HttpResponse<String> begun) {
    return begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*&state=", "");
  }

  /** The cookie is for TLS alone, which is the proxy's; a browser behind it would send it. */
  private static HttpResponse<String> end(
      BotFixture fixture, HttpClient browser, String state, String code)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
            fixture.address("/slack/oauth_redirect?code=" + code + "&state=" + state));
    browser
        .cookieHandler()
        .map(handler -> ((CookieManager) handler).getCookieStore().getCookies())
        .filter(cookies -> !cookies.isEmpty())
        .ifPresent(cookies ->
            request.header("Cookie", cookies.get(0).getName() + "=" + cookies.get(0).getValue()));
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String everything() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
