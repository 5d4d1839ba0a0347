package dev.footnote.slack;

import static dev.footnote.slack.BotFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Answered;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.question.Question;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.slack.BotFixture.Way;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.fake.Fault;
import dev.footnote.slack.fake.Payloads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a member meets in the assistant pane. */
class AssistantPaneTest {

  private static final String THREAD = "1717.1";
  private static final String STATUS = "assistant.threads.setStatus";

  @TempDir Path folder;

  @Test
  void it_offers_questions_that_are_answered() {
    try (var fixture = start(new ScriptedAnswering())) {
      var slack = fixture.slack;
      var started = Payloads.event("assistant_thread_started");
      started.add(
          "assistant_thread",
          FakeSlack.json(
              "{\"user_id\":\"U2\",\"channel_id\":\"D2\",\"thread_ts\":\"1717.1\",\"context\":{}}"));
      assertThat(slack.event(started).isOk()).isTrue();
      until(() -> !slack.workplace.pane().isEmpty());
      assertThat(slack.workplace.pane().get(0))
          .containsEntry("method", "assistant.threads.setSuggestedPrompts")
          .containsEntry("thread_ts", THREAD);

      var prompts =
          FakeSlack.json("{\"p\":" + slack.workplace.pane().get(0).get("prompts") + "}")
              .getAsJsonArray("p");
      assertThat(prompts).isNotEmpty().hasSizeLessThanOrEqualTo(4);
      for (var prompt : prompts) {
        slack.workplace.clear();
        ask(slack, prompt.getAsJsonObject().get("message").getAsString());
        until(() -> slack.workplace.inThread("D2", THREAD).size() == 1);
        assertThat(slack.workplace.inThread("D2", THREAD).get(0).seen()).contains("[1]");
      }
      assertThat(slack.workplace.violations).isEmpty();
    }
  }

  @Test
  void it_says_that_it_works_and_names_the_thread_after_its_first_question() {
    var release = new CountDownLatch(1);
    try (var fixture = start(new Held(release))) {
      var slack = fixture.slack;
      ask(slack, "What did Acme spend?");
      until(() -> !slack.workplace.status("D2", THREAD).isEmpty());
      until(() -> slack.workplace.pane().size() == 2);
      assertThat(slack.workplace.pane().get(1))
          .containsEntry("method", "assistant.threads.setTitle")
          .containsEntry("title", "What did Acme spend?");

      release.countDown();
      until(fixture::allEnded);
      ask(slack, "And then?");
      until(fixture::allEnded);
      assertThat(slack.workplace.inThread("D2", THREAD)).hasSize(2);
      assertThat(slack.workplace.pane().stream().map(c -> c.get("method")))
          .containsOnlyOnce("assistant.threads.setTitle");
    } finally {
      release.countDown();
    }
  }

  @Test
  void a_status_that_its_answer_overtook_does_not_stay() {
    var release = new CountDownLatch(1);
    try (var fixture = start(new Held(release))) {
      var slack = fixture.slack;
      slack.api.next(STATUS, new Fault.Slow(Duration.ofMillis(400)));
      ask(slack, "What did Acme spend?");
      until(() -> slack.api.calls(STATUS).size() == 1);
      release.countDown();
      until(() -> slack.workplace.inThread("D2", THREAD).size() == 1);
      until(
          () -> slack.workplace.pane().stream().filter(c -> c.containsKey("status")).count() == 2);

      assertThat(slack.workplace.status("D2", THREAD)).isEmpty();
    } finally {
      release.countDown();
    }
  }

  @Test
  void with_the_least_scopes_nothing_of_it_is_called() {
    try (var fixture = BotFixture.start(folder, Way.HTTP)) {
      var slack = fixture.slack;
      ask(slack, "What did Acme spend?");
      until(() -> slack.workplace.inThread("D2", THREAD).size() == 1);

      assertThat(slack.api.calls().stream().map(c -> c.method()))
          .noneMatch(m -> m.startsWith("assistant."));
    }
  }

  private static void ask(FakeSlack slack, String question) {
    var event = Payloads.message("D2", "U2", slack.workplace.ts(), THREAD, question, "", "im");
    assertThat(slack.event(event).isOk()).isTrue();
  }

  private BotFixture start(Answering answering) {
    var slack = new FakeSlack();
    slack.scopes("app_mentions:read", "chat:write", "commands", "im:history", "assistant:write");
    return BotFixture.start(
        slack,
        true,
        folder,
        Way.HTTP,
        BotFixture.settings(slack, Way.HTTP),
        DeskFixture.SETTINGS,
        answering,
        BotFixture.PACE);
  }

  /** Answers as scripted, once it may. */
  private record Held(CountDownLatch release, ScriptedAnswering scripted) implements Answering {

    Held(CountDownLatch release) {
      this(release, new ScriptedAnswering());
    }

    @Override
    public Answered answer(Question question) {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return scripted.answer(question);
    }
  }
}
