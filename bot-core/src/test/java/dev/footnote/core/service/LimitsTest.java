package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.ACME;
import static dev.footnote.core.service.Requests.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.service.DeskSettings.Rate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LimitsTest {

  private Instant now = Requests.NOON;
  private final Limits limits = new Limits(new Rate(3, 20), new Rate(5, 60), () -> now);

  @Test
  void a_user_may_ask_a_few_at_once_and_then_as_time_goes_on() {
    assertThat(taken(ACME, "ann", 10)).isEqualTo(3);
    assertThat(limits.take(ACME, "ann")).contains(Duration.ofSeconds(3));
    now = now.plusSeconds(2);
    assertThat(limits.take(ACME, "ann")).contains(Duration.ofSeconds(1));
    now = now.plusSeconds(1);
    assertThat(limits.take(ACME, "ann")).isEmpty();
    assertThat(limits.take(ACME, "ann")).contains(Duration.ofSeconds(3));
  }

  @Test
  void a_tenant_s_users_share_its_limit_and_other_tenants_have_theirs() {
    assertThat(taken(ACME, "ann", 3) + taken(ACME, "bob", 3)).isEqualTo(5);
    assertThat(taken(OTHER, "ann", 3)).isEqualTo(3);
  }

  @Test
  void what_was_not_used_is_given_back() {
    taken(ACME, "ann", 3);
    limits.giveBack(ACME, "ann");

    assertThat(taken(ACME, "ann", 3)).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_put_back_locks_nobody_out() {
    taken(ACME, "ann", 3);
    now = now.minus(Duration.ofDays(1));

    assertThat(limits.take(ACME, "ann").orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(9));
    now = now.plusSeconds(9);
    assertThat(limits.take(ACME, "ann")).isEmpty();
  }

  @Test
  void a_refusal_costs_nothing() {
    taken(ACME, "ann", 3);
    taken(ACME, "ann", 1_000);
    now = now.plusSeconds(3);

    assertThat(limits.take(ACME, "ann")).isEmpty();
  }

  @Test
  void a_great_many_a_minute_are_as_many_as_were_said() {
    var many = new Limits(new Rate(1, 45_000), new Rate(1, 45_000), () -> now);
    var taken = 0;
    for (var i = 0; i < 600_000; i++) {
      now = now.plus(Duration.ofNanos(100_000));
      taken += many.take(ACME, "ann").isEmpty() ? 1 : 0;
    }

    assertThat(taken).isBetween(42_000, 45_001);
  }

  private int taken(TenantId tenant, String user, int tries) {
    var taken = 0;
    for (var i = 0; i < tries; i++) {
      taken += limits.take(tenant, user).isEmpty() ? 1 : 0;
    }
    return taken;
  }
}
