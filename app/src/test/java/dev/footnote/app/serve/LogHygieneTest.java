package dev.footnote.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.footnote.core.conversation.Command;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.Feedback;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.Secret;
import dev.footnote.core.service.SettingsChange;
import dev.footnote.core.service.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Row P3 of the reliability targets, core's part: nothing that was typed, no token and no address
 * is logged at any level, also when everything fails. 500 requests; 10,000 with {@code
 * -Dfootnote.full=true}.
 */
class LogHygieneTest {

  private static final int REQUESTS = Boolean.getBoolean("footnote.full") ? 10_000 : 500;
  private static final String CANARY = "c4n4ry";
  private static final TenantId TENANT = new TenantId("test", "acme");

  @TempDir private Path folder;
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
  private final Level before = root.getLevel();

  @BeforeEach
  void listen() {
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    root.setLevel(Level.TRACE);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    others.forEach(root::addAppender);
    root.setLevel(before);
  }

  @Test
  void neither_questions_nor_tokens_nor_addresses_are_logged_whatever_fails() throws Exception {
    var scripted = new ScriptedAnswering();
    var asked = new AtomicInteger();
    var attempts = new AtomicInteger();
    try (var fixture =
        DeskFixture.open(
            folder,
            question -> {
              if (asked.incrementAndGet() % 3 == 0) {
                throw new IllegalStateException(
                    question.text(), new IllegalArgumentException(question.text()));
              }
              if (asked.get() % 7 == 0) {
                throw new StackOverflowError(question.text());
              }
              return scripted.answer(question);
            },
            () -> Instant.parse("2026-06-06T12:00:00Z"))) {
      var desk = fixture.desk();
      desk.register(
          "test",
          outgoing ->
              switch (attempts.incrementAndGet() % 5) {
                case 0 -> throw new IllegalStateException("POST " + outgoing.request().address());
                case 1 -> new Outcome.Retry(Duration.ZERO, "HTTP 500");
                case 2 -> new Outcome.Gone("HTTP 404");
                case 3 -> new Outcome.Unconfirmed("the connection was cut");
                default -> new Outcome.Delivered("m" + CANARY);
              });
      desk.start();
      for (var i = 0; i < REQUESTS; i++) {
        desk.admit(request(i));
      }
      desk.feedback(
          TENANT, "ann", "a1", new Feedback(false, Optional.empty(), Optional.of(CANARY)));
      desk.change(TENANT, "ann", true, new SettingsChange.Channels(Set.of(CANARY)));
      desk.change(TENANT, "ann", true, new SettingsChange.Topics(Set.of(CANARY)));
      desk.data().put(TENANT, "token", CANARY.getBytes(StandardCharsets.UTF_8));
      desk.remember(TENANT, CANARY);
      var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (!fixture.store().inbox().unfinished().isEmpty() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(fixture.store().inbox().unfinished()).isEmpty();
      desk.erase(TENANT);
    }
    assertThat(log.list).extracting(ILoggingEvent::getLevel).contains(Level.ERROR, Level.WARN);
    assertThat(log.list)
        .hasSizeGreaterThan(REQUESTS)
        .allSatisfy(event -> {
          assertThat(event.getFormattedMessage()).doesNotContain(CANARY);
          assertThat(
                  event.getThrowableProxy() == null
                      ? ""
                      : ThrowableProxyUtil.asString(event.getThrowableProxy()))
              .doesNotContain(CANARY);
        });
  }

  @Test
  void a_request_and_what_hangs_on_it_do_not_tell_when_printed() {
    assertThat(request(1).toString()).doesNotContain(CANARY);
    assertThat(new Feedback(true, Optional.empty(), Optional.of(CANARY)).toString())
        .doesNotContain(CANARY);
    assertThat(new Secret(CANARY).toString()).isEqualTo("***");
  }

  private static Request request(int i) {
    return new Request(
        List.of("key-" + i),
        TENANT,
        "C1",
        "user-" + i,
        new ConversationId("test:" + i),
        Command.Ask.of("Acme " + CANARY + " " + i),
        Optional.empty(),
        false,
        "{\"webhook\":\"https://hooks.example/" + CANARY + "\"}",
        Instant.parse("2026-06-06T12:00:00Z"));
  }
}
