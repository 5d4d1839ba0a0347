package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.ACME;
import static dev.footnote.core.service.Requests.NOON;
import static dev.footnote.core.service.Requests.OTHER;
import static dev.footnote.core.service.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.jdbc.Rows;
import java.nio.file.Path;
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
                await();
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

  private void await() {
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
