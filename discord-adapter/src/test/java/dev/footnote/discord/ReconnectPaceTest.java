package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReconnectPaceTest {

  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  private final ReconnectPace pace = ReconnectPace.usual(() -> 1.0);

  @Test
  void a_session_that_held_is_resumed_at_once() {
    assertThat(pace.next(START.plusSeconds(30), Optional.of(START))).isZero();
  }

  @Test
  void the_wait_doubles_up_to_two_minutes_and_begins_anew_after_a_session_that_held() {
    var waits = new ArrayList<Long>();
    var now = START;
    for (int i = 0; i < 9; i++) {
      var wait = pace.next(now, Optional.of(now.minusSeconds(1)));
      waits.add(wait.toSeconds());
      now = now.plus(wait);
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 120L, 120L);

    pace.next(now.plusSeconds(60), Optional.of(now));
    assertThat(pace.next(now.plusSeconds(61), Optional.empty())).isEqualTo(Duration.ofSeconds(1));
  }
}
