package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.ACME;
import static dev.footnote.core.service.Requests.NOON;
import static dev.footnote.core.service.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.jdbc.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows E1, E2 and E3 of the reliability targets, core's part; a twentieth of their figures unless
 * {@code -Dfootnote.full=true}.
 */
final class DuplicatesTest {

  private static final int SCALE = Boolean.getBoolean("footnote.full") ? 1 : 20;

  @TempDir private Path folder;
  private Instant now = NOON;
  private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
  private DeskFixture fixture;

  @BeforeEach
  void open() {
    fixture =
        DeskFixture.open(
            folder, DeskFixture.SETTINGS.withQueue(100_000), new ScriptedAnswering(), () -> now);
    fixture
        .desk()
        .register(
            "test",
            outgoing -> {
              delivered.add(outgoing.request().keys().getLast());
              return new Outcome.Delivered("m" + outgoing.id());
            });
    fixture.desk().start();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void each_of_10000_events_delivered_four_times_around_a_restart_is_answered_once()
      throws Exception {
    int events = 10_000 / SCALE;
    var deliveries = new ArrayList<Integer>();
    for (var event = 0; event < events; event++) {
      deliveries.addAll(Collections.nCopies(4, event));
    }
    Collections.shuffle(deliveries, new Random(7));
    admitAll(deliveries.subList(0, 2 * events));
    fixture.close();
    open();
    admitAll(deliveries.subList(2 * events, 4 * events));
    awaitDone();

    assertThat(delivered).hasSize(events).doesNotHaveDuplicates();
  }

  @Test
  void an_event_of_which_only_the_second_delivery_arrives_is_answered() {
    int events = 1_000 / SCALE;
    admitAll(IntStream.range(0, events).boxed().toList());
    awaitDone();

    assertThat(delivered).hasSize(events).doesNotHaveDuplicates();
  }

  @Test
  void a_message_that_comes_under_eleven_names_at_once_is_answered_once() throws Exception {
    int cases = 500 / SCALE;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one = 0; one < cases; one++) {
        var message = "message:" + one;
        var tasks = new ArrayList<Callable<Admission>>();
        for (var name = 0; name < 11; name++) {
          var event = "event:" + one + ":" + name;
          var client = name % 2 == 0 ? message : "client:" + one;
          // Mention and message share the place, some the client's id as well.
          tasks.add(() -> fixture.desk().admit(ask(ACME, "ann" + message, event, client, message)));
        }
        var accepted = 0;
        for (var admission : threads.invokeAll(tasks)) {
          accepted += admission.get() instanceof Admission.Accepted ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(1);
      }
    }
    awaitDone();

    assertThat(delivered).hasSize(cases).doesNotHaveDuplicates();
  }

  @Test
  void keys_are_kept_for_24_hours_and_then_forgotten() {
    fixture.desk().admit(ask("1"));
    awaitDone();
    now = now.plus(Duration.ofHours(23));
    purge();
    assertThat(fixture.desk().admit(ask("1"))).isEqualTo(new Admission.Duplicate());
    now = now.plus(Duration.ofHours(2));
    purge();

    assertThat(fixture.store().inbox().isKnown(List.of("1"))).isFalse();
    assertThat(fixture.desk().admit(ask("1"))).isEqualTo(new Admission.Accepted(false));
  }

  @Test
  void answers_are_kept_for_as_long_as_is_set_and_then_forgotten() {
    fixture.desk().admit(ask("1"));
    awaitDone();
    fixture.desk().remember(ACME, "text");
    now = now.plus(Duration.ofDays(29));
    purge();
    assertThat(Rows.of(folder, "acme")).isEqualTo(3);
    now = now.plus(Duration.ofDays(2));
    purge();

    assertThat(Rows.of(folder, "acme")).isZero();
  }

  private void purge() {
    new Housekeeping(fixture.store(), Duration.ofDays(30), () -> now).purge();
  }

  private void admitAll(List<Integer> events) {
    try (var threads = Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
      for (var event : events) {
        threads.execute(() -> fixture.desk().admit(ask("event:" + event)));
      }
    }
  }

  private void awaitDone() {
    Await.until(Duration.ofMinutes(5), () -> fixture.store().inbox().unfinished().isEmpty());
  }
}
