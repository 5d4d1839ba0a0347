package dev.footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.Ack;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Payloads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row E4: what is forged, replayed or too large is refused and has no effect. */
class SignedHttpTest {

  /** 10,000 in full runs. */
  private static final int TRIES = BotFixture.FULL ? 10_000 : 600;

  @TempDir Path folder;

  @Test
  void what_is_forged_or_replayed_is_refused_and_has_no_effect() {
    var random = new Random(4);
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      for (int i = 0; i < TRIES; i++) {
        var body = body(slack);
        long now = System.currentTimeMillis() / 1000;
        var timestamp = String.valueOf(now);
        var signed = timestamp;
        var secret = FakeSlack.SIGNING_SECRET;
        var sent = body.clone();
        switch (i % 12) {
          case 0 -> signed = timestamp = String.valueOf(now - 302);
          case 1 -> signed = timestamp = String.valueOf(now + 303);
          case 2 -> signed = timestamp = String.valueOf(now + 50L * 365 * 86_400);
          case 3 -> signed = timestamp = String.valueOf(Long.MAX_VALUE);
          case 4 -> signed = timestamp = "-" + now;
          case 5 -> signed = timestamp = Long.MAX_VALUE + "0";
          case 6 -> signed = timestamp = String.valueOf(Long.MIN_VALUE);
          case 7 -> sent[random.nextInt(sent.length)] ^= (byte) (1 << random.nextInt(7));
          case 8 -> secret = "another";
          case 9 -> signed = String.valueOf(now - 1);
          case 10 -> signed = timestamp = "";
          default -> signed = timestamp = " " + now;
        }
        var signature = FakeSlack.sign(secret, signed, body);
        if (i % 12 == 9) {
          signature = signature.substring(0, signature.length() - 1);
        }
        var ack =
            slack.send(
                fixture.address("/slack/events"),
                "application/json",
                sent,
                timestamp,
                signature,
                Duration.ofSeconds(5));
        assertThat(ack.status()).as("case " + i % 12).isBetween(400, 499);
      }
      noEffect(fixture);
    }
  }

  @Test
  void what_is_right_up_to_five_minutes_is_taken() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      for (long apart : List.of(-295L, 295L, 0L)) {
        assertThat(send(fixture, body(fixture.slack), apart).status()).isEqualTo(200);
      }
      BotFixture.until(() -> fixture.slack.workplace.posted().size() == 3);
    }
  }

  @Test
  void a_body_of_ten_megabytes_is_refused_whether_it_is_announced_or_not() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var ack = send(fixture, padded(fixture.slack), 0);

      // The connection is closed before the whole body is read; the status may not get through.
      assertThat(ack.status()).isIn(413, 0);
      var body = padded(fixture.slack);
      var timestamp = String.valueOf(System.currentTimeMillis() / 1000);
      var chunked =
          fixture.slack.sendChunked(
              fixture.address("/slack/events"),
              "application/json",
              body,
              timestamp,
              FakeSlack.sign(FakeSlack.SIGNING_SECRET, timestamp, body),
              Duration.ofSeconds(10));
      assertThat(chunked.status()).isIn(413, 0);
      noEffect(fixture);
    }
  }

  @Test
  void what_is_not_understood_is_taken_as_seen_so_that_Slack_does_not_repeat_it() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      for (var body :
          List.of(
              "{\"type\":\"app_rate_limited\",\"team_id\":\"T1\"}",
              "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":\"broken\"}",
              "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"of_next_year\"}}",
              "{\"type\":\"shortcut\",\"callback_id\":\"other\",\"team\":{\"id\":\"T1\"}}",
              "[]",
              "{",
              "",
              "something=else")) {
        assertThat(send(fixture, body.getBytes(StandardCharsets.UTF_8), 0).status())
            .as(body)
            .isEqualTo(200);
      }
      noEffect(fixture);
    }
  }

  @Test
  void Slack_is_told_the_challenge() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var body =
          "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c123\"}"
              .getBytes(StandardCharsets.UTF_8);

      assertThat(send(fixture, body, 0).body()).isEqualTo("c123");
    }
  }

  /** Signs and sends a body as Slack would, by a clock that is {@code apart} seconds ahead. */
  private static Ack send(BotFixture fixture, byte[] body, long apart) {
    var timestamp = String.valueOf(System.currentTimeMillis() / 1000 + apart);
    return fixture.slack.send(
        fixture.address("/slack/events"),
        "application/json",
        body,
        timestamp,
        FakeSlack.sign(FakeSlack.SIGNING_SECRET, timestamp, body),
        Duration.ofSeconds(10));
  }

  private static void noEffect(BotFixture fixture) {
    fixture.slack.mention("C2", "What did Acme spend?");
    BotFixture.until(() -> !fixture.slack.workplace.posted().isEmpty());

    assertThat(fixture.slack.workplace.posted()).hasSize(1);
    assertThat(fixture.slack.workplace.posted().get(0).channel()).isEqualTo("C2");
  }

  /** An event that would be answered, of ten megabytes. */
  private static byte[] padded(FakeSlack slack) {
    var body = body(slack);
    var padded = Arrays.copyOf(body, 10 << 20);
    Arrays.fill(padded, body.length, padded.length, (byte) ' ');
    return padded;
  }

  private static byte[] body(FakeSlack slack) {
    var event =
        Payloads.mention("C1", "U1", slack.workplace.ts(), "", "<@UBOT> What did Acme spend?", "");
    return Payloads.callback(FakeSlack.TEAM, "Ev" + UUID.randomUUID(), event)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }
}
