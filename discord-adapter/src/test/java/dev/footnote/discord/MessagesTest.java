package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.service.SettingsChange;
import dev.footnote.core.service.TenantId;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What becomes of messages: mentions, replies, threads, direct messages, and what is not for the
 * bot.
 */
class MessagesTest extends BotTest {

  @Test
  void a_mention_is_answered_by_a_reply_and_a_reply_to_that_goes_on() {
    var question = discord.says(guild, channel, user, mention(QUESTION));
    var post = bot.awaitSettled(guild, channel, 1);

    assertThat(post.text()).contains("/" + channel + "/" + question);
    assertThat(answering.asked().getLast().text()).isEqualTo(QUESTION);
    var next = discord.replies(guild, channel, other, "And who leads it?", post.id());
    assertThat(discord.awaitPosts(channel, 2).getLast().text()).contains("/" + next);
    assertThat(answering.asked().getLast().history()).isNotEmpty();
  }

  @Test
  void a_reply_to_a_commands_answer_goes_on_too() {
    discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = bot.awaitSettled(guild, channel, 1);
    discord.replies(guild, channel, other, "And who leads it?", post.id());

    discord.awaitPosts(channel, 2);
    assertThat(answering.asked().getLast().history()).isNotEmpty();
  }

  @Test
  void a_reply_that_arrives_empty_is_told_how_to_reach_the_bot_once() {
    discord.says(guild, channel, user, mention(QUESTION));
    var post = discord.awaitPost(channel);
    discord.repliesSilently(guild, channel, other, "And who leads it?", post.id());
    discord.repliesSilently(guild, channel, other, "Hello?", post.id());

    assertThat(Markdown.visible(discord.awaitPosts(channel, 2).getLast().text()))
        .contains("with the @ left on");
    settle();
    assertThat(discord.posts(channel)).hasSize(2);
  }

  @Test
  void in_a_thread_on_its_answer_the_conversation_goes_on() {
    discord.says(guild, channel, user, mention(QUESTION));
    var thread = discord.thread(guild, channel, bot.awaitSettled(guild, channel, 1).id());
    discord.says(guild, thread, other, mention("And who leads it?"));
    var first = bot.awaitSettled(guild, thread, 1);

    assertThat(answering.asked().getLast().history()).hasSize(1);
    discord.replies(guild, thread, user, "Since when?", first.id());
    bot.awaitSettled(guild, thread, 2);
    assertThat(answering.asked().getLast().history()).hasSize(2);
    discord.command(guild, thread, user, "ask", "question", "And why?");
    discord.awaitPosts(thread, 3);
    assertThat(answering.asked().getLast().history()).hasSize(3);
  }

  @Test
  void a_direct_message_needs_no_mention() {
    discord.saysDirectly(user, QUESTION);
    var post = discord.awaitPost(discord.directChannel(user));

    assertThat(post.text()).startsWith("Acme spent");
    discord.saysDirectly(user, "And who leads it?");
    discord.awaitPosts(discord.directChannel(user), 2);
    assertThat(answering.asked().getLast().history()).isNotEmpty();
  }

  /** C5. */
  @Test
  void bots_webhooks_edits_and_itself_get_no_answer() {
    discord.says(guild, channel, discord.otherBot(), mention(QUESTION));
    discord.webhookSays(guild, channel, mention(QUESTION));
    discord.says(guild, channel, discord.application(), mention(QUESTION));
    var said = discord.says(guild, channel, user, "How much did " + "Acme spend?");
    discord.repeat(guild, said, "MESSAGE_UPDATE");
    var first = discord.says(guild, channel, user, mention(QUESTION));
    discord.awaitPosts(channel, 2);
    discord.repeat(guild, first, "MESSAGE_UPDATE");
    settle();

    assertThat(answering.asked()).hasSize(1);
    assertThat(discord.posts(channel))
        .extracting(post -> post.text().contains("/" + first))
        .containsExactly(false, true);
  }

  private int posts() {
    return guild.channels().stream().mapToInt(c -> discord.posts(c).size()).sum();
  }

  /** E3: 25 messages told of 11 times each; 500 with {@code -Dfootnote.full=true}. */
  @Test
  void what_is_told_of_again_and_again_is_answered_once() {
    int cases = Boolean.getBoolean("footnote.full") ? 500 : 25;
    for (int i = 0; i < cases; i++) {
      var id = discord.says(guild, guild.channels().get(i % 25), user, mention(QUESTION));
      for (int again = 0; again < 10; again++) {
        discord.repeat(guild, id, "MESSAGE_CREATE");
      }
      if (i % 25 == 24) {
        int told = i + 1;
        FakeDiscord.await(
            () -> posts() >= told,
            () -> posts() + " of " + told); // more at a time would be told that the bot is busy
      }
    }
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
    for (int again = 0; again < 10; again++) {
      discord.repeat(guild, asked, discord.slash("ask", "question", QUESTION));
    }
    FakeDiscord.await(() -> posts() > cases, () -> posts() + " posts");
    settle();

    assertThat(posts()).isEqualTo(cases + 1);
    assertThat(answering.asked()).hasSize(cases + 1);
  }

