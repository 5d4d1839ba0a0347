package dev.footnote.slack.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.service.Secret;
import dev.footnote.slack.fake.FakeSlack;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row E4, to the second. */
class SignatureTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.999Z");

  @ParameterizedTest
  @CsvSource({"-301,false", "-300,true", "0,true", "300,true", "301,false"})
  void five_minutes_either_way_are_right_and_a_second_more_is_not(long apart, boolean right) {
    var body = new byte[] {1, 2, 3};
    var timestamp = String.valueOf(NOW.getEpochSecond() + apart);
    var signature = FakeSlack.sign("secret", timestamp, body);

    assertThat(new Signature(new Secret("secret")).isGenuine(timestamp, signature, body, NOW))
        .isEqualTo(right);
  }
}
