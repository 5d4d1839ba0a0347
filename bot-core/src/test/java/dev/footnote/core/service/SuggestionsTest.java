package dev.footnote.core.service;

import static dev.footnote.core.service.Requests.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.SampleKnowledge;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.Suggestions.Suggestion;
import dev.footnote.knowledge.content.CuratedKnowledge;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {

  private final ScriptedAnswering answering = new ScriptedAnswering();
  private final Suggestions suggestions =
      new KnowledgeSuggestions(new SampleKnowledge(), answering, () -> NOON, ZoneOffset.UTC)
          .within(Set.of());

  @Test
  void stories_are_found_by_words_and_come_newest_first() {
    var delay =
        new Suggestion("2026-06-03 Acme delays the Anvil API", "2026/06/acme-delays-anvil-api");
    var launch = new Suggestion("2026-04-08 Acme launches Anvil 2", "2026/04/acme-launches-anvil");

    assertThat(suggestions.stories("", 25)).containsExactly(delay, launch);
    assertThat(suggestions.stories("anv LAUNCH", 25)).containsExactly(launch);
    assertThat(suggestions.stories("2026-06", 25)).containsExactly(delay);
    assertThat(suggestions.stories("", 1)).containsExactly(delay);
    assertThat(suggestions.stories("zorp", 25)).isEmpty();
  }

  @Test
  void subjects_are_found_by_alias_and_without_accents() {
    assertThat(suggestions.subjects("labs", 25)).containsExactly(new Suggestion("Acme", "Acme"));
    assertThat(suggestions.subjects("ÁCM", 25)).containsExactly(new Suggestion("Acme", "Acme"));
    assertThat(suggestions.subjects("model", 25))
        .containsExactly(new Suggestion("Models", "Models"));
    assertThat(suggestions.topics("model", 25)).containsExactly(new Suggestion("Models", "models"));
    assertThat(suggestions.publishers("paper", 25))
        .containsExactly(new Suggestion("The Daily Paper", "The Daily Paper"));
  }

  @Test
  void only_what_is_on_the_chosen_topics_is_suggested() {
    var none =
        new KnowledgeSuggestions(new SampleKnowledge(), answering, () -> NOON, ZoneOffset.UTC)
            .within(Set.of("chips"));

    assertThat(none.stories("", 25)).isEmpty();
    assertThat(none.subjects("", 25)).isEmpty();
    assertThat(none.examples(4)).isEmpty();
    assertThat(none.topics("", 25)).hasSize(1);
  }

  @Test
  void examples_are_answered_and_stay_the_same() {
    var examples = suggestions.examples(4);

    assertThat(examples).contains("What is the latest on Acme?").hasSizeLessThanOrEqualTo(4);
    assertThat(suggestions.examples(4)).isEqualTo(examples);
    assertThat(suggestions.examples(1)).isEqualTo(examples.subList(0, 1));
    assertThat(suggestions.examples(0)).isEmpty();
  }

  @Test
  void examples_are_tried_once_and_ahead_by_a_thread_that_holds_up_no_other() throws Exception {
    var byVirtual = new AtomicBoolean();
    var tried = new AtomicInteger();
    Answering counted =
        question -> {
          byVirtual.compareAndSet(false, Thread.currentThread().isVirtual());
          tried.incrementAndGet();
          return answering.answer(question);
        };
    try (var prepared =
        new KnowledgeSuggestions(new SampleKnowledge(), counted, () -> NOON, ZoneOffset.UTC)) {
      Thread.ofVirtual().start(prepared::prepare).join();
      Await.until(() -> tried.get() > 0);
      var asking =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  Thread.ofVirtual()
                      .start(() -> assertThat(prepared.within(Set.of()).examples(4)).isNotEmpty()))
              .toList();
      for (var thread : asking) {
        thread.join();
      }
      int once = tried.get();
      prepared.within(Set.of()).examples(4);

      assertThat(byVirtual).isFalse();
      assertThat(tried).hasValue(once);
    }
  }

  @Test
  void examples_that_could_not_be_tried_are_tried_again() {
    var broken = new AtomicBoolean(true);
    Answering sometimes =
        question -> {
          if (broken.getAndSet(false)) {
            throw new IllegalStateException("no index");
          }
          return answering.answer(question);
        };
    try (var prepared =
        new KnowledgeSuggestions(new SampleKnowledge(), sometimes, () -> NOON, ZoneOffset.UTC)) {
      var suggested = prepared.within(Set.of());
      assertThatThrownBy(() -> suggested.examples(4)).hasMessageContaining("no index");
      assertThat(suggested.examples(4)).isNotEmpty();
    }
  }

  @Test
  void the_curated_knowledge_is_searched_in_a_few_milliseconds() {
    var curated =
        new KnowledgeSuggestions(CuratedKnowledge.packaged(), answering, () -> NOON, ZoneOffset.UTC)
            .within(Set.of());
    for (var i = 0; i < 300; i++) {
      curated.stories("open ai " + i % 10, 25);
      curated.subjects("meta", 25);
    }
    long start = System.nanoTime();
    for (var i = 0; i < 100; i++) {
      assertThat(curated.stories("openai", 25)).hasSizeLessThanOrEqualTo(25).isNotEmpty();
      assertThat(curated.subjects("met", 25)).isNotEmpty();
      assertThat(curated.publishers("re", 25)).isNotEmpty();
    }
    double millis = (System.nanoTime() - start) / 1e6 / 300;

    assertThat(millis).as("one search").isLessThan(5);
  }
}
