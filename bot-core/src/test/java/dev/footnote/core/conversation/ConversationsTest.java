package dev.footnote.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.Reply.Action;
import dev.footnote.core.question.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationsTest {

  private static final ConversationId HERE = new ConversationId("here");
  private static final ConversationId ELSEWHERE = new ConversationId("elsewhere");

  private Instant now = Instant.parse("2026-06-06T23:30:00Z");
  private final InstantSource clock = () -> now;
  private final ScriptedAnswering answering = new ScriptedAnswering();
  private final AtomicInteger ids = new AtomicInteger();
  private final Conversations conversations =
      new Conversations(
          answering,
          (words, today, limit) -> List.of(),
          new SampleKnowledge(),
          new InMemoryConversationMemory(clock, Duration.ofHours(1), 2),
          clock,
          () -> "a" + ids.incrementAndGet());

  @Test
  void an_answer_shows_statements_differences_day_removals_and_references() {
    assertThat(say("How much did Acme spend?").plainText())
        .isEqualTo(
            """
            Acme spent $72.2 billion in 2025 on data centers. [1][2] A spokesman said the API would come in June. [2]
            Sources differ: How often it slipped
            - repeatedly [1]
            - twice [2]
            As of 5 June 2026. 1 statement was removed because its sources did not carry it.
            Sources
            [1] The Daily Paper, Acme delays the Anvil API, 2026-06-03, no link on file
            [2] The Letter, No date for Anvil, 2026-06-05, https://letter.example/anvil?a=1&b=2
            Ask next: Who leads Acme?\
            """);
  }

  @Test
  void an_answer_offers_evidence_follow_ups_and_feedback() {
    assertThat(say("How much did Acme spend?").actions())
        .containsExactly(
            new Action.Evidence(), new Action.FollowUp("Who leads Acme?"), new Action.Feedback());
  }

  @Test
  void a_refusal_gives_its_reason_and_the_nearest_stories() {
    assertThat(say("What is Zorp?").plainText())
        .isEqualTo(
            """
            Nothing on file answers that. No story names Zorp.
            Nearest on file
            - Acme delays the Anvil API (3 June 2026) 2026/06/acme-delays-anvil-api\
            """);
  }

  @Test
  void the_next_question_knows_the_conversation_before_it_and_no_other() {
    say("How much did Acme spend?");
    say("and who leads it?");
    conversations.reply(ELSEWHERE, Command.Ask.of("What is Zorp?"), ZoneOffset.UTC);

    assertThat(answering.asked()).extracting(q -> q.history().size()).containsExactly(0, 1, 0);
    assertThat(answering.asked().get(1).history().getFirst().documents())
        .containsExactly("2026/06/acme-delays-anvil-api");
  }

  @Test
  void a_conversation_is_forgotten_after_a_while() {
    say("How much did Acme spend?");
    now = now.plus(Duration.ofHours(2));

    assertThat(say("why").plainText()).startsWith("Nothing has been asked");
  }

  @Test
  void today_is_the_day_where_the_asker_is() {
    conversations.reply(HERE, Command.Ask.of("Acme?"), ZoneId.of("Asia/Tokyo"));

    assertThat(answering.asked())
        .extracting(Question::today)
        .containsExactly(LocalDate.of(2026, 6, 7));
  }

  @Test
  void why_tells_how_the_question_was_understood() {
    say("How much did Acme spend?");

    assertThat(say("why").plainText())
        .contains("Searched for: How much did Acme spend?")
        .contains("Names known: Acme")
        .contains("When: any time")
        .contains("The Daily Paper, 3 June 2026: names Acme [1]");
  }

  @Test
  void sources_shows_the_quotes_of_the_last_answer() {
    var answer = say("How much did Acme spend?");
    var sources = say("sources");

    assertThat(sources.plainText())
        .contains("> “A spokesman said the API would come in June.” [2]");
    assertThat(conversations.evidence(HERE, answer.answerId().orElseThrow())).contains(sources);
    assertThat(conversations.evidence(ELSEWHERE, "a1")).isEmpty();
  }

  @Test
  void sources_about_a_name_lists_all_references_on_file() {
    assertThat(say("sources acme labs").plainText())
        .startsWith("Sources on file about Acme\n4 sources in 2 stories, newest first.")
        .contains("[4] The Letter, Acme launches Anvil 2, letter, 2026-04-08");
  }

  @Test
  void a_claim_that_a_statement_says_in_other_order_is_supported() {
    assertThat(say("check In 2025 Acme spent $72.2 billion on data centers").plainText())
        .contains("Supported. A statement on file says the same:");
  }

  @Test
  void a_claim_with_another_figure_is_contradicted() {
    assertThat(say("check Acme spent $80 billion in 2025 on data centers").plainText())
        .contains("Contradicted.")
        .contains("Acme spent $72.2 billion in 2025 on data centers. [1][2]");
  }

  @Test
  void a_claim_that_no_statement_repeats_is_only_covered() {
    assertThat(say("check Acme will open an office in Paris").plainText()).contains("Covered.");
    assertThat(say("check Acme never spent $72.2 billion in 2025 on data centers").plainText())
        .contains("Covered.");
  }

  @Test
  void a_claim_without_evidence_is_not_covered() {
    assertThat(say("check Zorp is bankrupt").plainText())
        .contains("Zorp is bankrupt", "Not covered. That does not make it false");
  }

  @Test
  void a_timeline_of_a_known_name_comes_from_the_stories() {
    assertThat(say("timeline Anvil 2").plainText())
        .isEqualTo(
            """
            Timeline: Anvil 2
            - 2026-04-08: Acme launched Anvil 2 without an API. [1][2]
            - 2026-06-03: Acme had set no date for the Anvil API. [3][4]
            As of 5 June 2026.
            Sources
            [1] The Daily Paper, Acme launches Anvil 2, paper, 2026-04-08, no link on file
            [2] The Letter, Acme launches Anvil 2, letter, 2026-04-08, https://letter.example/2026-04-08
            [3] The Daily Paper, Acme delays the Anvil API, paper, 2026-06-03, no link on file
            [4] The Letter, Acme delays the Anvil API, letter, 2026-06-03, https://letter.example/2026-06-03\
            """);
  }

  @Test
  void latest_alone_lists_the_newest_stories_and_with_a_name_asks() {
    assertThat(say("latest").plainText()).startsWith("Latest stories\n- 2026-06-03: Acme had set");
    say("latest on Acme");
    assertThat(answering.asked()).extracting(Question::text).containsExactly("Latest news on Acme");
  }

  @Test
  void a_mistyped_command_is_answered_and_the_line_meant_is_offered() {
    var reply = say("lastest Acme");

    assertThat(reply.plainText()).startsWith("Read as a question. Did you mean latest Acme?\nAcme");
    assertThat(reply.actions()).contains(new Action.Run("latest Acme", "latest Acme"));
  }

  @Test
  void a_memory_keeps_the_conversations_used_last() {
    var memory = new InMemoryConversationMemory(clock, Duration.ofHours(1), 2);
    var exchange = new Exchange("a", now, answering.answer(Question.of("Acme", LocalDate.EPOCH)));
    for (var id : List.of("one", "two", "three")) {
      memory.remember(new ConversationId(id), exchange);
    }
    assertThat(memory.recall(new ConversationId("one"))).isEmpty();
    assertThat(memory.recall(new ConversationId("three"))).hasSize(1);
    memory.forget(new ConversationId("three"));
    assertThat(memory.recall(new ConversationId("three"))).isEmpty();
  }

  @Test
  void help_teaches_only_lines_that_are_commands() {
    assertThat(say("help").plainText()).contains("timeline Muse Spark");
    assertThat(new Command.Latest(Optional.empty())).isEqualTo(new CommandParser().parse("latest"));
  }

  private Reply say(String line) {
    return conversations.reply(HERE, new CommandParser().parse(line), ZoneOffset.UTC);
  }
}