  @Test
  void a_message_is_known_by_its_id_and_by_what_its_client_calls_it() {
    var known = discord.says(guild, channel, user, mention(QUESTION));
    discord.awaitPosts(channel, 1);
    discord.sendsAgain(guild, known);
    // With the same id, and a nonce of its own.
    var id = Optional.of(known);
    discord.says(Optional.of(guild), channel, user, mention(QUESTION), Optional.empty(), true, id);
    settle();

    assertThat(answering.asked()).hasSize(1);
    assertThat(discord.posts(channel)).hasSize(1);
  }

  /** What is written in a thread without a mention arrives empty: the bot says so, once. */
  @Test
  void in_a_thread_on_its_answer_it_says_once_how_to_go_on() {
    discord.says(guild, channel, user, mention(QUESTION));
    var thread = discord.thread(guild, channel, bot.awaitSettled(guild, channel, 1).id());
    discord.says(guild, thread, other, "And who leads it?");
    assertThat(Markdown.visible(discord.awaitPost(thread).text()))
        .contains("To go on here, mention me")
        .contains("Ask more");
    discord.says(guild, thread, user, "Anybody?");
    discord.says(guild, channel, user, "Not for the bot.");
    var foreign =
        discord.thread(guild, channel, discord.says(guild, channel, user, "Something else"));
    discord.says(guild, foreign, user, "Nothing to do with the bot.");
    settle();

    assertThat(discord.posts(thread)).hasSize(1);
    assertThat(discord.posts(channel)).hasSize(1);
    assertThat(discord.posts(foreign)).isEmpty();
  }

  @Test
  void in_a_channel_that_was_not_chosen_the_writer_alone_is_told_so() {
    bot.desk()
        .desk()
        .change(
            new TenantId("discord", guild.id()),
            "1",
            true,
            new SettingsChange.Channels(Set.of(guild.channels().getLast())));
    discord.says(guild, channel, user, mention(QUESTION));

    assertThat(discord.awaitPost(discord.directChannel(user)).text())
        .contains("do not answer in this channel");
    assertThat(discord.posts(channel)).isEmpty();
  }

  /** One refusal keeps no other one silent: each server and each reason is said. */
  @Test
  void each_server_and_reason_of_a_refusal_is_said() {
    var second = discord.guild(0);
    var there = second.channels().getFirst();
    FakeDiscord.await(() -> bot.bot().health().line().contains("2 servers"), () -> "joined");
    choose(guild);
    choose(second);
    discord.says(guild, channel, user, mention(QUESTION));
    discord.awaitPost(discord.directChannel(user));
    discord.says(second, there, user, mention(QUESTION));
    discord.awaitPosts(discord.directChannel(user), 2);
    discord.says(guild, channel, user, mention(QUESTION));
    bot.bot().stopTaking();
    discord.says(guild, channel, user, mention(QUESTION));

    assertThat(discord.awaitPost(channel).text()).contains("Busy");
    settle();
    assertThat(discord.posts(discord.directChannel(user))).hasSize(2);
  }

  /** The role that comes with a bot bears its name, so people choose it by mistake. */
  @Test
  void a_mention_of_the_bots_own_role_is_answered() {
    discord.says(guild, channel, user, "<@&" + discord.role(guild) + "> " + QUESTION);

    assertThat(discord.awaitPost(channel).text()).contains("Acme spent");
    assertThat(answering.asked().getLast().text()).isEqualTo(QUESTION);
  }

  @Test
  void a_mention_of_the_bots_own_role_that_arrives_empty_is_told_how_to_reach_the_bot() {
    discord.withholdRoleMentions();
    discord.says(guild, channel, user, "<@&" + discord.role(guild) + "> " + QUESTION);

    assertThat(Markdown.visible(discord.awaitPost(channel).text())).contains("mention me");
    assertThat(answering.asked()).isEmpty();
  }

  private void choose(FakeGuild server) {
    bot.desk()
        .desk()
        .change(
            new TenantId("discord", server.id()),
            "1",
            true,
            new SettingsChange.Channels(Set.of(server.channels().getLast())));
  }
}
