package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.DeskSettings;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeInteraction;
import dev.footnote.discord.fake.FakeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Replies that have it hard: late, refused, limited, cut off, too many. */
class DeliveryTest {

  private static final String QUESTION = "How much did Acme spend?";

  /** The figures of RELIABILITY hold on a machine with nothing else to do. */
  private static final boolean FULL = Boolean.getBoolean("footnote.full");

  /** By how much everyday runs, beside other builds, may exceed them. */
  private static final int SLACK = FULL ? 1 : 5;

  private final FakeDiscord discord = new FakeDiscord();
  private final FakeDiscord.Guild guild = discord.guild(2);
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
          () -> bot.desk().desk().health().line().contains(" 0 requests"), () -> "put off");
      discord.recovery(guild);

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

  /** E9: a bucket that is full. */
  @Test
  void a_channels_limit_is_kept_and_nothing_is_lost() {
    discord.rest().limitChannels(5);
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      for (int i = 0; i < 8; i++) {
        discord.says(guild, channel, user, mention());
      }
      FakeDiscord.await(
          () -> discord.posts(channel).size() >= 7, () -> discord.posts(channel).size() + " posts");
      FakeDiscord.await(
          () -> discord.posts(channel).size() == 8, () -> discord.posts(channel).size() + " posts");

      assertThat(discord.rest().earlyRetries()).isZero();
      assertThat(status(429)).isLessThanOrEqualTo(2);
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** E9: a Retry-After that says less than the body, or nothing that can be read. */
  @Test
  void a_false_retry_after_is_not_believed() {
    for (var header : List.of("0", "soon", "0.4")) {
      discord.rest().forgetCalls();
      try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
        discord
            .rest()
            .faults()
            .answer(
                "POST /channels/.*",
                1,
                429,
                Map.of("Retry-After", header, "via", "1.1 fake", "X-RateLimit-Scope", "user"),
                "{\"message\":\"You are being rate limited.\",\"retry_after\":0.8,\"global\":false}");
        int before = discord.posts(channel).size();
        discord.says(guild, channel, user, mention());
        bot.awaitSettled(guild, channel, before + 1);
        var tries =
            discord.rest().calls().stream().filter(c -> c.path().startsWith("/channels/")).toList();

        assertThat(tries).as("Retry-After: " + header).hasSize(2);
        assertThat(Duration.between(tries.getFirst().at(), tries.getLast().at()))
            .as("Retry-After: " + header)
            .isGreaterThanOrEqualTo(Duration.ofMillis(800));
        assertThat(bot.bot().health().isUp()).isTrue();
      }
    }
  }

  /** E9: whatever is asked, no second holds more than 45 requests but those of interactions. */
  @Test
  void no_second_holds_more_than_45_requests() {
    int questions = 120;
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      for (int i = 0; i < questions; i++) {
        discord.says(guild, guild.channels().get(i % 2), guild.members().get(i % 2), mention());
      }
      FakeDiscord.await(
          () ->
              discord.posts(channel).size() + discord.posts(guild.channels().getLast()).size()
                  >= questions,
          () -> "answers to all");
      var starts =
          discord.rest().calls().stream()
              .filter(c -> c.path().startsWith("/channels/"))
              .map(c -> c.at())
              .sorted()
              .toList();
      for (int i = 45; i < starts.size(); i++) {
        assertThat(Duration.between(starts.get(i - 45), starts.get(i)))
            .isGreaterThan(Duration.ofSeconds(1));
      }
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** E9: at a hundred refusals in ten minutes the bot stops, and says so. */
  @Test
  void a_storm_of_refusals_is_stopped_at_a_hundred() {
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      discord.forbid(channel);
      for (int i = 0; i < 150; i++) {
        discord.says(guild, channel, user, mention());
      }
      FakeDiscord.await(() -> !bot.bot().health().isUp(), () -> "pause");
      var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
      FakeDiscord.await(() -> status(403) == InvalidRequests.LIMIT, () -> status(403) + " refused");

      assertThat(bot.bot().health().line()).contains("refused too many requests");
      assertThat(status(403)).isEqualTo(100);
      assertThat(asked.callback()).isEmpty();
    }
  }

  /** E10: 100 commands at once while answering stalls 2 s; 200 and 5 s with footnote.full. */
  @Test
  void commands_are_acknowledged_at_once_however_long_answering_takes() throws Exception {
    int commands = FULL ? 200 : 100;
    try (var bot = start(DeskFixture.SETTINGS, stalling(Duration.ofSeconds(FULL ? 5 : 2)))) {
      discord.awaitCallback(discord.command(guild, channel, user, "help"));
      var asked = new ArrayList<FakeInteraction>();
      for (int i = 0; i < commands; i++) {
        asked.add(discord.command(guild, channel, user, "ask", "question", QUESTION));
      }
      asked.forEach(discord::awaitCallback);
      var delays =
          asked.stream().map(a -> a.acknowledgedAfter().orElseThrow().toMillis()).sorted().toList();

      assertThat(delays.get(commands * 99 / 100 - 1)).isLessThanOrEqualTo(500L * SLACK);
      assertThat(asked).allMatch(a -> a.callback().orElseThrow().getInt("type") == 5);
      assertThat(discord.rest().calls()).noneMatch(c -> c.status() == 404);
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** Q2 in small: 250 a second for 2 s (60 s with footnote.full), far more than can be answered. */
  @Test
  void what_is_too_much_is_told_busy_at_once_and_nothing_is_silent() throws Exception {
    int seconds = FULL ? 60 : 2;
    var slow = stalling(Duration.ofMillis(20));
    try (var bot = start(DeskFixture.SETTINGS.withQueue(100).withAnswering(2), slow)) {
      discord.awaitCallback(discord.command(guild, channel, user, "help"));
      var asked = new ArrayList<FakeInteraction>();
      var start = Instant.now();
      for (int i = 0; i < 250 * seconds; i++) {
        var due = start.plusMillis(i * 4L);
        var now = Instant.now();
        if (now.isBefore(due)) {
          Thread.sleep(Duration.between(now, due));
        }
        asked.add(
            discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true));
      }
      asked.forEach(discord::awaitCallback);
      FakeDiscord.await(
          () -> asked.stream().allMatch(a -> !discord.whispers(a).isEmpty()), () -> "all told");
      var busy = asked.stream().filter(a -> told(a).contains("Busy, try again in")).toList();
      var answered = asked.stream().filter(a -> told(a).contains("Acme spent")).toList();

      assertThat(busy).isNotEmpty();
      assertThat(busy.size() + answered.size()).isEqualTo(asked.size());
      assertThat(answered.size()).isGreaterThanOrEqualTo(100);
      assertThat(asked)
          .allSatisfy(a ->
              assertThat(a.acknowledgedAfter().orElseThrow())
                  .isLessThan(Duration.ofMillis(FULL ? 2000 : 2900)));
      var again =
          discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true);
      assertThat(discord.awaitWhisper(again).text()).contains("Acme spent");
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** Q1 in small: 50 a second for 3 s (600 s with footnote.full), half commands, half mentions. */
  @Test
  void fifty_questions_a_second_are_answered_in_time() throws Exception {
    int seconds = FULL ? 600 : 3;
    try (var bot = start(DeskFixture.SETTINGS, new ScriptedAnswering())) {
      discord.awaitCallback(discord.command(guild, channel, user, "help"));
      var asked = new ArrayList<FakeInteraction>();
      var start = Instant.now();
      for (int i = 0; i < 50 * seconds; i++) {
        var due = start.plusMillis(i * 20L);
        var now = Instant.now();
        if (now.isBefore(due)) {
          Thread.sleep(Duration.between(now, due));
        }
        if (i % 2 == 0) {
          asked.add(discord.command(guild, channel, user, "ask", "question", QUESTION));
        } else {
          discord.says(guild, guild.channels().getLast(), user, mention());
        }
      }
      asked.forEach(discord::awaitCallback);
      int half = 25 * seconds;
      FakeDiscord.await(
          () ->
              discord.posts(channel).size() == half + 1
                  && discord.posts(guild.channels().getLast()).size() == half,
          () -> "answers: " + discord.posts(channel).size());
      var delays =
          asked.stream().map(a -> a.acknowledgedAfter().orElseThrow().toMillis()).sorted().toList();

      assertThat(Duration.between(start.plusSeconds(seconds), Instant.now()))
          .isLessThan(Duration.ofMillis(1500L * SLACK));
      assertThat(delays.get(delays.size() * 99 / 100)).isLessThanOrEqualTo(250L * SLACK);
      assertThat(bot.bot().health().isUp()).isTrue();
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

  private String told(FakeInteraction interaction) {
    return discord.whispers(interaction).stream().map(FakeMessage::text).findFirst().orElse("");
  }

  private long status(int status) {
    return discord.rest().calls().stream().filter(c -> c.status() == status).count();
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

  private static Answering stalling(Duration stall) {
    var scripted = new ScriptedAnswering();
    return question -> {
      try {
        Thread.sleep(stall);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return scripted.answer(question);
    };
  }
}
