package dev.footnote.core.service;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.SampleKnowledge;
import dev.footnote.core.data.DataFolder;
import dev.footnote.core.jdbc.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * A desk on a real database in a folder, with {@link SampleKnowledge}. Closing and opening it again
 * on the same folder is a restart.
 */
public final class DeskFixture implements AutoCloseable {

  /** Without limits in practice, and retries that a test can wait for. */
  public static final DeskSettings SETTINGS =
      DeskSettings.standard(2)
          .withLimits(
              new DeskSettings.Rate(1_000_000, 60_000), new DeskSettings.Rate(1_000_000, 60_000))
          .withRetries(new DeskSettings.Retries(5, Duration.ofMillis(5), Duration.ofMillis(40)));

  private final SqliteStore database;
  private final DurableDesk desk;

  private DeskFixture(SqliteStore database, DurableDesk desk) {
    this.database = database;
    this.desk = desk;
  }

  public static DeskFixture open(Path folder, Answering answering, InstantSource clock) {
    return open(folder, SETTINGS, answering, clock);
  }

  public static DeskFixture open(
      Path folder, DeskSettings settings, Answering answering, InstantSource clock) {
    var database = SqliteStore.open(DataFolder.open(folder), clock);
    return open(database, database.service(), settings, answering, clock);
  }

  /**
   * A desk whose process ends, as by kill -9, when it comes to that step of storing.
   *
   * @param step one of {@link #steps}
   */
  public static DeskFixture openToHalt(
      Path folder, String step, Answering answering, InstantSource clock) {
    var database = SqliteStore.open(DataFolder.open(folder), clock);
    var halting = HaltingStore.at(HaltingStore.Step.valueOf(step), 1, database.service());
    return open(database, halting, SETTINGS, answering, clock);
  }

  /** The boundaries of what is stored, for {@link #openToHalt}. */
  public static List<String> steps() {
    return Arrays.stream(HaltingStore.Step.values())
        .filter(step -> step != HaltingStore.Step.AFTER_POST)
        .filter(step -> step != HaltingStore.Step.AFTER_ADMIT)
        .map(Enum::name)
        .toList();
  }

  private static DeskFixture open(
      SqliteStore database,
      ServiceStore store,
      DeskSettings settings,
      Answering answering,
      InstantSource clock) {
    return new DeskFixture(
        database,
        new DurableDesk(
            settings,
            store,
            answering,
            (words, today, limit) -> List.of(),
            new SampleKnowledge(),
            clock,
            ZoneOffset.UTC));
  }

  /** Not started yet: register deliveries, then call {@link DurableDesk#start}. */
  public DurableDesk desk() {
    return desk;
  }

  public ServiceStore store() {
    return database.service();
  }

  @Override
  public void close() {
    desk.close();
    database.close();
  }
}
