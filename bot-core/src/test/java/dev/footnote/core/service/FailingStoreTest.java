package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.NOON;
import static dev.footnote.core.service.Requests.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.conversation.SampleKnowledge;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.jdbc.SqliteStore;
import dev.footnote.knowledge.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk does while its disk fails, and after. */
final class FailingStoreTest {

  @TempDir private Path folder;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private volatile RuntimeException failure = new StoreException("the disk is full");
  private final ScriptedDelivery delivery = new ScriptedDelivery();
  private SqliteStore database;
  private DurableDesk desk;

  @BeforeEach
  void open() {
    database = SqliteStore.open(DataFolder.open(folder), () -> NOON);
    desk =
        new DurableDesk(
            DeskFixture.SETTINGS.withQueue(1),
            failing(database.service()),
            new ScriptedAnswering(),
            (words, today, limit) -> List.of(),
            new SampleKnowledge(),
            () -> NOON,
            ZoneOffset.UTC);
    desk.register("test", delivery);
    desk.start();
  }

  @AfterEach
  void close() {
    desk.close();
    database.close();
  }

  @Test
  void what_cannot_be_stored_is_not_accepted_and_may_come_again() throws Exception {
    failures.put("accept", 1);

    assertThatThrownBy(() -> desk.admit(ask("1")))
        .isInstanceOf(StoreException.class)
        .hasMessage("the disk is full");
    assertThat(desk.health().state()).isEqualTo(Health.State.DOWN);
    assertThat(desk.admit(ask("1"))).isEqualTo(new Admission.Accepted(false));
    assertThat(delivery.await(1)).hasSize(1);
    assertThat(desk.health().isUp()).isTrue();
  }

  @Test
  void an_answer_waits_until_it_can_be_stored() throws Exception {
    failures.put("answered", 1);
    desk.admit(ask("1"));

    assertThat(delivery.await(1)).hasSize(1);
  }

  @Test
  void a_delivery_that_cannot_be_announced_is_not_begun() throws Exception {
    failures.put("delivering", 2);
    desk.admit(ask("1"));

    assertThat(delivery.await(1)).hasSize(1);
    assertThat(failures).doesNotContainKey("delivering");
  }

  @Test
  void what_was_delivered_is_marked_later_and_not_sent_again() throws Exception {
    failures.put("ended", 2);
    desk.admit(ask("1"));
    Await.until(() -> database.service().inbox().count(Inbox.Ending.DELIVERED) == 1);

    assertThat(delivery.attempts()).hasSize(1);
    assertThat(failures).doesNotContainKey("ended");
  }

  @Test
  void an_answer_that_can_never_be_stored_takes_neither_the_question_nor_its_place_along()
      throws Exception {
    failure = new IllegalStateException("cannot be written as JSON");
    failures.put("answered", 1);
    desk.admit(ask("1"));

    assertThat(delivery.await(1).getFirst().reply().plainText()).startsWith("Something went wrong");
    Await.until(() -> database.service().inbox().unfinished().isEmpty());
    // The place is given back a moment after the store knows.
    Await.until(() -> desk.metrics().contains("footnote_under_way 0"));
    assertThat(desk.admit(ask("2"))).isEqualTo(new Admission.Accepted(false));
  }

  @Test
  void a_worker_that_fails_altogether_goes_on_with_the_next_request() throws Exception {
    failure = new IllegalStateException("twice in a row");
    failures.put("answered", 2);
    desk.admit(ask("1"));
    Await.until(() -> desk.metrics().contains("footnote_under_way 0"));

    assertThat(desk.admit(ask("2"))).isEqualTo(new Admission.Accepted(false));
    assertThat(delivery.await(1).getFirst().request().keys()).containsExactly("2");
  }

  @Test
  void a_delivery_that_failed_with_the_store_before_anything_was_sent_is_tried_again()
      throws Exception {
    delivery.doing(outgoing -> {
      if (delivery.attempts().size() == 1) {
        throw new StoreException("what a button stands for cannot be stored");
      }
      return new Outcome.Delivered("m");
    });
    desk.admit(ask("1"));

    assertThat(delivery.await(2)).hasSize(2);
    Await.until(() -> database.service().inbox().count(Inbox.Ending.DELIVERED) == 1);
  }

  @Test
  void a_part_that_was_sent_is_noted_later_and_not_sent_again() throws Exception {
    failures.put("sent", 3);
    delivery.doing(outgoing -> {
      if (!outgoing.parts().isSent(0)) {
        outgoing.parts().sent(0, "first");
      }
      return new Outcome.Delivered("second");
    });
    desk.admit(ask("1"));
    Await.until(() -> database.service().inbox().count(Inbox.Ending.DELIVERED) == 1);

    assertThat(delivery.attempts()).hasSize(1);
  }

  @Test
  void a_reply_of_which_a_part_was_sent_and_cannot_be_noted_is_unconfirmed() throws Exception {
    var sent = new CountDownLatch(1);
    delivery.doing(outgoing -> {
      failures.put("sent", Integer.MAX_VALUE);
      sent.countDown();
      outgoing.parts().sent(0, "first");
      return new Outcome.Delivered("second");
    });
    desk.admit(ask("1"));
    sent.await();
    desk.close();

    assertThat(database.service().inbox().count(Inbox.Ending.UNCONFIRMED)).isEqualTo(1);
  }

  private ServiceStore failing(ServiceStore store) {
    var inbox =
        (Inbox)
            Proxy.newProxyInstance(
                Inbox.class.getClassLoader(),
                new Class<?>[] {Inbox.class},
                (proxy, method, arguments) -> {
                  // To ask what was sent has the name of telling it.
                  var name = method.getReturnType() == Set.class ? "isSent" : method.getName();
                  if (failures.containsKey(name)) {
                    failures.computeIfPresent(name, (m, n) -> n > 1 ? n - 1 : null);
                    throw failure;
                  }
                  try {
                    return method.invoke(store.inbox(), arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
    return new ServiceStore() {
      @Override
      public String identity() {
        return store.identity();
      }

      @Override
      public Inbox inbox() {
        return inbox;
      }

      @Override
      public AnswerShelf answers() {
        return store.answers();
      }

      @Override
      public TenantStore tenants() {
        return store.tenants();
      }
    };
  }
}
