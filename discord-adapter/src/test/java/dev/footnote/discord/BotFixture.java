package dev.footnote.discord;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.DeskSettings;
import dev.footnote.core.service.Secret;
import dev.footnote.core.service.TenantId;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import dev.footnote.discord.fake.FakeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The bot with a real desk on a real database, at a Discord on 127.0.0.1. */
final class BotFixture implements AutoCloseable {

  private final FakeDiscord discord;
  private final DeskFixture desk;
  private final DiscordBot bot;

  private BotFixture(FakeDiscord discord, DeskFixture desk, DiscordBot bot) {
    this.discord = discord;
    this.desk = desk;
    this.bot = bot;
  }

  static BotFixture start(FakeDiscord discord, Path folder) {
    return start(discord, folder, DeskFixture.SETTINGS, new ScriptedAnswering());
  }

  /** Connects and waits until the commands are registered. */
  static BotFixture start(
      FakeDiscord discord, Path folder, DeskSettings settings, Answering answering) {
    var desk = DeskFixture.open(folder, settings, answering, InstantSource.system());
    var bot =
        DiscordBot.start(settings(discord), desk.desk(), InstantSource.system(), BotFixture::pace);
    desk.desk().start();
    FakeDiscord.await(() -> bot.health().isUp(), () -> "connection: " + bot.health());
    FakeDiscord.await(() -> !discord.commands().isEmpty(), () -> "commands");
    return new BotFixture(discord, desk, bot);
  }

  /** As the usual pace, but in tenths and hundredths of a second. */
  static ReconnectPace pace() {
    return new ReconnectPace(
        Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(300), () -> 1.0);
  }

  static DiscordSettings settings(FakeDiscord discord) {
    return new DiscordSettings(
        new Secret(FakeDiscord.TOKEN),
        Optional.of(new DiscordSettings.Endpoints(discord.api(), discord.gatewayUri())),
        DiscordSettings.Shards.SINGLE);
  }

  /** The bot's message in {@code channel} once the desk knows that it was delivered. */
  FakeMessage awaitSettled(FakeGuild guild, String channel, int count) {
    var post = discord.awaitPosts(channel, count).getLast();
    var tenant = new TenantId("discord", guild.id());
    FakeDiscord.await(
        () -> desk.desk().conversation(tenant, post.id()).isPresent(), () -> "marked as delivered");
    return post;
  }

  DeskFixture desk() {
    return desk;
  }

  DiscordBot bot() {
    return bot;
  }

  /** Delivers as the bot does, apart from its desk. */
  DiscordDelivery delivery(BooleanSupplier crowded, InstantSource clock) {
    return new DiscordDelivery(
        bot::connection,
        new Acknowledgements(),
        new ChannelPosts(desk.desk(), clock),
        crowded,
        () -> false,
        clock);
  }

  @Override
  public void close() {
    bot.close();
    desk.close();
  }
}
