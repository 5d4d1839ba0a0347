package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.AnswerLength;
import dev.footnote.core.service.AuditLine;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.TenantId;
import dev.footnote.core.service.TenantSettings;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import dev.footnote.discord.fake.FakeInteraction;
import dev.footnote.discord.fake.FakeMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's settings: who may change them, and what they do. */
class SettingsTest {

  private static final String QUESTION = "How much did Acme spend?";

  private final ScriptedAnswering answering = new ScriptedAnswering();
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeGuild guild = discord.guild(2);
  private final FakeGuild elsewhere = discord.guild(1);
  private final String channel = guild.channels().getFirst();
  private final String user = guild.members().getFirst();
  private final TenantId tenant = new TenantId("discord", guild.id());
  @TempDir private Path folder;
  private BotFixture bot;

  @BeforeEach
  void start() {
    bot = BotFixture.start(discord, folder, DeskFixture.SETTINGS, answering);
  }

  @AfterEach
  void stop() {
    bot.close();
    discord.close();
    assertThat(discord.rest().violations()).isEmpty();
  }

  @Test
  void who_manages_the_server_settles_how_the_bot_answers() {
    var panel = panel(guild.manager());

    assertThat(Markdown.visible(panel.text()))
        .contains("Settings of this server", "Answers: public");
    choose(guild.manager(), panel, "set:private", "yes");
    choose(guild.manager(), panel, "set:length", "short");
    choose(guild.manager(), panel, "set:channels", channel);
    choose(guild.manager(), panel, "set:topics", "models");
    assertThat(settings().privateByDefault()).isTrue();
    assertThat(settings().length()).isEqualTo(AnswerLength.SHORT);
    assertThat(settings().channels()).containsExactly(channel);
    assertThat(bot.desk().desk().audit(tenant, 10)).hasSize(4).noneMatch(AuditLine::refused);
    FakeDiscord.await(
        () ->
            Markdown.visible(discord.message(panel.id()).orElseThrow().text())
                .contains("Topics: models"),
        () -> "last change shown");
    assertThat(Markdown.visible(discord.message(panel.id()).orElseThrow().text()))
        .contains("Changed.", "only the asker sees them", "Length: short", "1 chosen")
        .contains(guild.manager() + ": topics: models", "UTC");
  }

  @Test
  void privacy_by_default_holds_for_commands_and_mentions_unless_one_chooses_otherwise() {
    choose(guild.manager(), panel(guild.manager()), "set:private", "yes");
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);

