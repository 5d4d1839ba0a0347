package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E9: Discord's limits are kept, also where it says them wrongly, and refusals are not repeated.
 */
class RateLimitTest {

  private static final String QUESTION = "How much did Acme spend?";

  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild guild = discord.guild(2);
  private final String channel = guild.channels().getFirst();
  private final String user = guild.members().getFirst();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    discord.close();
    assertThat(discord.rest().violations()).isEmpty();
  }

  /** A bucket that is full. */
  @Test
  void a_channels_limit_is_kept_and_nothing_is_lost() {
    discord.rest().limitChannels(5);
    try (var bot = start()) {
      for (int i = 0; i < 8; i++) {
        discord.says(guild, channel, user, mention());
      }
      FakeDiscord.await(
          () -> discord.posts(channel).size() >= 7, () -> discord.posts(channel).size() + " posts");
      FakeDiscord.await(
          () -> discord.posts(channel).size() == 8, () -> discord.posts(channel).size() + " posts");

      assertThat(discord.rest().earlyRetries()).isZero();
      assertThat(status(429)).isZero();
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  /** A Retry-After that says less than the body, or nothing that can be read. */
  @Test
  void a_false_retry_after_is_not_believed() {
    for (var header : List.of("0", "soon", "0.4")) {
      discord.rest().forgetCalls();
      try (var bot = start()) {
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

  /**
   * Whatever is asked, no second holds more than 45 requests but those of interactions. They leave
   * evenly; on a busy machine they may arrive bunched, so one of three runs must hold it.
   */
  @Test
  void no_second_holds_more_than_45_requests() {
    var shortest = Duration.ZERO;
    try (var bot = start()) {
      for (int run = 1; run <= 3 && shortest.toMillis() <= 1000; run++) {
        discord.rest().forgetCalls();
        for (int i = 0; i < 120; i++) {
          discord.says(guild, guild.channels().get(i % 40), guild.members().get(i % 2), mention());
        }
        // What waits for its second holds up no command.
        discord.awaitWhisper(discord.command(guild, channel, user, "help", "private", true));
        int answers = 120 * run;
        FakeDiscord.await(
            () -> guild.channels().stream().mapToInt(c -> discord.posts(c).size()).sum() >= answers,
            () -> "answers to all");
        shortest = shortestOf46();
      }
      assertThat(bot.bot().health().isUp()).isTrue();
    }
    assertThat(shortest).isGreaterThan(Duration.ofSeconds(1));
  }

  /** The shortest time in which 46 requests came. */
  private Duration shortestOf46() {
    var starts =
        discord.rest().calls().stream()
            .filter(c -> c.path().startsWith("/channels/"))
            .map(c -> c.at())
            .sorted()
            .toList();
    return IntStream.range(45, starts.size())
        .mapToObj(i -> Duration.between(starts.get(i - 45), starts.get(i)))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** At a hundred refusals in ten minutes the bot stops, and says so. */
  @Test
  void a_storm_of_refusals_is_stopped_at_a_hundred() {
    try (var bot = start()) {
      for (var g : List.of(guild, discord.guild(2), discord.guild(2), discord.guild(2))) {
        g.channels().forEach(discord::forbid);
        g.channels().forEach(c -> discord.says(g, c, g.members().getFirst(), mention()));
      }
      FakeDiscord.await(() -> !bot.bot().health().isUp(), () -> "pause");
      var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
      FakeDiscord.await(() -> status(403) == InvalidRequests.LIMIT, () -> status(403) + " refused");

      assertThat(bot.bot().health().line()).contains("refused too many requests");
      assertThat(status(403)).isEqualTo(100);
      assertThat(discord.awaitCallback(asked).getInt("type"))
          .as("whoever uses a command hears something")
          .isEqualTo(5);
    }
  }

  @Test
  void where_discord_refused_a_message_it_is_not_asked_again_for_a_while() {
    discord.forbid(channel);
    try (var bot = start()) {
      for (int i = 0; i < 3; i++) {
        var before = bot.desk().store().inbox().unfinished().size();
        discord.says(guild, channel, user, mention());
        FakeDiscord.await(() -> status(403) > 0, () -> "refused");
        FakeDiscord.await(
            () -> bot.desk().store().inbox().unfinished().size() <= before, () -> "given up");
        settle(i + 1);
      }

      assertThat(status(403)).isEqualTo(1);
    }
  }

  /** An answer elsewhere is there only once what was asked before it is over. */
  private void settle(int count) {
    discord.says(guild, guild.channels().getLast(), user, mention());
    discord.awaitPosts(guild.channels().getLast(), count);
  }

  /** Where a channel is full, a command's answer of one message takes the place of "thinking". */
  @Test
  void a_full_channel_holds_up_no_command() {
    discord.rest().limitChannels(5);
    try (var bot = start()) {
      for (int i = 0; i < 5; i++) {
        discord.says(guild, channel, user, mention());
      }
      discord.awaitPosts(channel, 5);
      var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
      var post = discord.awaitPosts(channel, 6).getLast();

      assertThat(post.interaction()).contains(asked.id());
      assertThat(status(429)).isZero();
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  private BotFixture start() {
    return BotFixture.start(discord, folder, DeskFixture.SETTINGS, new ScriptedAnswering());
  }

  private String mention() {
    return "<@" + discord.application() + "> " + QUESTION;
  }

  private long status(int status) {
    return discord.rest().calls().stream().filter(c -> c.status() == status).count();
  }
}
