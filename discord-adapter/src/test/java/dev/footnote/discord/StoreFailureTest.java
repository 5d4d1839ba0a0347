package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.TenantId;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import dev.footnote.discord.fake.FakeMessage;
import dev.footnote.knowledge.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members are told while the data folder fails: never nothing. */
class StoreFailureTest {

  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild guild = discord.guild(1);
  private final String channel = guild.channels().getFirst();
  private final String user = guild.members().getFirst();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicReference<Duration> stall = new AtomicReference<>(Duration.ZERO);
  private DeskFixture fixture;
  private DiscordBot bot;

  @BeforeEach
  void start(@TempDir Path folder) {
    fixture =
        DeskFixture.open(
            folder, DeskFixture.SETTINGS, new ScriptedAnswering(), InstantSource.system());
    bot =
        DiscordBot.start(
            BotFixture.settings(discord),
            failing(fixture.desk()),
            InstantSource.system(),
            BotFixture::pace);
    fixture.desk().start();
    FakeDiscord.await(() -> !discord.commands().isEmpty(), () -> "commands");
  }

  @AfterEach
  void stop() {
    bot.close();
    fixture.close();
    discord.close();
    assertThat(discord.rest().violations()).isEmpty();
  }

  @Test
  void whoever_uses_a_command_or_presses_is_told() {
    discord.command(guild, channel, user, "ask", "question", "How much did Acme spend?");
    var post = discord.awaitPost(channel);
    var thread = discord.thread(guild, channel, post.id());
    var panel = discord.awaitWhisper(discord.command(guild, channel, guild.manager(), "settings"));
    failing.set(true);

    for (var told :
        List.of(
            discord.command(guild, thread, user, "latest"),
            discord.press(guild, user, post, "Who leads Acme?"),
            discord.press(guild, user, post, "Evidence"),
            discord.command(guild, channel, user, "settings"))) {
      assertThat(discord.awaitWhisper(told).text()).containsAnyOf("not be taken down", "try again");
    }
    discord.press(guild, guild.manager(), panel, "Who sees answers");
    FakeDiscord.await(
        () -> discord.message(panel.id()).orElseThrow().text().contains("did not work"),
        () -> "told");
    var completed = discord.completes(guild, channel, user, "timeline", "about", "ac");
    assertThat(discord.awaitCallback(completed).getObject("data").getArray("choices")).isEmpty();
  }

  @Test
  void whoever_mentions_the_bot_is_told() {
    discord.says(guild, channel, user, "<@" + discord.application() + "> Hello Acme");
    var thread = discord.thread(guild, channel, discord.awaitPost(channel).id());
    failing.set(true);
    discord.says(guild, thread, user, "<@" + discord.application() + "> And then?");

    assertThat(discord.awaitPost(thread).text()).contains("could not be taken down");
  }

  /** Three seconds is all that Discord waits; nothing may be looked up before it is told. */
  @Test
  void whoever_presses_is_told_in_time_however_long_the_desk_takes() {
    var asked =
        discord.command(
            guild, channel, user, "ask", "question", "What did Acme spend?", "private", true);
    var answer = discord.awaitWhisper(asked);
    var token = fixture.desk().remember(new TenantId("discord", guild.id()), "Who leads Acme?");
    stall.set(Duration.ofSeconds(3));

    var pressed =
        List.of(
            discord.press(guild, user, answer, "Share"),
            discord.component(
                Optional.of(guild),
                user,
                answer,
                new FakeMessage.Control(2, "ask#:" + token, "Who leads Acme?", DataObject.empty()),
                List.of()),
            discord.command(guild, channel, user, "latest"));
    for (var press : pressed) {
      assertThat(discord.awaitWhisper(press).text()).contains("Busy");
      assertThat(press.acknowledgedAfter().orElseThrow()).isLessThan(Duration.ofMillis(2500));
    }
    assertThat(discord.rest().calls()).noneMatch(c -> c.status() == 404);
  }

  private Desk failing(Desk desk) {
    return (Desk)
        Proxy.newProxyInstance(
            Desk.class.getClassLoader(),
            new Class<?>[] {Desk.class},
            (proxy, method, arguments) -> {
              if (failing.get() && !method.getName().equals("health")) {
                throw new StoreException("the disk failed");
              }
              if (!method.getName().equals("health")) {
                Thread.sleep(stall.get());
              }
              try {
                return method.invoke(desk, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
