package dev.footnote.discord.fake;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation with a bot that somebody starts by hand: {@code ./footnote serve} with {@code
 * FOOTNOTE_DISCORD_API_URL=http://127.0.0.1:18080/api/v10/}, {@code
 * FOOTNOTE_DISCORD_GATEWAY_URL=ws://127.0.0.1:18081/} and {@link FakeDiscord#TOKEN}. Shows what a
 * member would see.
 */
public final class Demonstration {

  private static final int REST_PORT = 18080;
  private static final int GATEWAY_PORT = 18081;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Demonstration() {}

  public static void main(String[] questions) throws InterruptedException {
    var out = new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
    try (var discord = new FakeDiscord(REST_PORT, GATEWAY_PORT)) {
      var guild = discord.guild(2);
      var channel = guild.channels().getFirst();
      var user = guild.members().getFirst();
      out.println("waiting for the bot at " + Path.of("").toAbsolutePath());
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (discord.commands().isEmpty() && System.nanoTime() < end) {
        Thread.sleep(100);
      }
      out.println("commands: " + discord.commands().length());
      for (var question : questions) {
        int before = discord.posts(channel).size();
        var asked = discord.command(guild, channel, user, "ask", "question", question);
        show(out, discord, channel, before);
        out.println(
            "acknowledged after " + asked.acknowledgedAfter().map(Duration::toMillis) + " ms");
      }
      int before = discord.posts(channel).size();
      discord.says(guild, channel, user, "<@" + discord.application() + "> latest");
      show(out, discord, channel, before);
      var last = discord.posts(channel).getLast();
      discord.replies(guild, channel, user, "why", last.id());
      show(out, discord, channel, before + 1);
      var evidence =
          discord.posts(channel).stream()
              .filter(p -> p.controls().stream().anyMatch(c -> c.label().equals("Evidence")))
              .findFirst();
      if (evidence.isPresent()) {
        var pressed = discord.press(guild, user, evidence.get(), "Evidence");
        out.println("--- pressed Evidence\n" + discord.awaitWhisper(pressed).text());
      }
      var asked = discord.command(guild, channel, user, "help", "private", true);
      out.println("--- help, privately\n" + discord.awaitWhisper(asked).text());
      var answer = discord.posts(channel).getFirst();
      var opened = discord.press(guild, user, answer, "Ask more");
      out.println("--- pressed Ask more\n" + discord.awaitCallback(opened).getObject("data"));
      before = discord.posts(channel).size();
      discord.submit(guild, user, opened, Map.of("question", "Who said so?"));
      show(out, discord, channel, before);
      var whisper =
          discord.awaitWhisper(
              discord.command(
                  guild, channel, user, "check", "claim", questions[0], "private", true));
      out.println("--- privately\n" + whisper.text());
      before = discord.posts(channel).size();
      discord.press(guild, user, whisper, "Share");
      show(out, discord, channel, before);
      var thread = discord.thread(guild, channel, answer.id());
      discord.says(guild, thread, user, "And then?");
      show(out, discord, thread, 0);
      var settings = discord.command(guild, channel, guild.manager(), "settings");
      out.println("--- settings\n" + discord.awaitWhisper(settings).text());
      var completed = discord.completes(guild, channel, user, "story", "story", "op");
      out.println("--- completes 'op'\n" + discord.awaitCallback(completed).getObject("data"));
      var direct =
          discord.interact(
              Optional.empty(),
              discord.directChannel(user),
              user,
              2,
              discord.slash("help"),
              Optional.empty(),
              1);
      discord.awaitPost(discord.directChannel(user));
      out.println("acknowledged: " + direct.callback().isPresent());
      out.println("violations: " + discord.rest().violations());
    }
  }

  private static void show(PrintStream out, FakeDiscord discord, String channel, int before) {
    for (var post : discord.awaitPosts(channel, before + 1).subList(before, before + 1)) {
      out.println("---\n" + post.text());
      out.println(
          post.controls().stream()
              .map(FakeMessage.Control::label)
              .map(l -> "[" + l + "]")
              .toList());
    }
  }
}
