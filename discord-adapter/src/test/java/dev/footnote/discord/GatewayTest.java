package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.Health;
import dev.footnote.core.service.Secret;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E8: what becomes of the connection when Discord closes, forgets, or falls silent. */
class GatewayTest {

  private final ScriptedAnswering answering = new ScriptedAnswering();
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild guild = discord.guild(1);
  private final String channel = guild.channels().getFirst();
  private final String user = guild.members().getFirst();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    discord.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {4004, 4010, 4011, 4012, 4013, 4014})
  void a_fatal_close_code_stops_the_bot_with_one_line(int code) throws InterruptedException {
    try (var bot = start()) {
      var before = Instant.now();
      discord.gateway().closeAll(code);
      FakeDiscord.await(
          () -> bot.bot().health().state() == Health.State.FAILED, () -> "alarm at " + code);

      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
      assertThat(bot.bot().health().line()).startsWith("Discord: close code " + code + ": ");
      assertThat(bot.bot().health().line())
          .hasLineCount(1)
          .containsAnyOf("set DISCORD_TOKEN", "discord-shards", "update Footnote");
      int connects = discord.gateway().connects().size();
      Thread.sleep(300);
      assertThat(discord.gateway().connects()).hasSize(connects);
    }
  }

  /** As Discord does where a setting is wrong: when the bot logs in. */
  @ParameterizedTest
  @ValueSource(ints = {4004, 4010, 4011, 4012, 4013, 4014})
  void a_fatal_close_code_at_the_login_stops_the_bot(int code) throws InterruptedException {
    discord.gateway().closeOnIdentify(code);
    try (var desk = DeskFixture.open(folder, answering, InstantSource.system());
        var bot =
            DiscordBot.start(BotFixture.settings(discord), desk.desk(), InstantSource.system())) {
      FakeDiscord.await(
          () -> bot.health().state() == Health.State.FAILED, () -> "alarm, is " + bot.health());

      assertThat(bot.health().line()).startsWith("Discord: close code " + code + ": ");
      Thread.sleep(300);
      assertThat(discord.gateway().identifies()).isEqualTo(1);
    }
  }

  @Test
  void a_refused_token_stops_the_bot_before_it_connects() {
    discord.token("another");
    try (var desk = DeskFixture.open(folder, answering, InstantSource.system());
        var bot =
            DiscordBot.start(BotFixture.settings(discord), desk.desk(), InstantSource.system())) {
      FakeDiscord.await(() -> bot.health().state() == Health.State.FAILED, () -> "alarm");

      assertThat(bot.health().line())
          .isEqualTo(
              "Discord: the token was refused; set DISCORD_TOKEN to the bot's current token");
      assertThat(discord.gateway().connects()).isEmpty();
      assertThat(discord.rest().calls()).hasSize(1);
    }
  }

  /** P6: a token that is revoked while the bot runs is used once more at most. */
  @Test
  void a_revoked_token_stops_the_bot_at_its_next_request() throws InterruptedException {
    try (var bot = start()) {
      discord.token("another");
      int before = discord.rest().calls().size();
      discord.says(guild, channel, user, mention(0));
      FakeDiscord.await(() -> bot.bot().health().state() == Health.State.FAILED, () -> "alarm");
      discord.says(guild, channel, user, mention(1));
      Thread.sleep(200);

      assertThat(discord.rest().calls()).hasSize(before + 1);
    }
  }

  /** With the usual pace, not that of the tests. JDA alone: hundreds of connections. */
  @Test
  void a_gateway_that_accepts_and_closes_at_once_is_not_hammered() throws InterruptedException {
    try (var desk = DeskFixture.open(folder, answering, InstantSource.system());
        var bot =
            DiscordBot.start(BotFixture.settings(discord), desk.desk(), InstantSource.system())) {
      FakeDiscord.await(() -> bot.health().isUp(), () -> "connection");
      discord.gateway().refuse(4000);
      discord.gateway().closeAll(4000);
      Thread.sleep(5000);

      assertThat(discord.gateway().connects().size()).isBetween(2, 6);
      assertThat(bot.health().state()).isEqualTo(Health.State.DOWN);
      discord.gateway().refuse(0);
      FakeDiscord.await(() -> discord.gateway().resumes() > 0, () -> "resume");
      FakeDiscord.await(() -> bot.health().isUp(), () -> "up again: " + bot.health());
    }
  }

  /** A session that held is resumed at once, but only once: what is refused then did not hold. */
  @Test
  void a_gateway_that_refuses_after_a_session_that_held_is_not_hammered()
      throws InterruptedException {
    var ahead = new AtomicReference<>(Duration.ZERO);
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    try (var desk = DeskFixture.open(folder, answering, InstantSource.system());
        var bot = DiscordBot.start(BotFixture.settings(discord), desk.desk(), clock)) {
      FakeDiscord.await(() -> bot.health().isUp(), () -> "connection");
      ahead.set(Duration.ofSeconds(60));
      discord.gateway().refuse(4000);
      discord.gateway().closeAll(4000);
      Thread.sleep(2500);

      assertThat(discord.gateway().connects().size()).isBetween(3, 6);
      assertThat(bot.health().state()).isEqualTo(Health.State.DOWN);
    }
  }

  /** All codes that mean "connect again", among them the one that JDA has no name for: 1011. */
  @Test
  void every_other_close_code_is_followed_by_a_connection_that_serves() {
    var codes = List.of(1000, 1001, 1011, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009);
    try (var bot = start()) {
      for (int i = 0; i < codes.size(); i++) {
        int code = codes.get(i);
        int connects = discord.gateway().connects().size();
        if (code == 4007) {
          discord.gateway().forgetSessions();
        }
        discord.gateway().closeAll(code);
        FakeDiscord.await(
            () -> discord.gateway().connects().size() > connects && discord.gateway().isConnected(),
            () -> "a connection after " + code);
        FakeDiscord.await(() -> bot.bot().health().isUp(), () -> "up after " + code);
        discord.says(guild, channel, user, mention(i));
        discord.awaitPosts(channel, i + 1);
      }
      assertThat(discord.posts(channel)).hasSize(codes.size());
      assertThat(answering.asked()).hasSize(codes.size());
      assertThat(discord.gateway().identifies()).isEqualTo(2);
    }
  }

  /** A bot that logs in beyond its limit has its token reset. */
  @Test
  void a_bot_whose_logins_are_used_up_waits_for_more() throws InterruptedException {
    discord.logins(LoginRation.RESERVE, Duration.ofMillis(2500));
    try (var desk = DeskFixture.open(folder, answering, InstantSource.system());
        var bot =
            DiscordBot.start(BotFixture.settings(discord), desk.desk(), InstantSource.system())) {
      FakeDiscord.await(
          () -> bot.health().line().contains("no more logins"), () -> bot.health().line());
      assertThat(bot.health().state()).isEqualTo(Health.State.DOWN);
      Thread.sleep(500);
      assertThat(discord.gateway().connects()).isEmpty();

      discord.logins(1000, Duration.ofDays(1));
      FakeDiscord.await(() -> bot.health().isUp(), () -> "up: " + bot.health());
    }
  }

  /** 40 faults, 500 with {@code -Dfootnote.full=true}; waits are a hundred times shorter. */
  @Test
  void events_around_every_fault_are_handled_once() {
    int faults = Boolean.getBoolean("footnote.full") ? 500 : 40;
    var random = new Random(8);
    try (var bot = start()) {
      for (int i = 0; i < faults; i++) {
        // Each channel takes but few messages at a time.
        var place = guild.channels().get(i % guild.channels().size());
        discord.says(guild, place, user, mention(2 * i));
        switch (random.nextInt(6)) {
          case 0 -> discord.gateway().askToReconnect();
          case 1 -> discord.gateway().invalidate(true);
          case 2 -> discord.gateway().closeAll(4009);
          case 3 -> discord.gateway().closeAll(4000);
          case 4 -> discord.gateway().cutAll();
          default -> discord.gateway().closeAll(1001);
        }
        discord.says(guild, place, user, mention(2 * i + 1));
        int expected = 2 * (i + 1);
        FakeDiscord.await(
            () -> posts() >= expected, () -> "answers to " + expected + ", are " + posts());
      }
      FakeDiscord.await(() -> bot.bot().health().isUp(), () -> "up again");

      assertThat(answering.asked()).hasSize(2 * faults);
      assertThat(answering.asked().stream().map(q -> q.text()).distinct()).hasSize(2 * faults);
      assertThat(posts()).isEqualTo(2 * faults);
      assertThat(discord.gateway().identifies()).isLessThan(10);
    }
  }

  private int posts() {
    return guild.channels().stream().mapToInt(c -> discord.posts(c).size()).sum();
  }

  @Test
  void a_session_that_is_forgotten_is_followed_by_a_new_login() {
    try (var bot = start()) {
      discord.gateway().invalidate(false);
      FakeDiscord.await(() -> discord.gateway().identifies() == 2, () -> "second login");
      FakeDiscord.await(() -> discord.gateway().isConnected(), () -> "connected");
      FakeDiscord.await(() -> bot.bot().health().isUp(), () -> "up");
      discord.says(guild, channel, user, mention(1));

      discord.awaitPost(channel);
    }
  }

  @Test
  void a_peer_that_fell_silent_is_left() {
    discord.gateway().heartbeatEvery(150);
    try (var bot = start()) {
      discord.gateway().fallSilent();
      FakeDiscord.await(() -> discord.gateway().connects().size() > 1, () -> "second connection");
      discord.says(guild, channel, user, mention(1));

      discord.awaitPost(channel);
      assertThat(bot.bot().health().isUp()).isTrue();
    }
  }

  @Test
  void a_discord_that_cannot_be_reached_is_tried_again() {
    discord.rest().faults().answer("GET /users/@me", 1, 500, java.util.Map.of(), "{}");
    try (var bot = start()) {
      assertThat(bot.bot().health().isUp()).isTrue();
      assertThat(discord.gateway().identifies()).isEqualTo(1);
    }
  }

  @Test
  void no_privileged_intent_is_asked_for() {
    try (var bot = start()) {
      int intents = discord.gateway().identified().getFirst().getInt("intents");

      assertThat(intents).as("guilds, their messages, direct messages").isEqualTo(1 | 512 | 4096);
      assertThat(bot.bot().health().line()).isEqualTo("Discord: connected as Footnote, 1 server");
    }
  }

  @Test
  void each_shard_serves_its_own_servers() {
    discord.shards(2);
    var more = java.util.stream.IntStream.range(0, 6).mapToObj(i -> discord.guild(1)).toList();
    var settings =
        new DiscordSettings(
            new Secret(FakeDiscord.TOKEN),
            Optional.of(new DiscordSettings.Endpoints(discord.api(), discord.gatewayUri())),
            new DiscordSettings.Shards(2, new TreeSet<>(java.util.Set.of(1))));
    try (var desk = DeskFixture.open(folder, answering, InstantSource.system());
        var bot =
            DiscordBot.start(settings, desk.desk(), InstantSource.system(), BotFixture::pace)) {
      desk.desk().start();
      FakeDiscord.await(() -> bot.health().isUp(), () -> "up");
      assertThat(discord.gateway().identified().getFirst().getArray("shard").toList())
          .hasToString("[1, 2]");
      for (var g : more) {
        discord.says(g, g.channels().getFirst(), g.members().getFirst(), mention(1));
      }
      var mine =
          more.stream().filter(g -> (Long.parseUnsignedLong(g.id()) >> 22) % 2 == 1).toList();
      mine.forEach(g -> discord.awaitPost(g.channels().getFirst()));
      assertThat(answering.asked()).hasSize(mine.size());
    }
  }

  private BotFixture start() {
    return BotFixture.start(discord, folder, DeskFixture.SETTINGS, answering);
  }

  private String mention(int n) {
    return "<@" + discord.application() + "> What did Acme do on day " + n + "?";
  }
}
