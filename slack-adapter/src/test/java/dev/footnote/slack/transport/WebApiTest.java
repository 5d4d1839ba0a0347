package dev.footnote.slack.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.footnote.core.service.Secret;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebApiTest {

  private static final Secret TOKEN = new Secret(FakeSlack.BOT_TOKEN);

  @Test
  void what_became_of_a_call_is_told_apart() {
    try (var slack = new FakeSlack();
        var api = new WebApi(slack.api.url(), Duration.ofMillis(500))) {
      assertThat(api.call("auth.test", TOKEN, Map.of()))
          .isInstanceOfSatisfying(
              ApiAnswer.Ok.class,
              ok -> {
                assertThat(ok.text("team_id")).isEqualTo("T1");
                assertThat(ok.scopes()).contains("chat:write", "im:history");
              });
      assertThat(after(slack, api, new Fault.Limited(7)))
          .isEqualTo(new ApiAnswer.Limited(Duration.ofSeconds(7)));
      assertThat(after(slack, api, new Fault.Refusal("invalid_auth")).refusesToken()).isTrue();
      assertThat(after(slack, api, new Fault.Http(401)).refusesToken()).isTrue();
      assertThat(after(slack, api, new Fault.Http(503))).isInstanceOf(ApiAnswer.Lost.class);
      assertThat(after(slack, api, new Fault.Cut())).isInstanceOf(ApiAnswer.Lost.class);
      assertThat(after(slack, api, new Fault.HalfAnswer())).isInstanceOf(ApiAnswer.Lost.class);
      assertThat(after(slack, api, new Fault.Slow(Duration.ofSeconds(2))))
          .isInstanceOf(ApiAnswer.Lost.class);
    }
  }

  @Test
  void a_call_that_reached_nobody_is_known_not_to_have_been_sent() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (var api =
        new WebApi(URI.create("http://127.0.0.1:" + port + "/"), Duration.ofSeconds(1))) {
      assertThat(api.call("auth.test", TOKEN, Map.of())).isInstanceOf(ApiAnswer.Unreached.class);
    }
  }

  @Test
  void a_response_url_is_good_for_five_uses() {
    try (var slack = new FakeSlack();
        var api = new WebApi(slack.api.url(), Duration.ofSeconds(1))) {
      var url = slack.api.responseUrl("C1", "U1");
      var message = new JsonObject();
      message.addProperty("text", "words");
      message.addProperty("response_type", "ephemeral");
      message.add("blocks", new JsonArray());
      for (int i = 0; i < 5; i++) {
        assertThat(api.respond(url, message)).isInstanceOf(ApiAnswer.Ok.class);
      }
      assertThat(api.respond(url, message)).isInstanceOf(ApiAnswer.Refused.class);
    }
  }

  private static ApiAnswer after(FakeSlack slack, WebApi api, Fault fault) {
    slack.api.next("auth.test", fault);
    var answer = api.call("auth.test", TOKEN, Map.of());
    assertThat(answer.toString()).doesNotContain("canary", "127.0.0.1");
    return answer;
  }
}
