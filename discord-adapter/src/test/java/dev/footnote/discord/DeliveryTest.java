package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.DeskSettings;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import dev.footnote.discord.fake.FakeInteraction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Replies that have it hard: late, refused, malformed, cut off. */
class DeliveryTest {

  private static final String QUESTION = "How much did Acme spend?";

  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild guild = discord.guild(2);
  private final String channel = guild.channels().getFirst();
  private final String user = guild.members().getFirst();
  private final CountDownLatch gate = new CountDownLatch(1);
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    discord.close();
    assertThat(discord.rest().violations()).isEmpty();
  }

  @Test
  void a_private_answer_comes_as_a_direct_message_once_its_token_expired() {
    try (var bot = start(DeskFixture.SETTINGS, gated())) {
      var asked =
          discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true);
      discord.awaitCallback(asked);
      asked.expire();
      gate.countDown();
      var post = discord.awaitPost(discord.directChannel(user));

      assertThat(post.text()).contains("closed your question").contains("Acme spent");
      assertThat(discord.posts(channel)).isEmpty();
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void a_private_answer_comes_as_a_direct_message_if_its_command_was_acknowledged_too_late() {
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      discord
          .rest()
          .faults()
          .answer(
              "POST /.*callback",
              1,
              404,
              Map.of("via", "1.1 fake"),
              "{\"code\":10062,\"message\":\"Unknown interaction\"}");
      discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true);

      assertThat(discord.awaitPost(discord.directChannel(user)).text()).contains("Acme spent");
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void a_public_answer_stands_in_the_channel_though_its_token_expired() {
    try (var bot = start(DeskFixture.SETTINGS, gated())) {
      var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
      discord.awaitCallback(asked);
      asked.expire();
      gate.countDown();

      assertThat(discord.awaitPost(channel).text()).contains("Acme spent");
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void where_the_bot_may_not_write_the_answer_takes_the_place_of_is_thinking() {
    discord.forbid(channel);
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);

      assertThat(discord.awaitPost(channel).interaction()).contains(asked.id());
      assertThat(discord.awaitPost(channel).text()).contains("Acme spent");
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void what_discord_takes_for_malformed_is_sent_as_plain_text() {
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      discord
          .rest()
          .faults()
          .answer(
              "POST /channels/.*",
              1,
              400,
              Map.of("via", "1.1 fake"),
              "{\"code\":50035,\"message\":\"Invalid Form Body\"}");
      discord.says(guild, channel, user, mention());
      var post = discord.awaitPost(channel);

      assertThat(post.body().getString("content"))
          .contains("Acme spent")
          .contains("letter.example");
      assertThat(post.controls()).hasSize(6);
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void a_mention_is_answered_by_a_reply_where_the_bot_may_read_history() {
    discord.allowHistory();
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      var asked = discord.says(guild, channel, user, mention());
      var post = discord.awaitPost(channel);

      assertThat(post.replyTo()).contains(asked);
      assertThat(post.text()).startsWith("Acme spent");
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** All that the invite asks for. */
  @Test
  void where_it_may_not_read_history_the_answer_says_whom_it_answers() {
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      var asked = discord.says(guild, channel, user, mention());
      var post = discord.awaitPost(channel);

      assertThat(post.replyTo()).isEmpty();
      assertThat(post.text())
          .startsWith(
              "-# <@%s> https://discord.com/channels/%s/%s/%s\nAcme spent"
                  .formatted(user, guild.id(), channel, asked));
      assertThat(discord.rest().calls()).noneMatch(c -> c.status() == 403);
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void an_answer_whose_reference_is_refused_comes_without() {
    discord.pretendHistory();
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      for (int i = 1; i <= 2; i++) {
        var asked = discord.says(guild, channel, user, mention());
        assertThat(discord.awaitPosts(channel, i).getLast().text()).contains("/" + asked);
      }

      assertThat(discord.rest().calls().stream().filter(c -> c.status() == 403)).hasSize(1);
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** Discord has more codes for what it does not take than are known. */
  @Test
  void what_discord_refuses_for_good_is_sent_as_plain_text_that_says_who_asked() {
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      discord
          .rest()
          .faults()
          .answer(
              "POST /channels/.*",
              1,
              400,
              Map.of("via", "1.1 fake"),
              "{\"code\":50006,\"message\":\"Cannot send an empty message\"}");
      discord.command(guild, channel, user, "ask", "question", QUESTION);
      var post = discord.awaitPost(channel);

      assertThat(post.body().getString("content"))
          .startsWith("-# member0: " + QUESTION)
          .contains("Acme spent");
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** The reply was stored but the connection cut: the nonce brings the same message back. */
  @Test
  void a_message_whose_receipt_was_lost_is_not_doubled() {
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      discord.rest().faults().answerAfterwards("POST /channels/.*", 2, 0, "");
      discord.says(guild, channel, user, mention());
      var post = bot.awaitSettled(guild, channel, 1);

      assertThat(discord.posts(channel)).containsExactly(post);
      assertThat(
              discord.rest().calls().stream()
                  .filter(c -> c.path().startsWith("/channels/"))
                  .count())
          .isBetween(2L, 4L);
    }
  }

  @Test
  void an_answer_waits_for_a_server_that_discord_cannot_serve() {
    try (var bot = start(DeskFixture.SETTINGS, gated())) {
      discord.says(guild, channel, user, mention());
      FakeDiscord.await(
          () -> bot.desk().desk().health().line().contains("1 requests"), () -> "taken in");
      discord.outage(guild);
      var id = Long.parseLong(guild.id());
      FakeDiscord.await(
          () -> bot.bot().connection(Optional.empty()).orElseThrow().isUnavailable(id),
          () -> "unavailable");
      gate.countDown();
      FakeDiscord.await(
          () ->
              bot.desk().store().inbox().unfinished().stream()
                  .anyMatch(pending -> pending.reply().isPresent()),
          () -> "answered");
      assertThat(discord.posts(channel)).isEmpty();
      discord.recovery(guild);

      assertThat(discord.awaitPost(channel).text()).contains("Acme spent");
    }
  }

  /** An hour without a network, in small: as often as it may be tried, five times in 100 ms. */
  @Test
  void an_answer_waits_for_the_network() throws Exception {
    try (var bot = start(DeskFixture.SETTINGS, gated())) {
      discord.says(guild, channel, user, mention());
      FakeDiscord.await(
          () -> bot.desk().desk().health().line().contains("1 requests"), () -> "taken in");
      discord
          .rest()
          .whileUnreachable(() -> {
            discord.gateway().refuse(4000);
            discord.gateway().closeAll(4000);
            FakeDiscord.await(() -> !bot.bot().health().isUp(), () -> "down");
            gate.countDown();
            var later = Instant.now().plusMillis(600);
            FakeDiscord.await(() -> Instant.now().isAfter(later), () -> "");
          });
      discord.gateway().refuse(0);

      assertThat(discord.awaitPost(channel).text()).contains("Acme spent");
    }
  }

  @Test
  void errors_of_discord_are_outlived() {
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      discord.rest().faults().answer("POST /channels/.*", 3, 500, Map.of(), "{}");
      discord.says(guild, channel, user, mention());
      bot.awaitSettled(guild, channel, 1);

      assertThat(discord.posts(channel)).hasSize(1);
    }
  }

  /** Takes the desk's ten seconds of patience, so only with {@code -Dfootnote.full=true}. */
  @Test
  @EnabledIfSystemProperty(named = "footnote.full", matches = "true")
  void what_was_accepted_is_answered_after_a_restart() {
    FakeInteraction asked;
    try (var bot = start(DeskFixture.SETTINGS, gated())) {
      asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
      discord.awaitCallback(asked);
      discord.says(guild, guild.channels().getLast(), user, mention());
      FakeDiscord.await(
          () -> bot.desk().desk().health().line().contains("2 requests"), () -> "both taken in");
    }
    gate.countDown();
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      assertThat(discord.awaitPost(channel).text()).contains("Acme spent");
      discord.awaitPost(guild.channels().getLast());
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  private BotFixture start(DeskSettings settings, Answering answering) {
    return BotFixture.start(discord, folder, settings, answering);
  }

  private String mention() {
    return "<@" + discord.application() + "> " + QUESTION;
  }

  /** Answers nothing before the gate opens. */
  private Answering gated() {
    var scripted = new ScriptedAnswering();
    return question -> {
      try {
        gate.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return scripted.answer(question);
    };
  }
}