    assertThat(discord.awaitWhisper(asked).text()).contains("Acme spent");
    discord.says(guild, channel, user, "<@" + discord.application() + "> " + QUESTION);
    assertThat(discord.awaitPost(discord.directChannel(user)).text()).contains("Acme spent");
    assertThat(discord.posts(channel)).isEmpty();
    discord.command(guild, channel, user, "ask", "question", QUESTION, "private", false);
    discord.awaitPost(channel);
  }

  @Test
  void in_a_channel_that_was_not_chosen_the_asker_alone_is_told_so() {
    choose(guild.manager(), panel(guild.manager()), "set:channels", guild.channels().getLast());
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);

    assertThat(discord.awaitWhisper(asked).text()).contains("do not answer in this channel");
    assertThat(asked.isPrivate()).isTrue();
    discord.command(guild, guild.channels().getLast(), user, "ask", "question", QUESTION);
    discord.awaitPost(guild.channels().getLast());
    assertThat(answering.asked()).hasSize(1);
  }

  @Test
  void a_member_sees_the_settings_and_nothing_to_change_them_with() {
    var panel = panel(user);

    assertThat(panel.controls()).isEmpty();
    assertThat(Markdown.visible(panel.text())).contains("Whoever may manage this server");
  }

  /** P2: 40 forged presses, 200 with {@code -Dfootnote.full=true}. */
  @Test
  void what_is_forged_changes_nothing_and_is_on_record() {
    int forged = Boolean.getBoolean("footnote.full") ? 200 : 40;
    var panel = panel(guild.manager());
    for (int i = 0; i < forged; i++) {
      var id = List.of("set:private", "set:length", "set:topics", "set:channels").get(i % 4);
      var value = List.of("yes", "short", "models", channel).get(i % 4);
      choose(user, panel, id, value);
    }

    assertThat(settings()).isEqualTo(TenantSettings.DEFAULT);
    var audit = bot.desk().desk().audit(tenant, 1000);
    assertThat(audit).hasSize(forged).allMatch(AuditLine::refused);
    assertThat(audit).extracting(AuditLine::user).containsOnly(user);
  }

  /** P2: an administrator of another server, there and with this server's message. */
  @Test
  void an_administrator_of_another_server_changes_nothing_here() {
    var panel = panel(guild.manager());
    var control = control("set:private");
    var there =
        discord.component(
            Optional.of(elsewhere),
            elsewhere.owner(),
            with(panel, elsewhere.channels().getFirst()),
            control,
            List.of("yes"));
    FakeDiscord.await(() -> there.callback().isPresent(), () -> "acknowledged");
    choose(elsewhere.owner(), panel, "set:private", "yes");

    assertThat(settings()).isEqualTo(TenantSettings.DEFAULT);
    assertThat(bot.desk().desk().audit(tenant, 10))
        .singleElement()
        .matches(AuditLine::refused)
        .matches(a -> a.user().equals(elsewhere.owner()));
  }

  @Test
  void a_server_that_puts_the_bot_out_is_forgotten() {
    choose(guild.manager(), panel(guild.manager()), "set:private", "yes");
    discord.kick(guild);

    FakeDiscord.await(
        () -> settings().equals(TenantSettings.DEFAULT), () -> "settings are " + settings());
    assertThat(bot.desk().desk().audit(tenant, 10)).isEmpty();
  }

  @Test
  void a_server_that_puts_the_bot_out_while_it_is_away_is_forgotten() {
    choose(guild.manager(), panel(guild.manager()), "set:private", "yes");
    bot.close();
    discord.kick(guild);
    bot = BotFixture.start(discord, folder, DeskFixture.SETTINGS, answering);

    FakeDiscord.await(
        () -> settings().equals(TenantSettings.DEFAULT), () -> "settings are " + settings());
  }

  @Test
  void a_server_that_puts_the_bot_out_while_its_session_is_lost_is_forgotten() {
    choose(guild.manager(), panel(guild.manager()), "set:private", "yes");
    discord.kickUnheard(guild);
    discord.gateway().invalidate(false);

    FakeDiscord.await(
        () -> settings().equals(TenantSettings.DEFAULT), () -> "settings are " + settings());
  }

  /** A token for tests on the data of the real bot. */
  @Test
  void another_application_forgets_nothing_of_this_ones_servers() {
    choose(guild.manager(), panel(guild.manager()), "set:private", "yes");
    bot.close();
    try (var another = new FakeDiscord()) {
      another.guild(1);
      BotFixture.start(another, folder, DeskFixture.SETTINGS, answering).close();
    }
    bot = BotFixture.start(discord, folder, DeskFixture.SETTINGS, answering);

    assertThat(settings().privateByDefault()).isTrue();
  }

  private TenantSettings settings() {
    return bot.desk().desk().settings(tenant);
  }

  private FakeMessage panel(String who) {
    return discord.awaitWhisper(discord.command(guild, channel, who, "settings"));
  }

  private FakeInteraction choose(String who, FakeMessage panel, String id, String value) {
    int before = bot.desk().desk().audit(tenant, 1000).size();
    var pressed = discord.component(Optional.of(guild), who, panel, control(id), List.of(value));
    FakeDiscord.await(
        () -> bot.desk().desk().audit(tenant, 1000).size() > before, () -> "on record: " + id);
    FakeDiscord.await(() -> pressed.callback().isPresent(), () -> "acknowledged");
    return pressed;
  }

  private static FakeMessage.Control control(String id) {
    return new FakeMessage.Control(id.equals("set:channels") ? 8 : 3, id, "", DataObject.empty());
  }

  private static FakeMessage with(FakeMessage message, String channel) {
    return new FakeMessage(
        message.id(),
        channel,
        message.author(),
        true,
        message.body(),
        message.onlyFor(),
        false,
        message.interaction());
  }
}
