package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Secret;
import dev.footnote.discord.DiscordSettings.Endpoints;
import dev.footnote.discord.DiscordSettings.Shards;
import dev.footnote.discord.fake.FakeDiscord;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says about Discord, and what one is told to set. */
class DiagnosisTest {

  private final FakeDiscord discord = new FakeDiscord();

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void a_bot_that_was_never_started_lacks_its_commands_alone() {
    discord.guild(1);

    assertThat(DiscordBot.diagnose(BotFixture.settings(discord)))
        .containsExactly(
            Finding.ok("Discord token: accepted, bot \"Footnote\""),
            Finding.ok("Discord intents: none that is privileged, and none is needed"),
            Finding.ok("Discord permissions: sufficient in 1 server"),
            Finding.ok("Discord invite: " + Invite.forServer(discord.application())),
            Finding.warning(
                "Discord commands: not registered as they are now",
                "run footnote serve, which registers them"),
            Finding.ok("Discord gateway: 1000 logins left today"));
    assertThat(discord.gateway().connects()).isEmpty();
  }

  @Test
  void a_bot_that_ran_lacks_nothing(@TempDir Path folder) {
    BotFixture.start(discord, folder).close();

    assertThat(DiscordBot.diagnose(BotFixture.settings(discord)))
        .allMatch(f -> f.state() == Finding.State.OK);
  }

  @Test
  void a_refused_token_a_privileged_intent_and_an_unreachable_discord_are_named() {
    discord.applicationFlags(1 << 19);
    assertThat(DiscordBot.diagnose(BotFixture.settings(discord)))
        .anySatisfy(f -> assertThat(f.wayOut()).startsWith("switch them off"));
    discord.token("another");
    assertThat(DiscordBot.diagnose(BotFixture.settings(discord)))
        .singleElement()
        .satisfies(f -> assertThat(f.what()).isEqualTo("Discord token: refused"));
    discord.close();
    assertThat(DiscordBot.diagnose(BotFixture.settings(discord)))
        .singleElement()
        .satisfies(f -> assertThat(f.what()).startsWith("Discord at 127.0.0.1: "))
        .satisfies(f -> assertThat(f.state()).isEqualTo(Finding.State.FAILED));
  }

  /** P1. */
  @Test
  void the_invite_asks_for_four_permissions_and_no_more() {
    assertThat(Invite.PERMISSIONS).isEqualTo(274877926400L);
    assertThat(Permission.getPermissions(Invite.PERMISSIONS))
        .isEqualTo(
            EnumSet.of(
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_SEND,
                Permission.MESSAGE_EMBED_LINKS,
                Permission.MESSAGE_SEND_IN_THREADS));
    assertThat(Invite.forServer("42"))
        .isEqualTo(
            "https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands"
                + "&permissions=274877926400");
  }

  @Test
  void the_documentation_shows_the_invite_and_every_subcommand() throws Exception {
    var text = Files.readString(Path.of("../docs/discord.md"));

    assertThat(text).contains(Invite.forServer("APPLICATION_ID"), Invite.forUser("APPLICATION_ID"));
    for (var sub :
        List.of(
            "ask",
            "latest",
            "story",
            "timeline",
            "compare",
            "check",
            "sources",
            "why",
            "help",
            "settings")) {
      assertThat(text).contains("`/ainews " + sub);
    }
    assertThat(text).contains(SlashCommands.CHECK_MESSAGE);
    for (var code : List.of("4004", "4010", "4011", "4012", "4013", "4014")) {
      assertThat(text).contains(code);
    }
  }

  @Test
  void addresses_are_both_set_or_neither() {
    var api = Optional.of(URI.create("http://127.0.0.1:1/api/v10"));
    var gateway = Optional.of(URI.create("ws://127.0.0.1:2/"));

    assertThat(Endpoints.of(Optional.empty(), Optional.empty())).isEmpty();
    assertThat(Endpoints.of(api, gateway).orElseThrow().api())
        .hasToString("http://127.0.0.1:1/api/v10/");
    assertThatThrownBy(() -> Endpoints.of(api, Optional.empty()))
        .hasMessageContaining("discord-gateway-url: is missing");
    assertThatThrownBy(() -> Endpoints.of(Optional.empty(), gateway))
        .hasMessageContaining("discord-api-url: is missing");
    assertThatThrownBy(() -> Endpoints.of(gateway, api))
        .hasMessage(
            "discord-api-url: must look like http://host/api/v10/;"
                + " discord-gateway-url: must look like ws://host/");
  }

  @Test
  void shards_are_checked_and_secrets_are_not_shown() {
    assertThatThrownBy(() -> new Shards(2, new TreeSet<>(Arrays.asList(0, 2))))
        .hasMessage("discord shard ids: must be from 0 to 1, are [0, 2]");
    assertThat(DiscordSettings.of(new Secret("token-canary")).toString()).doesNotContain("canary");
  }
}
