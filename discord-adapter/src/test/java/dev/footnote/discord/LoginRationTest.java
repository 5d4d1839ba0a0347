package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.discord.DiscordSettings.Shards;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E8: fewer than 1,000 logins a day in all, and at most 720 of any shard. */
class LoginRationTest {

  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  /** Every shard, again and again, as when each session is forgotten at once. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void no_day_holds_more_than_720_logins_of_all_shards_together(int shards) {
    var all = new TreeSet<Integer>();
    for (int i = 0; i < shards; i++) {
      all.add(i);
    }
    assertThat(loginsOfADay(new LoginRation(new Shards(shards, all)))).isBetween(700, 720);
  }

  @Test
  void processes_that_share_the_shards_share_the_ration() {
    var half = new LoginRation(new Shards(4, new TreeSet<>(Set.of(0, 1))));

    assertThat(loginsOfADay(half)).isBetween(350, 360);
  }

  @Test
  void what_discord_says_is_left_is_not_exceeded() {
    var ration = new LoginRation(Shards.SINGLE);
    ration.limit(LoginRation.RESERVE + 2, Duration.ofHours(3), START);

    assertThat(ration.take(START)).isZero();
    assertThat(ration.take(START)).isZero();
    assertThat(ration.take(START.plusSeconds(60))).isEqualTo(Duration.ofHours(3).minusSeconds(60));
    assertThat(ration.take(START.plus(Duration.ofHours(3)))).isZero();
  }

  private static int loginsOfADay(LoginRation ration) {
    int logins = 0;
    var now = START;
    while (now.isBefore(START.plus(Duration.ofDays(1)))) {
      var wait = ration.take(now);
      if (wait.isZero()) {
        logins++;
        now = now.plusMillis(50);
      } else {
        now = now.plus(wait);
      }
    }
    return logins;
  }
}
