package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.ACME;
import static dev.footnote.core.service.Requests.OTHER;
import static dev.footnote.core.service.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.service.Inbox.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WaitingRoomTest {

  private final WaitingRoom room = new WaitingRoom(500);

  @Test
  void tenants_take_turns() {
    put(ACME, "ann", "1");
    put(ACME, "bob", "2");
    put(ACME, "cem", "3");
    put(OTHER, "dan", "4");
    put(OTHER, "eve", "5");

    assertThat(take(5)).containsExactly("1", "4", "2", "5", "3");
  }

  @Test
  void a_conversation_s_requests_come_one_by_one() {
    put(ACME, "ann", "1");
    put(ACME, "ann", "2");
    put(ACME, "bob", "3");

    assertThat(take(2)).containsExactly("1", "3");
    room.release(ask(ACME, "ann", "1").conversation());
    assertThat(take(1)).containsExactly("2");
  }

  @Test
  void one_tenant_never_takes_all_places_and_all_together_no_more_than_there_are() {
    int noisy = fill(ACME);

    assertThat(noisy).isEqualTo(400);
    assertThat(fill(OTHER)).isEqualTo(80);
    for (var i = 0; room.taken() < 500; i++) {
      assertThat(room.enter(new TenantId("test", "tenant-" + i))).isTrue();
    }
    assertThat(room.enter(new TenantId("test", "late"))).isFalse();
    room.leave(ACME);
    assertThat(room.enter(new TenantId("test", "late"))).isTrue();
  }

  @Test
  void a_room_with_one_place_has_it_for_anybody() {
    var small = new WaitingRoom(1);

    assertThat(small.enter(ACME)).isTrue();
    assertThat(small.enter(OTHER)).isFalse();
    small.leave(ACME);
    assertThat(small.enter(OTHER)).isTrue();
  }

  @Test
  void what_waits_for_an_erased_tenant_is_sent_away() {
    put(ACME, "ann", "1");
    put(OTHER, "dan", "2");
    room.clear(ACME);

    assertThat(take(1)).containsExactly("2");
    assertThat(room.queued()).isZero();
    assertThat(room.taken()).isEqualTo(1);
  }

  @Test
  void nobody_waits_in_a_closed_room() throws Exception {
    var waiter = Thread.ofVirtual().start(() -> room.take());
    room.close();

    assertThat(waiter.join(java.time.Duration.ofSeconds(5))).isTrue();
    assertThat(room.take()).isEmpty();
  }

  private int fill(TenantId tenant) {
    var entered = 0;
    while (room.enter(tenant)) {
      entered++;
    }
    return entered;
  }

  private void put(TenantId tenant, String user, String key) {
    assertThat(room.enter(tenant)).isTrue();
    room.put(
        new Pending(1, ask(tenant, user, key), false, Optional.empty(), 0, Instant.EPOCH, false));
  }

  private List<String> take(int count) {
    var keys = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      keys.add(room.take().orElseThrow().request().keys().getFirst());
    }
    return keys;
  }
}
