package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.DeskSettings;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import java.nio.file.Path;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The bot in a server, asked by two of its members. */
abstract class BotTest {

  static final String QUESTION = "How much did Acme spend?";

  final ScriptedAnswering answering = new ScriptedAnswering();
  final FakeDiscord discord = new FakeDiscord();
  final FakeGuild guild = discord.guild(2);
  final String channel = guild.channels().getFirst();
  final String user = guild.members().getFirst();
  final String other = guild.members().getLast();
  BotFixture bot;
  @TempDir private Path folder;

  @BeforeEach
  void start() {
    bot = BotFixture.start(discord, folder, DeskFixture.SETTINGS, answering);
  }

  @AfterEach
  void stop() {
    bot.close();
    discord.close();
    assertThat(discord.rest().violations()).isEmpty();
    assertThat(discord.rest().calls()).allSatisfy(c -> assertThat(pings(c.body())).isFalse());
  }

  /** Ends the bot and starts another on the same data. */
  void restart() {
    restart(DeskFixture.SETTINGS);
  }

  void restart(DeskSettings settings) {
    bot.close();
    bot = BotFixture.start(discord, folder, settings, answering);
  }

  /** What somebody writes who mentions the bot. */
  String mention(String words) {
    return "<@" + discord.application() + "> " + words;
  }

  /** C1: whatever has content says that it mentions nobody. */
  private static boolean pings(String body) {
    if (!body.startsWith("{")) {
      return false;
    }
    var json = DataObject.fromJson(body);
    var message = json.optObject("data").filter(d -> !d.hasKey("choices")).orElse(json);
    boolean written =
        !message.hasKey("title") && (message.hasKey("components") || message.hasKey("content"));
    return written
        && message
            .optObject("allowed_mentions")
            .map(m ->
                !m.getArray("parse").isEmpty()
                    || !m.optArray("users").map(DataArray::isEmpty).orElse(true)
                    || !m.optArray("roles").map(DataArray::isEmpty).orElse(true)
                    || m.getBoolean("replied_user"))
            .orElse(true);
  }

  /** Long enough for whatever was dispatched before to be handled, as events are in order. */
  void settle() {
    var last = discord.completes(guild, channel, user, "timeline", "about", "ac");
    discord.awaitCallback(last);
    var idle = discord.directCommand(other, "help");
    FakeDiscord.await(
        () -> discord.message(idle.original().orElse("")).map(m -> !m.loading()).orElse(false),
        () -> "help");
  }
}
