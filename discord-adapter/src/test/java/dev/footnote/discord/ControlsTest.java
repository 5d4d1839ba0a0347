package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.DeskSettings.Rate;
import dev.footnote.core.service.SettingsChange;
import dev.footnote.core.service.TenantId;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import dev.footnote.discord.fake.FakeMessage;
import dev.footnote.discord.fake.Snowflakes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What members do with an answer: see its quotes, ask on, judge it, share it. */
class ControlsTest extends BotTest {

  @Test
  void a_private_question_is_answered_to_the_asker_alone_and_can_be_shared() {
    var asked = discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true);
    var whisper = discord.awaitWhisper(asked);

    assertThat(asked.isPrivate()).isTrue();
    assertThat(discord.posts(channel)).isEmpty();
    discord.press(guild, user, whisper, "Share");
    assertThat(Markdown.visible(discord.awaitPost(channel).text()))
        .startsWith("Shared by member0\nShared answer to: How much did Acme spend?\n")
        .contains("Acme spent $72.2 billion")
        .contains("Sources");
    var again = discord.press(guild, user, whisper, "Share");
    assertThat(discord.awaitWhisper(again).text()).contains("shared here already");
    assertThat(discord.posts(channel)).hasSize(1);
    var post = bot.awaitSettled(guild, channel, 1);
    discord.replies(guild, channel, other, "And who leads it?", post.id());
    discord.awaitPosts(channel, 2);
    assertThat(answering.asked().getLast().history()).isNotEmpty();
  }

  @Test
  void evidence_is_shown_word_for_word_to_whoever_presses() {
    discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = discord.awaitPost(channel);
    var evidence = discord.press(guild, other, post, "Evidence");

    assertThat(Markdown.visible(discord.awaitWhisper(evidence).text()))
        .contains("Acme spent $72.2 billion in 2025 on data centers.")
        .contains("A spokesman said the API would come in June.");
    var source = discord.choose(guild, other, post, "word for word", List.of("2"));
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
            guild, other, down, Map.of("reason", List.of("OUTDATED"), "words", "It is 80 now."));
    assertThat(discord.awaitWhisper(sent).text()).contains("Thank you");
  }

  /** A form carries words to the bot wherever it stands, without mention, ping or intent. */
  @Test
  void what_is_asked_in_the_form_goes_on_in_the_same_conversation() {
    discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = bot.awaitSettled(guild, channel, 1);
    var pressed = discord.press(guild, other, post, "Ask more");
    assertThat(discord.awaitCallback(pressed).getInt("type")).isEqualTo(9);
    discord.submit(guild, other, pressed, Map.of("question", "And who leads it?"));

    assertThat(discord.awaitPosts(channel, 2).getLast().text())
        .startsWith("-# member1: And who leads it?");
    assertThat(answering.asked().getLast().history()).isNotEmpty();
  }

  @Test
  void every_control_works_after_a_restart() {
    discord.command(guild, channel, user, "ask", "question", QUESTION);
    var post = bot.awaitSettled(guild, channel, 1);
    var whisper =
        discord.awaitWhisper(
            discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true));
    FakeDiscord.await(
        () -> bot.desk().desk().health().line().contains(" 0 requests"), () -> "settled");
    restart();

    assertThat(discord.awaitWhisper(discord.press(guild, other, post, "Evidence")).text())
        .contains("A spokesman said");
    var source = discord.choose(guild, other, post, "word for word", List.of("2"));
    assertThat(discord.awaitWhisper(source).text()).contains("A spokesman said");
    assertThat(discord.awaitWhisper(discord.press(guild, other, post, "👍")).text())
        .contains("Thank you");
    discord.press(guild, other, post, "Who leads Acme?");
    discord.awaitPosts(channel, 2);
    assertThat(answering.asked().getLast().history()).isNotEmpty();
    discord.press(guild, user, whisper, "Share");
    assertThat(discord.awaitPosts(channel, 3).getLast().text()).contains("Shared by member0");
  }

  /** The answer is the server's, the direct channel is the user's. */
  @Test
  void controls_work_below_an_answer_that_came_directly_and_for_nobody_else() {
    bot.desk().desk().change(tenant(), "1", true, new SettingsChange.PrivateByDefault(true));
    discord.says(guild, channel, user, mention(QUESTION));
    var post = discord.awaitPost(discord.directChannel(user));

    assertThat(pressDirectly(user, post, "Evidence")).contains("A spokesman said");
    assertThat(pressDirectly(user, post, "👍")).contains("Thank you");
    assertThat(pressDirectly(user, post, "Who leads Acme?")).contains("Acme spent");
    assertThat(pressDirectly(other, post, "Evidence")).contains("no longer on file");
    restart();
    assertThat(pressDirectly(user, post, "Evidence")).contains("A spokesman said");
  }

  @Test
  void what_is_shared_where_the_bot_is_no_member_stands_in_the_place_of_is_thinking() {
    var elsewhere =
        new FakeGuild(Snowflakes.next(), other, List.of(Snowflakes.next()), List.of(user), other);
    var asked =
        discord.commandByUserInstall(
            elsewhere,
            elsewhere.channels().getFirst(),
            user,
            "ask",
            "question",
            QUESTION,
            "private",
            true);
    var shared = discord.press(elsewhere, user, discord.awaitWhisper(asked), "Share", 1);
    var post = discord.awaitPost(elsewhere.channels().getFirst());

    assertThat(post.interaction()).contains(shared.id());
    assertThat(post.text()).contains("Shared by member0").contains("Acme spent");
  }

  @Test
  void what_could_not_be_shared_for_now_can_be_shared_later() {
    var limited = DeskFixture.SETTINGS.withLimits(new Rate(1, 30), new Rate(1_000, 60_000));
    restart(limited);
    var whisper =
        discord.awaitWhisper(
            discord.command(guild, channel, user, "ask", "question", QUESTION, "private", true));
    var refused = discord.press(guild, user, whisper, "Share");
    assertThat(discord.awaitWhisper(refused).text()).contains("try again in");
    var later = Instant.now().plusMillis(2100);
    FakeDiscord.await(() -> Instant.now().isAfter(later), () -> "");
    discord.press(guild, user, whisper, "Share");

    discord.awaitPost(channel);
  }

  private String pressDirectly(String who, FakeMessage post, String label) {
    var pressed = discord.component(Optional.empty(), who, post, post.control(label), List.of());
    FakeDiscord.await(
        () -> pressed.original().flatMap(discord::message).map(m -> !m.loading()).orElse(false),
        () -> "answer to " + label);
    return Markdown.visible(discord.message(pressed.original().orElseThrow()).orElseThrow().text());
  }

  private TenantId tenant() {
    return new TenantId("discord", guild.id());
  }
}
