package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChannelPaceTest {

  @Test
  void a_sixth_message_in_five_seconds_waits_and_other_channels_do_not() throws Exception {
    var pace = new ChannelPace();
    for (int i = 0; i < 5; i++) {
      assertThat(pace.turn("one", Duration.ZERO)).isZero();
    }

    assertThat(pace.isFull("one")).isTrue();
    assertThat(pace.turn("one", Duration.ZERO))
        .isBetween(Duration.ofSeconds(5), Duration.ofMillis(5500));
    assertThat(pace.isFull("other")).isFalse();
    assertThat(pace.turn("other", Duration.ZERO)).isZero();
  }
}
