package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.ACME;
import static dev.footnote.core.service.Requests.NOON;
import static dev.footnote.core.service.Requests.OTHER;
import static dev.footnote.core.service.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.jdbc.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeskTest {

  @TempDir private Path folder;
  private Instant now = NOON;
  private final ScriptedAnswering answering = new ScriptedAnswering();
  private ScriptedDelivery delivery = new ScriptedDelivery();
  private DeskFixture fixture;

  @BeforeEach
  void open() {
    fixture = DeskFixture.open(folder, answering, () -> now);
    fixture.desk().register("test", delivery);
    fixture.desk().start();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void restart() {
    fixture.close();
    delivery = new ScriptedDelivery();
    open();
  }

  @Test
  void a_request_is_accepted_answered_and_delivered() throws Exception {
    assertThat(fixture.desk().admit(ask("1"))).isEqualTo(new Admission.Accepted(false));

    var outgoing = delivery.await(1).getFirst();

    assertThat(outgoing.reply().plainText()).startsWith("Acme spent $72.2 billion");
    assertThat(outgoing.request()).isEqualTo(ask("1"));
    assertThat(outgoing.repeated()).isFalse();
    assertThat(outgoing.nonce()).matches("[a-z0-9]{20,25}");
  }

  @Test
  void a_request_that_shares_any_key_is_a_duplicate_also_after_a_restart() throws Exception {
    fixture.desk().admit(ask(ACME, "ann", "event:1", "message:1"));
    delivery.await(1);

    assertThat(fixture.desk().admit(ask(ACME, "ann", "event:2", "message:1")))
        .isEqualTo(new Admission.Duplicate());
    restart();
    assertThat(fixture.desk().admit(ask(ACME, "ann", "event:1")))
        .isEqualTo(new Admission.Duplicate());
    assertThat(delivery.attempts()).isEmpty();
  }

  @Test
  void a_follow_up_after_a_restart_knows_what_was_said() throws Exception {
    fixture.desk().admit(ask(ACME, "ann", "1"));
    delivery.await(1);
    restart();

    fixture.desk().admit(ask(ACME, "ann", "2"));
    delivery.await(1);

    assertThat(answering.asked().getLast().history()).hasSize(1);
    assertThat(answering.asked().getLast().history().getFirst().documents())
        .containsExactly("2026/06/acme-delays-anvil-api");
  }

  @Test
  void evidence_and_answer_are_there_after_a_restart_for_their_own_tenant_alone() throws Exception {
    fixture.desk().admit(ask("1"));
    var reply = delivery.await(1).getFirst().reply();
    var id = reply.answerId().orElseThrow();
    restart();

    assertThat(fixture.desk().answer(ACME, id)).contains(reply);
    assertThat(fixture.desk().evidence(ACME, id).orElseThrow().plainText())
        .contains("“Acme spent $72.2 billion in 2025 on data centers.” [1]");
    assertThat(fixture.desk().answer(OTHER, id)).isEmpty();
    assertThat(fixture.desk().evidence(OTHER, id)).isEmpty();
    assertThat(fixture.desk().feedback(OTHER, "bob", id, Feedback.ofGood())).isFalse();
  }

  @Test
  void an_answer_is_shared_with_its_question_from_any_conversation_of_its_tenant()
      throws Exception {
    fixture.desk().admit(ask(ACME, "ann", "1"));
    var id = delivery.await(1).getFirst().reply().answerId().orElseThrow();
    restart();
    fixture.desk().admit(Requests.of(ACME, "bob", new Command.Share(id), now, "2"));
    var shared = delivery.await(1).getFirst().reply();
    fixture.desk().admit(Requests.of(OTHER, "eve", new Command.Share(id), now, "3"));

    assertThat(shared.plainText())
        .startsWith("Shared answer to: How much did Acme spend? 1")
        .contains("Acme spent $72.2 billion");
    assertThat(shared.answerId()).contains(id);
    assertThat(delivery.await(2).getLast().reply().plainText()).contains("no longer on file");
  }

  @Test
  void why_explains_the_answer_it_is_asked_of_to_its_own_tenant() throws Exception {
    fixture.desk().admit(ask(ACME, "ann", "first"));
    var id = delivery.await(1).getFirst().reply().answerId().orElseThrow();
    fixture.desk().admit(ask(ACME, "ann", "second"));
    delivery.await(2);

    assertThat(fixture.desk().why(ACME, id).orElseThrow().plainText()).contains("spend? first");
    assertThat(fixture.desk().why(OTHER, id)).isEmpty();
  }

  @Test
  void why_explains_the_last_answer_after_a_restart() throws Exception {
    fixture.desk().admit(ask(ACME, "ann", "1"));
    delivery.await(1);
    restart();
    fixture.desk().admit(Requests.of(ACME, "ann", new Command.Why(), now, "2"));

    assertThat(delivery.await(1).getFirst().reply().plainText()).contains("Searched for: How much");
  }

  @Test
  void a_reply_to_a_message_finds_its_conversation() throws Exception {
    fixture.desk().admit(ask("1"));
    var outgoing = delivery.await(1).getFirst();
    restart();
    var conversation = outgoing.request().conversation();

    assertThat(fixture.desk().conversation(ACME, "m" + outgoing.id())).contains(conversation);
    assertThat(fixture.desk().conversation(OTHER, "m" + outgoing.id())).isEmpty();
    assertThat(fixture.desk().isKnown(ACME, conversation)).isTrue();
    assertThat(fixture.desk().isKnown(OTHER, conversation)).isFalse();
    assertThat(fixture.desk().isKnown(ACME, new ConversationId("elsewhere"))).isFalse();
  }

  @Test
  void the_asker_decides_on_privacy_before_the_tenant() {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.PrivateByDefault(true));
    var open = ask("1");
    var asked =
        new Request(
            java.util.List.of("2"),
            ACME,
            "C1",
            "ann",
            open.conversation(),
            open.command(),
            Optional.of(false),
            false,
            "",
            now);

    assertThat(fixture.desk().admit(open)).isEqualTo(new Admission.Accepted(true));
    assertThat(fixture.desk().admit(asked)).isEqualTo(new Admission.Accepted(false));
  }

  @Test
  void what_was_private_is_told_of_to_its_asker_alone() throws Exception {
    fixture.desk().admit(said("1", "ann", Command.Ask.of("How much did Acme spend?"), true));
    delivery.await(1);
    fixture.desk().admit(said("2", "bob", new Command.Why(), false));
    fixture.desk().admit(said("3", "bob", new Command.Sources(Optional.empty()), true));
    fixture.desk().admit(said("4", "ann", new Command.Why(), false));
    fixture.desk().admit(said("5", "ann", new Command.Why(), true));
    var replies = new HashMap<String, String>();
    delivery
        .await(5)
        .forEach(o -> replies.put(o.request().keys().getFirst(), o.reply().plainText()));

    assertThat(fixture.desk().isKnown(ACME, new ConversationId("thread"))).isTrue();
    for (var key : java.util.List.of("2", "3", "4")) {
      assertThat(replies.get(key)).as(key).startsWith("Nothing has been asked");
    }
    assertThat(replies.get("5")).doesNotContain("Nothing has been asked");
  }

  @Test
  void a_public_follow_up_is_read_without_what_was_private() throws Exception {
    fixture.desk().admit(said("1", "ann", Command.Ask.of("How much did Acme spend?"), true));
    delivery.await(1);

    assertThat(fixture.desk().isKnown(ACME, new ConversationId("thread"))).isFalse();

    fixture.desk().admit(said("2", "ann", Command.Ask.of("and in 2024?"), false));
    delivery.await(2);
    fixture.desk().admit(said("3", "ann", Command.Ask.of("and in 2023?"), true));
    delivery.await(3);

    assertThat(answering.asked()).extracting(q -> q.history().size()).containsExactly(0, 0, 2);
  }

  @Test
  void what_was_shared_is_told_of_to_all() throws Exception {
    fixture.desk().admit(said("1", "ann", Command.Ask.of("How much did Acme spend?"), true));
    var answer = delivery.await(1).getFirst().reply().answerId().orElseThrow();
    fixture.desk().admit(said("2", "ann", new Command.Share(answer), false));
    delivery.await(2);
    fixture.desk().admit(said("3", "bob", new Command.Why(), false));

    assertThat(delivery.await(3).getLast().reply().plainText())
        .doesNotContain("Nothing has been asked");
  }

  private static Request said(String key, String user, Command command, boolean isPrivate) {
    return new Request(
        java.util.List.of(key),
        ACME,
        "C1",
        user,
        new ConversationId("thread"),
        command,
        Optional.of(isPrivate),
        false,
        "",
        NOON);
  }

  @Test
  void a_channel_that_was_not_chosen_is_refused_once() {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.Channels(Set.of("C9")));

    assertThat(fixture.desk().admit(ask("1"))).isInstanceOf(Admission.NotHere.class);
    assertThat(fixture.desk().admit(ask("1"))).isEqualTo(new Admission.Duplicate());
    assertThat(fixture.desk().admit(ask(OTHER, "ann", "2")))
        .isEqualTo(new Admission.Accepted(false));
  }

  @Test
  void a_direct_message_is_answered_whatever_channels_were_chosen() {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.Channels(Set.of("C9")));
    var asked = ask("1");
    var direct =
        new Request(
            asked.keys(),
            ACME,
            "",
            "ann",
            asked.conversation(),
            asked.command(),
            Optional.empty(),
            false,
            asked.address(),
            NOON);

    assertThat(fixture.desk().admit(direct)).isEqualTo(new Admission.Accepted(false));
  }

  @Test
  void a_short_answer_keeps_every_citation_of_what_is_left() throws Exception {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.Length(AnswerLength.SHORT));
    fixture.desk().admit(ask("1"));

    var reply = delivery.await(1).getFirst().reply();

    assertThat(reply.citations()).extracting(c -> c.number()).containsExactly(1, 2);
    assertThat(reply.plainText()).contains("Sources differ");
  }

  @Test
  void the_latest_keeps_to_the_topics_chosen() throws Exception {
    fixture.desk().change(ACME, "boss", true, new SettingsChange.Topics(Set.of("models")));
    fixture.desk().admit(Requests.of(ACME, "ann", new Command.Latest(Optional.empty()), now, "1"));

    assertThat(delivery.await(1).getFirst().reply().title()).contains("Latest stories");
  }

  @Test
  void a_failed_delivery_is_tried_again_until_it_is_accepted() throws Exception {
    delivery.doing(outgoing ->
        delivery.attempts().size() < 3
            ? new Outcome.Retry(Duration.ZERO, "HTTP 500")
            : new Outcome.Delivered("m"));
    fixture.desk().admit(ask("1"));

    var attempts = delivery.await(3);

    assertThat(attempts).hasSize(3);
    assertThat(attempts).extracting(Outgoing::nonce).containsOnly(attempts.getFirst().nonce());
  }

  @Test
  void a_part_that_was_sent_is_known_to_every_later_attempt_also_after_a_restart()
      throws Exception {
    delivery.doing(outgoing -> {
      outgoing.parts().sent(0, "first");
      return new Outcome.Retry(Duration.ofMillis(300), "HTTP 429");
    });
    fixture.desk().admit(ask("1"));
    delivery.await(1);
    Await.until(() -> fixture.store().inbox().unfinished().getFirst().attempts() == 1);
    restart();

    var parts = delivery.await(1).getFirst().parts();
    assertThat(parts.isSent(0)).isTrue();
    assertThat(parts.isSent(1)).isFalse();
  }

  @Test
  void a_platform_that_names_a_wait_is_heard() throws Exception {
    delivery.doing(outgoing ->
        delivery.attempts().size() < 2
            ? new Outcome.Retry(Duration.ofMillis(400), "HTTP 429")
            : new Outcome.Delivered("m"));
    var start = System.nanoTime();
    fixture.desk().admit(ask("1"));
    delivery.await(2);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void what_can_be_looked_for_is_tried_again_as_repeated_also_after_a_restart() throws Exception {
    delivery.doing(outgoing -> new Outcome.LookAgain(Duration.ofMillis(300), "cut"));
    fixture.desk().admit(ask("1"));
    delivery.await(1);
    Await.until(() -> fixture.store().inbox().unfinished().getFirst().attempts() == 1);
    restart();

    assertThat(delivery.await(1).getFirst().repeated()).isTrue();
  }

  @Test
  void what_is_looked_for_in_vain_is_unconfirmed_in_the_end() throws Exception {
    delivery.doing(outgoing -> new Outcome.LookAgain(Duration.ZERO, "cut"));
    fixture.desk().admit(ask("1"));
    Await.until(() -> fixture.store().inbox().count(Inbox.Ending.UNCONFIRMED) == 1);

    assertThat(delivery.attempts()).hasSize(5);
  }

  @Test
  void what_waits_for_its_turn_keeps_its_place_so_that_no_more_is_let_in_than_can_be_sent()
      throws Exception {
    fixture.close();
    fixture = DeskFixture.open(folder, DeskFixture.SETTINGS.withQueue(2), answering, () -> now);
    fixture.desk().register("test", delivery);
    fixture.desk().start();
    delivery.waiting(request -> Optional.of(new Outcome.Retry(Duration.ofMillis(5), "full")));
    fixture.desk().admit(ask("1"));
    fixture.desk().admit(ask(OTHER, "dan", "2"));
    Await.until(() -> delivery.turns() > 8);

    assertThat(fixture.desk().admit(ask("3"))).isInstanceOf(Admission.Busy.class);
    delivery.waiting(request -> Optional.empty());
    delivery.await(2);
    Await.until(() -> fixture.desk().metrics().contains("footnote_under_way 0"));
    assertThat(fixture.desk().admit(ask("4"))).isEqualTo(new Admission.Accepted(false));
  }

  @Test
  void a_process_that_ends_while_a_reply_waits_for_its_turn_leaves_no_doubt() throws Exception {
    delivery.waiting(request -> Optional.of(new Outcome.Retry(Duration.ofMillis(5), "full")));
    fixture.desk().admit(ask("1"));
    Await.until(() -> delivery.turns() > 8);
    assertThat(fixture.store().inbox().unfinished()).hasSize(1);
    assertThat(delivery.attempts()).isEmpty();
    restart();

    assertThat(delivery.await(1).getFirst().repeated()).isFalse();
  }

  @Test
  void delivery_is_given_up_after_some_tries() throws Exception {
    delivery.doing(outgoing -> new Outcome.Retry(Duration.ZERO, "HTTP 500"));
    fixture.desk().admit(ask("1"));
    delivery.await(5);
    Await.until(() -> fixture.store().inbox().count(Inbox.Ending.GONE) == 1);

    assertThat(delivery.attempts()).hasSize(5);
    assertThat(fixture.store().inbox().unfinished()).isEmpty();
  }

  @Test
  void what_may_have_arrived_is_never_sent_again() throws Exception {
    delivery.doing(outgoing -> {
      throw new IllegalStateException("connection reset");
    });
    fixture.desk().admit(ask("1"));
    Await.until(() -> fixture.store().inbox().count(Inbox.Ending.UNCONFIRMED) == 1);
    restart();
    Thread.sleep(100);

    assertThat(delivery.attempts()).isEmpty();
  }

  @Test
  void an_answer_that_comes_late_says_so() throws Exception {
    fixture
        .desk()
        .admit(Requests.of(ACME, "a", Command.Ask.of("Acme?"), now.minusSeconds(1200), "1"));
    fixture
        .desk()
        .admit(Requests.of(ACME, "b", Command.Ask.of("Acme?"), now.minusSeconds(600), "2"));
    fixture
        .desk()
        .admit(Requests.of(ACME, "c", Command.Ask.of("Acme?"), now.minusSeconds(90_000), "3"));
    Await.until(() -> fixture.store().inbox().unfinished().isEmpty());

    var texts = delivery.attempts().stream().map(o -> o.reply().plainText()).sorted().toList();
    assertThat(texts).hasSize(2);
    assertThat(texts.get(0)).startsWith("Acme spent");
    assertThat(texts.get(1)).startsWith("Asked on 6 June 2026 at 11:40 Z; this answer is late");
    assertThat(fixture.store().inbox().count(Inbox.Ending.GONE)).isEqualTo(1);
  }

  @Test
  void a_request_that_another_version_wrote_keeps_no_other_from_being_answered() throws Exception {
    fixture.close();
    fixture = DeskFixture.open(folder, answering, () -> now);
    fixture.desk().admit(ask("1"));
    fixture.desk().admit(ask("2"));
    fixture.close();
    Rows.change(folder, "UPDATE request SET command = '{\"kind\":\"Watch\"}' WHERE id = 1");
    fixture = DeskFixture.open(folder, answering, () -> now);
    fixture.desk().register("test", delivery);
    fixture.desk().start();

    assertThat(delivery.await(1).getFirst().request().keys()).containsExactly("2");
  }

  @Test
  void a_question_that_cannot_be_answered_gets_an_apology() throws Exception {
    fixture.close();
    fixture =
        DeskFixture.open(
            folder,
            question -> {
              throw new IllegalStateException(question.text());
            },
            () -> now);
    fixture.desk().register("test", delivery);
    fixture.desk().start();
    fixture.desk().admit(ask("1"));

    assertThat(delivery.await(1).getFirst().reply().plainText())
        .startsWith("Something went wrong while answering");
  }

  @Test
  void feedback_is_kept_with_its_reason_and_the_last_word_counts() throws Exception {
    fixture.desk().admit(ask("1"));
    var id = delivery.await(1).getFirst().reply().answerId().orElseThrow();
    var bad =
        new Feedback(
            false, Optional.of(Feedback.Reason.OUTDATED), Optional.of("  there is more  "));

    assertThat(fixture.desk().feedback(ACME, "ann", id, Feedback.ofGood())).isTrue();
    assertThat(fixture.desk().feedback(ACME, "ann", id, bad)).isTrue();
    restart();

    assertThat(fixture.store().answers().feedback(ACME, id)).containsExactly(bad);
    assertThat(bad.words()).contains("there is more");
  }

  @Test
  void what_does_not_fit_a_button_is_recalled_by_its_own_tenant() {
    var token = fixture.desk().remember(ACME, "ask " + "long ".repeat(100));

    assertThat(token).matches("[a-z0-9]{1,25}");
    restart();
    assertThat(fixture.desk().recall(ACME, token)).contains("ask " + "long ".repeat(100));
    assertThat(fixture.desk().recall(OTHER, token)).isEmpty();
  }

  @Test
  void what_adapters_keep_is_found_by_tenant_and_name() {
    fixture.desk().data().put(ACME, "token", new byte[] {1, 2});
    fixture.desk().data().put(ACME, "token", new byte[] {3});

    assertThat(fixture.desk().data().get(ACME, "token")).contains(new byte[] {3});
    assertThat(fixture.desk().data().get(OTHER, "token")).isEmpty();
    assertThat(fixture.desk().data().having("test", "token")).containsExactly(ACME);
    fixture.desk().data().remove(ACME, "token");
    assertThat(fixture.desk().data().having("test", "token")).isEmpty();
  }
}
