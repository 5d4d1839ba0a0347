package dev.footnote.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.jdbc.Fork;
import dev.footnote.core.service.HaltingStore.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Row E6 of the reliability targets, core's part: a desk's process is ended at every named step,
 * and at random: 4 times in the everyday run, 1,000 times with {@code -Dfootnote.full=true}, or as
 * often as {@code -Dfootnote.kills} says. What counts is what the platform has.
 */
final class KillTest {

  private static final int KILLS =
      Integer.getInteger("footnote.kills", Boolean.getBoolean("footnote.full") ? 1000 : 4);

  @ParameterizedTest
  @EnumSource(Step.class)
  void what_was_accepted_is_answered_once_wherever_the_process_ends(Step step, @TempDir Path folder)
      throws Exception {
    var process = Fork.start(DeskLoop.class, folder.toString(), "a", step.name(), "7");
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as("halted").isEqualTo(9);

    restartAndCheck(folder, step.name());
  }

  @Test
  void a_question_that_ends_the_process_that_answers_it_ends_three_and_then_gets_an_apology(
      @TempDir Path folder) throws Exception {
    assertThat(poisoned(folder, "poison", "good")).isEqualTo(9);
    assertThat(poisoned(folder)).isEqualTo(9);
    assertThat(poisoned(folder)).isEqualTo(9);
    assertThat(poisoned(folder)).isZero();

    assertThat(new PostBox(folder.resolve(DeskLoop.POSTS)).posts())
        .containsExactlyInAnyOrderElementsOf(PostBox.of(List.of("poison", "good")));
  }

  private static int poisoned(Path folder, String... keys) throws Exception {
    var arguments = Stream.concat(Stream.of(folder.toString()), Stream.of(keys));
    return Fork.start(PoisonedDesk.class, arguments.toArray(String[]::new)).waitFor();
  }

  @Test
  void what_was_accepted_is_answered_once_whenever_the_process_is_killed(@TempDir Path folder)
      throws Exception {
    var seed = Long.getLong("footnote.seed", System.nanoTime());
    var random = new Random(seed);
    for (var kill = 0; kill < KILLS; kill++) {
      var process = Fork.start(DeskLoop.class, folder.toString(), "run" + kill, "-");
      try {
        // From the second run on, what the last one left is taken up before the kill, or within.
        awaitReady(process);
        if (kill % 3 != 0) {
          var accepted = folder.resolve(DeskLoop.ACCEPTED);
          var before = PostBox.lines(accepted).size();
          Await.until(Duration.ofSeconds(30), () -> PostBox.lines(accepted).size() > before);
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(250_000));
        assertThat(process.isAlive()).isTrue();
      } finally {
        process.toHandle().destroyForcibly();
      }
      process.waitFor();
    }

    restartAndCheck(folder, "seed " + seed);
    assertThat(PostBox.lines(folder.resolve(DeskLoop.ACCEPTED))).hasSizeGreaterThan(KILLS);
  }

  private static void restartAndCheck(Path folder, String where) {
    var posts = new PostBox(folder.resolve(DeskLoop.POSTS));
    var accepted = PostBox.lines(folder.resolve(DeskLoop.ACCEPTED));
    try (var fixture =
        DeskFixture.open(folder.resolve("data"), new ScriptedAnswering(), InstantSource.system())) {
      fixture.desk().register("test", posts);
      fixture.desk().start();
      Await.until(Duration.ofSeconds(60), () -> fixture.store().inbox().unfinished().isEmpty());
      // The platform delivers again what was not acknowledged, and some that was.
      accepted.stream()
          .limit(20)
          .forEach(key ->
              assertThat(fixture.desk().admit(Requests.ask(key)))
                  .isEqualTo(new Admission.Duplicate()));
    }
    assertThat(posts.posts()).as("posts, " + where).doesNotHaveDuplicates();
    assertThat(new HashSet<>(posts.posts()))
        .as("posts, " + where)
        .containsAll(PostBox.of(accepted));
  }

  private static void awaitReady(Process process) throws IOException {
    var reader = process.inputReader(StandardCharsets.UTF_8);
    assertThat(reader.readLine()).isEqualTo("ready");
  }
}
