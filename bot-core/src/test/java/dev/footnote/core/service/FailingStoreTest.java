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
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk does while its disk fails, and after. */
final class FailingStoreTest {

  @TempDir private Path folder;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
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

  private ServiceStore failing(ServiceStore store) {
    var inbox =
        (Inbox)
            Proxy.newProxyInstance(
                Inbox.class.getClassLoader(),
                new Class<?>[] {Inbox.class},
                (proxy, method, arguments) -> {
                  if (failures.containsKey(method.getName())) {
                    failures.computeIfPresent(method.getName(), (m, n) -> n > 1 ? n - 1 : null);
                    throw new StoreException("the disk is full");
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
