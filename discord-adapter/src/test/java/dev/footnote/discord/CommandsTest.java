package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import dev.footnote.discord.fake.FakeMessage;
import dev.footnote.discord.fake.Snowflakes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What members see who use the command: in channels, directly, with or without the server. */
class CommandsTest extends BotTest {

  @Test
  void a_command_is_answered_by_an_ordinary_message_that_says_who_asked_what() {
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = discord.awaitPost(channel);

    assertThat(asked.isPrivate()).isFalse();
    assertThat(post.interaction()).isEmpty();
    assertThat(Markdown.visible(post.text()))
        .isEqualTo(
            """
            member0: How much did Acme spend?
            Acme spent $72.2 billion in 2025 on data centers. [1][2] A spokesman said the API would come in June. [2]

            Sources differ: How often it slipped
            repeatedly [1]
            twice [2]
            As of 5 June 2026. 1 statement was removed because its sources did not carry it.
            Sources
            [1] The Daily Paper: Acme delays the Anvil API, 2026-06-03 (no link on file)
            [2] The Letter: No date for Anvil (letter.example), 2026-06-05
            """);
    FakeDiscord.await(
        () -> discord.messages().stream().noneMatch(FakeMessage::loading), () -> "still thinking");
    assertThat(post.controls())
        .extracting(FakeMessage.Control::label)
        .containsExactly(
            "What a source says, word for word",
            "Evidence",
            "👍",
            "👎",
            "Ask more",
            "Who leads Acme?");
  }

  @Test
  void every_subcommand_is_answered() {
    discord.command(guild, channel, user, "ask", "question", QUESTION, "as_of", "2026-06-05");
    discord.command(guild, channel, user, "latest");
    discord.command(guild, channel, user, "latest", "about", "Acme");
    discord.command(guild, channel, user, "story", "story", "2026/06/acme-delays-anvil-api");
    discord.command(guild, channel, user, "timeline", "about", "Acme");
    discord.command(
        guild, channel, user, "compare", "first", "Acme", "second", "Zorp", "on", "pay");
    discord.command(guild, channel, user, "check", "claim", "Acme spent $72.2 billion");
    discord.command(guild, channel, user, "sources", "about", "Acme");
    discord.command(guild, channel, user, "why");
    discord.command(guild, channel, user, "help");
    var posts = discord.awaitPosts(channel, 10);

    assertThat(posts)
        .extracting(p -> p.text().lines().findFirst().orElseThrow())
        .contains(
            "-# member0: latest",
            "-# member0: timeline Acme",
            "-# member0: compare Acme and Zorp on pay",
            "-# member0: help");
    assertThat(answering.asked())
        .extracting(q -> q.asOf().map(Object::toString).orElse(""))
        .contains("2026-06-05");
  }

  @Test
  void help_says_what_discord_hides_from_the_bot() {
    discord.command(guild, channel, user, "help");

    assertThat(Markdown.visible(discord.awaitPost(channel).text()))
        .contains("a reply to me with the @ left on")
        .contains("Ask more below an answer needs none of these");
  }

  @Test
  void what_is_limited_by_period_or_publisher_is_asked_so() {
    discord.command(
        guild,
        channel,
        user,
        "ask",
        "question",
        QUESTION,
        "period",
        "this week",
        "publisher",
        "The Letter");
    discord.awaitPost(channel);

    assertThat(answering.asked().getFirst().text())
        .isEqualTo("How much did Acme spend according to The Letter this week?");
  }

  @Test
  void a_day_that_is_none_is_said_at_once_and_privately() {
    var asked =
        discord.command(guild, channel, user, "ask", "question", QUESTION, "as_of", "yesterday");

    assertThat(discord.awaitWhisper(asked).text()).contains("must look like 2026-05-01");
    assertThat(answering.asked()).isEmpty();
  }

  @Test
  void a_message_is_checked_against_the_news() {
    var claim = discord.says(guild, channel, other, "Acme spent $72.2 billion in 2025.");
    var checked = discord.contextCommand(guild, channel, user, "Check against the news", claim);

    var verdict = discord.awaitWhisper(checked);
    assertThat(Markdown.visible(verdict.text()))
        .contains("Supported.")
        .contains("Acme spent $72.2 billion in 2025.");
    assertThat(discord.posts(channel)).as("somebody else's words").isEmpty();
    discord.press(guild, user, verdict, "Share");
    assertThat(Markdown.visible(discord.awaitPost(channel).text())).contains("Supported.");
    var empty = discord.says(guild, channel, other, "");
    var asked = discord.contextCommand(guild, channel, user, "Check against the news", empty);
    assertThat(discord.awaitWhisper(asked).text()).contains("no text");
  }

  @Test
  void a_user_who_installed_the_bot_asks_where_it_is_no_member() {
    var elsewhere =
        new FakeGuild(Snowflakes.next(), other, List.of(Snowflakes.next()), List.of(user), other);
    var asked =
        discord.commandByUserInstall(
            elsewhere, elsewhere.channels().getFirst(), user, "ask", "question", QUESTION);

    FakeDiscord.await(
        () -> !discord.posts(elsewhere.channels().getFirst()).isEmpty(), () -> "no answer");
    var answer = discord.posts(elsewhere.channels().getFirst()).getFirst();
    assertThat(answer.interaction()).contains(asked.id());
    assertThat(answer.text()).contains("Acme spent").contains("letter.example");
    assertThat(discord.rest().calls()).noneMatch(c -> c.path().startsWith("/channels/"));
  }

  @Test
  void a_command_in_the_direct_channel_is_answered() {
    var asked = discord.directCommand(user, "ask", "question", QUESTION);

    FakeDiscord.await(
        () ->
            discord.messages().stream()
                .anyMatch(m ->
                    !m.loading()
                        && m.author().equals(discord.application())
                        && m.text().contains("Acme spent")),
        () -> "no answer to " + asked.id());
  }

  @Test
  void completion_comes_from_memory() {
    var typed = discord.completes(guild, channel, user, "timeline", "about", "ac");
    var choices = discord.awaitCallback(typed).getObject("data").getArray("choices");

    assertThat(choices.toString()).contains("Acme");
    assertThat(typed.acknowledgedAfter().orElseThrow().toMillis()).isLessThan(1000);
    var story = discord.completes(guild, channel, user, "story", "story", "acme");
    assertThat(discord.awaitCallback(story).toString()).contains("2026/06/acme-delays-anvil-api");
    var publisher = discord.completes(guild, channel, user, "ask", "publisher", "");
    assertThat(discord.awaitCallback(publisher).getInt("type")).isEqualTo(8);
  }

  @Test
  void a_hostile_name_and_question_neither_ping_nor_turn_the_line_around() {
    var hostile = discord.member(guild, "\u202eeno\u200bymous\n# @everyone **x** `y`");
    discord.command(
        guild,
        channel,
        hostile,
        "ask",
        "question",
        "Acme\u202e\u2066 [x](https://evil.example) @here?");
    var line = discord.awaitPost(channel).text().lines().findFirst().orElseThrow();

    assertThat(line).startsWith("-# eno").contains("evil.example");
    assertThat(line.codePoints())
        .noneMatch(c -> Character.getType(c) == Character.FORMAT || Character.isISOControl(c));
    assertThat(Markdown.visible(line)).contains("[x](https://evil.example)");
  }
}
