package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeMessage;
import java.nio.file.Path;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What members see when they ask: in channels, threads, directly, with or without the server. */
class DiscordBotTest {

  private static final String QUESTION = "How much did Acme spend?";

  private final ScriptedAnswering answering = new ScriptedAnswering();
  private final FakeDiscord discord = new FakeDiscord();
  private final FakeDiscord.Guild guild = discord.guild(2);
  private final String channel = guild.channels().getFirst();
  private final String user = guild.members().getFirst();
  private final String other = guild.members().getLast();
  private BotFixture bot;

  @BeforeEach
  void start(@TempDir Path folder) {
    bot = BotFixture.start(discord, folder, DeskFixture.SETTINGS, answering);
  }

  @AfterEach
  void stop() {
    bot.close();
    discord.close();
    assertThat(discord.rest().violations()).isEmpty();
    assertThat(discord.rest().calls()).allSatisfy(c -> assertThat(pings(c.body())).isFalse());
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
            "What a source says, word for word", "Evidence", "👍", "👎", "Who leads Acme?");
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
  void a_private_question_is_answered_to_the_asker_alone_and_can_be_shared() {
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true);
    var whisper = discord.awaitWhisper(asked);

    assertThat(asked.isPrivate()).isTrue();
    assertThat(discord.posts(channel)).isEmpty();
    var shared = discord.press(guild, user, whisper, "Share");
    assertThat(discord.awaitWhisper(shared).text()).isEqualTo("Shared.");
    assertThat(discord.awaitPost(channel).text())
        .startsWith("-# Shared by member0\nAcme spent")
        .contains("**Sources**");
    discord.awaitWhisper(discord.press(guild, user, whisper, "Share"));
    assertThat(discord.posts(channel)).hasSize(1);
  }

  @Test
  void evidence_is_shown_word_for_word_to_whoever_presses() {
    discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = discord.awaitPost(channel);
    var evidence = discord.press(guild, other, post, "Evidence");

    assertThat(Markdown.visible(discord.awaitWhisper(evidence).text()))
        .contains("Acme spent $72.2 billion in 2025 on data centers.")
        .contains("A spokesman said the API would come in June.");
    var source = discord.choose(guild, other, post, "word for word", java.util.List.of("2"));
    assertThat(Markdown.visible(discord.awaitWhisper(source).text()))
        .contains("A spokesman said the API would come in June. [2]")
        .contains("[2] The Letter: No date for Anvil (letter.example)")
        .doesNotContain("72.2");
    assertThat(discord.posts(channel)).hasSize(1);
  }

  @Test
  void a_follow_up_button_asks_in_the_same_conversation() {
    discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = bot.awaitSettled(guild, channel, 1);
    discord.press(guild, other, post, "Who leads Acme?");

    assertThat(discord.awaitPosts(channel, 2).getLast().text()).startsWith("-# member1: Who leads");
    assertThat(answering.asked().getLast().history()).isNotEmpty();
  }

  @Test
  void what_is_asked_below_a_private_answer_stays_private() {
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true);
    var next = discord.press(guild, user, discord.awaitWhisper(asked), "Who leads Acme?");

    assertThat(discord.awaitWhisper(next).text()).contains("Acme spent");
    assertThat(next.isPrivate()).isTrue();
    assertThat(discord.posts(channel)).isEmpty();
  }

  @Test
  void thumbs_are_kept_the_one_down_with_its_reasons() {
    discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = discord.awaitPost(channel);
    var up = discord.press(guild, user, post, "👍");

    assertThat(discord.awaitWhisper(up).text()).contains("Thank you");
    var down = discord.press(guild, other, post, "👎");
    var modal = discord.awaitCallback(down);
    assertThat(modal.getInt("type")).isEqualTo(9);
    assertThat(modal.toString()).contains("The sources do not say that");
    var sent =
        discord.submit(
            guild,
            other,
            down,
            java.util.Map.of("reason", java.util.List.of("OUTDATED"), "words", "It is 80 now."));
    assertThat(discord.awaitWhisper(sent).text()).contains("Thank you");
  }

  @Test
  void a_mention_is_answered_by_a_reply_and_a_reply_to_that_goes_on() {
    var question =
        discord.says(guild, channel, user, "<@" + discord.application() + "> " + QUESTION);
    var post = bot.awaitSettled(guild, channel, 1);

    assertThat(post.replyTo()).contains(question);
    assertThat(answering.asked().getLast().text()).isEqualTo(QUESTION);
    var next = discord.replies(guild, channel, other, "And who leads it?", post.id());
    assertThat(discord.awaitPosts(channel, 2).getLast().replyTo()).contains(next);
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
    discord.says(guild, channel, user, "<@" + discord.application() + "> " + QUESTION);
    var post = discord.awaitPost(channel);
    discord.repliesSilently(guild, channel, other, "And who leads it?", post.id());
    discord.repliesSilently(guild, channel, other, "Hello?", post.id());

    assertThat(Markdown.visible(discord.awaitPosts(channel, 2).getLast().text()))
        .contains("leave the @ on");
    settle();
    assertThat(discord.posts(channel)).hasSize(2);
  }

  @Test
  void in_a_thread_on_its_answer_the_conversation_goes_on() {
    discord.says(guild, channel, user, "<@" + discord.application() + "> " + QUESTION);
    var thread = discord.thread(guild, channel, bot.awaitSettled(guild, channel, 1).id());
    discord.says(guild, thread, other, "<@" + discord.application() + "> And who leads it?");
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

  @Test
  void a_message_is_checked_against_the_news() {
    var claim = discord.says(guild, channel, other, "Acme spent $72.2 billion in 2025.");
    discord.contextCommand(guild, channel, user, "Check against the news", claim);

    assertThat(Markdown.visible(discord.awaitPost(channel).text()))
        .contains("Supported.")
        .contains("Acme spent $72.2 billion in 2025.");
    var empty = discord.says(guild, channel, other, "");
    var asked = discord.contextCommand(guild, channel, user, "Check against the news", empty);
    assertThat(discord.awaitWhisper(asked).text()).contains("no text");
  }

  @Test
  void a_user_who_installed_the_bot_asks_where_it_is_no_member() {
    var elsewhere =
        new FakeDiscord.Guild(
            dev.footnote.discord.fake.Snowflakes.next(),
            other,
            java.util.List.of(dev.footnote.discord.fake.Snowflakes.next()),
            java.util.List.of(user),
            other);
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

  /** C5. */
  @Test
  void bots_webhooks_edits_and_itself_get_no_answer() {
    var mention = "<@" + discord.application() + "> " + QUESTION;
    discord.says(guild, channel, discord.otherBot(), mention);
    discord.webhookSays(guild, channel, mention);
    discord.says(guild, channel, discord.application(), mention);
    var said = discord.says(guild, channel, user, "How much did " + "Acme spend?");
    discord.repeat(guild, said, "MESSAGE_UPDATE");
    var first = discord.says(guild, channel, user, mention);
    discord.awaitPosts(channel, 2);
    discord.repeat(guild, first, "MESSAGE_UPDATE");
    settle();

    assertThat(answering.asked()).hasSize(1);
    assertThat(discord.posts(channel))
        .extracting(FakeMessage::replyTo)
        .containsExactly(Optional.empty(), Optional.of(first));
  }

  /** E3: 25 messages told of 11 times each; 500 with {@code -Dfootnote.full=true}. */
  @Test
  void what_is_told_of_again_and_again_is_answered_once() {
    int cases = Boolean.getBoolean("footnote.full") ? 500 : 25;
    var mention = "<@" + discord.application() + "> " + QUESTION;
    for (int i = 0; i < cases; i++) {
      var id = discord.says(guild, channel, user, mention);
      for (int again = 0; again < 10; again++) {
        discord.repeat(guild, id, "MESSAGE_CREATE");
      }
    }
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION);
    for (int again = 0; again < 10; again++) {
      discord.repeat(guild, asked, discord.slash("ask", "question", QUESTION));
    }
    discord.awaitPosts(channel, cases + 1);
    settle();

    assertThat(discord.posts(channel)).hasSize(cases + 1);
    assertThat(answering.asked()).hasSize(cases + 1);
  }

  /** Long enough for whatever was dispatched before to be handled, as events are in order. */
  private void settle() {
    var last = discord.completes(guild, channel, user, "timeline", "about", "ac");
    discord.awaitCallback(last);
    var idle = discord.directCommand(other, "help");
    FakeDiscord.await(
        () -> discord.message(idle.original().orElse("")).map(m -> !m.loading()).orElse(false),
        () -> "help");
  }
}
