package dev.footnote.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {

  private long nanos;
  private final Pace pace = new Pace(2, () -> nanos);

  @Test
  void a_wait_follows_from_what_was_measured() {
    for (var i = 0; i < 100; i++) {
      pace.begin();
      nanos += 40_000_000;
      assertThat(pace.end()).isEqualTo(Duration.ofMillis(40));
    }

    assertThat(pace.of(500)).isEqualTo(Duration.ofSeconds(11)); // 10.0-something, rounded up
    assertThat(pace.of(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void answers_that_have_been_under_way_for_long_make_it_longer() {
    pace.begin();
    nanos += 2_000_000_000L;

    assertThat(pace.of(100)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void nobody_is_asked_to_wait_for_more_than_ten_minutes() {
    pace.begin();
    nanos += 60_000_000_000L;

    assertThat(pace.of(500)).isEqualTo(Duration.ofMinutes(10));
  }
}
