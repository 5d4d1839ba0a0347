package dev.footnote.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.footnote.core.conversation.AnswerReplies;
import dev.footnote.core.conversation.Exchange;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.question.Question;
import dev.footnote.core.service.AuditLine;
import dev.footnote.core.service.Feedback;
import dev.footnote.core.service.Inbox.Ending;
import dev.footnote.core.service.TenantId;
import dev.footnote.core.service.TenantSettings;
import dev.footnote.knowledge.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row D3 of the reliability targets: the nth write fails, for each n there is. Once by SQLite's own
 * limit of pages, for all that the service stores; and once by the kernel's limit of a file's size,
 * which fails in the middle of the log as a disk does, at 100 places, or 700 with {@code
 * -Dfootnote.full=true}.
 */
final class FailingWritesTest {

  private static final int REQUESTS = 4;
  private static final int LIMITS = Boolean.getBoolean("footnote.full") ? 700 : 100;

  /** Enough for all limits to be run into. */
  private static final int STORED = LIMITS * 2;

  private static final TenantId TENANT = new TenantId("test", "acme");

  @TempDir private Path root;

  @Test
  void whichever_page_finds_no_space_nothing_is_half_done_and_all_goes_on_once_there_is() {
    var failures = 0;
    var pages = 0;
    for (var failed = true; failed; pages++) {
      var folder = DataFolder.open(root.resolve("pages-" + pages));
      var before = failures;
      NativeLibrary.load(folder, Articles.NOW);
      try (var database = Database.open(folder)) {
        limit(database, pageCount(database) + pages);
        var run = new Run(new SqliteService(database, "test"));
        for (var request = 0; request < REQUESTS; request++) {
          for (var step : run.steps(request)) {
            failures += runAllTheSame(step, database, run);
          }
        }
        run.requireAllDone();
      }
      requireWhole(folder);
      failed = failures > before;
    }
    assertThat(pages).as("pages that are needed").isGreaterThan(10);
    assertThat(failures).as("steps that failed").isGreaterThan(pages);
  }

  /** Runs a step; where it fails, again with one more page, and so on. Returns how often. */
  private static int runAllTheSame(Runnable step, Database database, Run run) {
    for (var failures = 0; ; failures++) {
      try {
        step.run();
        return failures;
      } catch (StoreException e) {
        assertThat(e).hasMessageContaining("the disk is full").hasMessageNotContaining("\n");
        run.requireWhatWasStored();
        limit(database, pageCount(database) + failures + 1);
      }
    }
  }

  @Test
  void a_log_that_cannot_grow_fails_what_is_new_and_nothing_else_until_it_can() throws Exception {
    assumeThat(runs("prlimit", "--version")).as("the kernel's limits can be set").isTrue();
    var seed = Long.getLong("footnote.seed", System.nanoTime());
    var folder = new DataFolder(root.resolve("data"));
    var process = Fork.start(AcceptLoop.class, folder.root().toString(), String.valueOf(STORED));
    try (var said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("ready");
      var log = folder.database().resolveSibling("footnote.db-wal");
      grow(process, said, Files.size(log), new Random(seed));
      assertThat(said.lines().reduce((a, b) -> b)).as("seed " + seed).contains("last");
    }
    assertThat(process.waitFor()).isEqualTo(9);

    try (var store = SqliteStore.open(folder, InstantSource.system())) {
      var unfinished = store.service().inbox().unfinished();
      assertThat(unfinished).as("seed " + seed).hasSize(STORED);
      for (var n = 0; n < STORED; n++) {
        assertThat(unfinished.get(n).request().keys()).containsExactly(AcceptLoop.key(n));
      }
    }
    requireWhole(folder);
  }

  /** Lets files of a process grow a little further each time it has run into their limit. */
  private static void grow(Process process, BufferedReader said, long size, Random random)
      throws Exception {
    var limit = size;
    prlimit(process, limit + ":");
    process.getOutputStream().close();
    for (var i = 0; i < LIMITS; i++) {
      assertThat(said.readLine())
          .as("limit " + limit)
          .startsWith("failed ")
          .contains("the disk failed");
      assertThat(said.readLine()).isEqualTo("read true");
      // Less than a transaction takes, so that it ends anywhere in one.
      limit += random.nextInt(1, 9_000);
      prlimit(process, limit + ":");
    }
    prlimit(process, "unlimited:");
  }

  private static void prlimit(Process process, String limit) throws Exception {
    assertThat(runs("prlimit", "--pid", String.valueOf(process.pid()), "--fsize=" + limit))
        .isTrue();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void requireWhole(DataFolder folder) {
    try (var connection = Connections.reader(folder.database())) {
      assertThat(Connections.text(connection, "PRAGMA integrity_check")).isEqualTo("ok");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static long pageCount(Database database) {
    return database.read(connection -> Connections.number(connection, "PRAGMA page_count"));
  }

  private static void limit(Database database, long pages) {
    database.write(
        connection -> Connections.number(connection, "PRAGMA max_page_count = " + pages));
  }

  /** The life of some requests, step by step, and what must be on disk after each. */
  private static final class Run {

    private final SqliteService service;
    private final List<Long> ids = new ArrayList<>();
    private int answered;
    private int ended;
    private int settled;

    Run(SqliteService service) {
      this.service = service;
    }

    List<Runnable> steps(int n) {
      var request = AcceptLoop.request(n);
      var answer = new ScriptedAnswering().answer(Question.of("Acme?", LocalDate.of(2026, 6, 6)));
      var exchange = new Exchange("answer-" + n, Articles.NOW, answer);
      var reply = new AnswerReplies().reply("answer-" + n, answer);
      return List.of(
          () -> ids.add(service.inbox().accept(request, false).orElseThrow()),
          () -> {
            assertThat(service.inbox().answered(ids.get(n), reply, Optional.of(exchange))).isTrue();
            answered++;
          },
          () -> assertThat(service.inbox().delivering(ids.get(n))).isTrue(),
          () -> service.inbox().sent(ids.get(n), 0, "message-" + n),
          () -> {
            service.inbox().ended(ids.get(n), Ending.DELIVERED, "message-" + n, "");
            ended++;
          },
          () ->
              service
                  .answers()
                  .feedback(TENANT, "ann", "answer-" + n, Feedback.ofGood(), Articles.NOW),
          () -> service.answers().remember(TENANT, "token-" + n, "x".repeat(2_000), Articles.NOW),
          () -> {
            service
                .tenants()
                .settle(
                    TENANT,
                    TenantSettings.DEFAULT,
                    new AuditLine(Articles.NOW, "boss", "x".repeat(300), false));
            settled++;
          },
          () -> service.tenants().put(TENANT, "name-" + n, new byte[3_000]));
    }

    void requireWhatWasStored() {
      assertThat(service.inbox().isKnown(List.of(AcceptLoop.key(ids.size())))).isFalse();
      assertThat(service.inbox().unfinished()).hasSize(ids.size() - ended);
      for (var n = 0; n < REQUESTS; n++) {
        assertThat(service.answers().reply(TENANT, "answer-" + n).isPresent())
            .isEqualTo(n < answered);
      }
      assertThat(service.tenants().audit(TENANT, 100)).hasSize(settled);
    }

    void requireAllDone() {
      assertThat(service.inbox().count(Ending.DELIVERED)).isEqualTo(REQUESTS);
      requireWhatWasStored();
      service.close();
    }
  }
}
