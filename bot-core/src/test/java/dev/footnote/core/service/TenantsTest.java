package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.ACME;
import static dev.footnote.core.service.Requests.NOON;
import static dev.footnote.core.service.Requests.OTHER;
import static dev.footnote.core.service.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.jdbc.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings, audit and erasure: rows P2 and P4 of the reliability targets. */
final class TenantsTest {

  @TempDir private Path folder;
  private final CountDownLatch held = new CountDownLatch(1);
  private final ScriptedAnswering scripted = new ScriptedAnswering();
  private final ScriptedDelivery delivery = new ScriptedDelivery();
  private DeskFixture fixture;

  @BeforeEach
  void open() {
    fixture =
        DeskFixture.open(
            folder,
            question -> {
              if (question.text().contains("hold")) {
                await(held);
              }
              return scripted.answer(question);
            },
            () -> NOON);
    fixture.desk().register("test", delivery);
    fixture.desk().start();
  }

  @AfterEach
  void close() {
    held.countDown();
    fixture.close();
  }

  @Test
  void of_200_forged_changes_none_is_made_and_each_is_audited() {
    for (var i = 0; i < 200; i++) {
      var change =
          switch (i % 4) {
            case 0 -> new SettingsChange.PrivateByDefault(true);
            case 1 -> new SettingsChange.Channels(Set.of("C" + i));
            case 2 -> new SettingsChange.Length(AnswerLength.SHORT);
            default -> new SettingsChange.Topics(Set.of("models"));
          };
      assertThat(fixture.desk().change(ACME, "user-" + i, false, change))
          .isInstanceOf(SettingsOutcome.Refused.class);
    }

    assertThat(fixture.desk().settings(ACME)).isEqualTo(TenantSettings.DEFAULT);
    assertThat(fixture.desk().audit(ACME, 1_000))
        .hasSize(200)
        .allMatch(AuditLine::refused)
        .first()
        .isEqualTo(new AuditLine(NOON, "user-199", "topics: models", true));
  }

  @Test
  void an_administrator_of_one_tenant_changes_nothing_in_another() {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.PrivateByDefault(true));

    assertThat(fixture.desk().settings(ACME).privateByDefault()).isTrue();
    assertThat(fixture.desk().settings(OTHER)).isEqualTo(TenantSettings.DEFAULT);
    assertThat(fixture.desk().audit(OTHER, 10)).isEmpty();
    assertThat(fixture.desk().audit(ACME, 10))
        .containsExactly(new AuditLine(NOON, "boss", "answers private by default: yes", false));
  }

  @Test
  void changes_build_on_each_other_and_survive_a_restart() {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.PrivateByDefault(true));
    fixture.desk().change(ACME, "boss", true, new SettingsChange.Channels(Set.of("C1", "C2")));
    fixture.desk().change(ACME, "boss", true, new SettingsChange.Length(AnswerLength.SHORT));
    fixture.desk().change(ACME, "boss", true, new SettingsChange.Topics(Set.of("models")));
    fixture.close();
    open();

    assertThat(fixture.desk().settings(ACME))
        .isEqualTo(
            new TenantSettings(true, Set.of("C1", "C2"), AnswerLength.SHORT, Set.of("models")));
  }

  @Test
  void a_topic_that_is_not_known_is_refused() {
    var outcome =
        fixture.desk().change(ACME, "boss", true, new SettingsChange.Topics(Set.of("@everyone")));

    assertThat(outcome)
        .isEqualTo(
            new SettingsOutcome.Refused(TenantSettings.DEFAULT, "No topic goes by “@everyone”."));
    assertThat(fixture.desk().audit(ACME, 1).getFirst().refused()).isTrue();
  }

  @Test
  void nothing_is_left_of_an_erased_tenant_and_nothing_comes_after() throws Exception {
    fixture.desk().admit(ask("1"));
    var id = delivery.await(1).getFirst().reply().answerId().orElseThrow();
    fixture.desk().feedback(ACME, "ann", id, Feedback.ofGood());
    fixture.desk().change(ACME, "boss", true, new SettingsChange.PrivateByDefault(true));
    fixture.desk().remember(ACME, "text");
    fixture.desk().data().put(ACME, "token", new byte[] {1});
    for (var i = 0; i < 20; i++) {
      fixture.desk().admit(ask(ACME, "user-" + i, "hold " + i));
    }
    fixture.desk().admit(ask(OTHER, "dan", "other"));
    Await.until(() -> scripted.asked().size() == 1);
    assertThat(Rows.of(folder, "acme")).isGreaterThan(25);

    fixture.desk().erase(ACME);

    assertThat(Rows.of(folder, "acme")).isZero();
    held.countDown();
    delivery.await(2);
    Await.until(() -> fixture.store().inbox().unfinished().isEmpty());
    assertThat(Rows.of(folder, "acme")).isZero();
    assertThat(delivery.attempts())
        .extracting(o -> o.request().tenant())
        .containsExactly(ACME, OTHER);
    assertThat(fixture.desk().answer(ACME, id)).isEmpty();
    assertThat(fixture.desk().settings(ACME)).isEqualTo(TenantSettings.DEFAULT);
    assertThat(fixture.desk().admit(ask("1"))).isEqualTo(new Admission.Accepted(false));
  }

  @Test
  void what_was_under_way_when_a_tenant_was_erased_leaves_nothing_either() throws Exception {
    var drawing = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    delivery.doing(outgoing -> {
      drawing.countDown();
      await(go);
      fixture.desk().remember(ACME, "what a button stands for");
      outgoing.parts().sent(0, "m1");
      return new Outcome.Delivered("m1");
    });
    fixture.desk().admit(ask("1"));
    drawing.await();

    fixture.desk().erase(ACME);
    // The adapter had looked whose it is before the tenant went.
    fixture.desk().admit(ask(ACME, "eve", "late"));
    fixture.desk().change(ACME, "eve", false, new SettingsChange.PrivateByDefault(true));
    go.countDown();

    Await.until(() -> Rows.of(folder, "acme") == 0);
    Thread.sleep(100);
    assertThat(Rows.of(folder, "acme")).isZero();
    assertThat(fixture.desk().recall(ACME, fixture.desk().remember(ACME, "later"))).isEmpty();
  }

  @Test
  void a_tenant_that_comes_back_at_once_keeps_what_is_new() throws Exception {
    fixture.desk().data().put(ACME, "token", new byte[] {1});
    fixture.desk().erase(ACME);
    fixture.desk().data().put(ACME, "token", new byte[] {2});
    var token = fixture.desk().remember(ACME, "text");
    Thread.sleep(Erasures.AGAIN.toMillis() + 200);

    assertThat(fixture.desk().data().get(ACME, "token")).hasValue(new byte[] {2});
    assertThat(fixture.desk().recall(ACME, token)).contains("text");
  }

  @Test
  void an_audit_line_is_kept_for_a_year() {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.PrivateByDefault(true));
    purge(NOON.plus(Duration.ofDays(364)));
    assertThat(fixture.desk().audit(ACME, 10)).hasSize(1);
    purge(NOON.plus(Duration.ofDays(366)));

    assertThat(fixture.desk().audit(ACME, 10)).isEmpty();
    assertThat(fixture.desk().settings(ACME).privateByDefault()).isTrue();
  }

  private void purge(Instant now) {
    new Housekeeping(fixture.store(), Duration.ofDays(30), () -> now).purge();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
