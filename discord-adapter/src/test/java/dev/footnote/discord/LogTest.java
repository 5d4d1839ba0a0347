package dev.footnote.discord;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.discord.fake.FakeDiscord;
import dev.footnote.discord.fake.FakeGuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * P3: with the adapter's own logging rules, no level of the log tells what was asked or a token.
 */
class LogTest {

  /** For 10,000 requests; everyday a second or two. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final AppenderBase<ILoggingEvent> recorder =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          if (event.getLoggerName().matches("org\\.java_websocket.*|com\\.networknt.*")) {
            return; // what the fake Discord is made of
          }
          var thrown = event.getThrowableProxy();
          lines.add(
              event.getLevel()
                  + " "
                  + event.getLoggerName()
                  + " "
                  + event.getFormattedMessage()
                  + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
      };

  @BeforeEach
  void record() {
    recorder.start();
    root.addAppender(recorder);
    root.setLevel(Level.TRACE);
    root.getAppender("ERR").stop();
  }

  @AfterEach
  void stop() {
    root.detachAppender(recorder);
    root.setLevel(level);
    root.getAppender("ERR").start();
  }

  /** 150 requests, 10,000 with {@code -Dfootnote.full=true}; a third of them end badly. */
  @Test
  void the_log_tells_neither_words_nor_tokens(@TempDir Path folder) throws InterruptedException {
    int requests = Boolean.getBoolean("footnote.full") ? 10_000 : 150;
    var scripted = new ScriptedAnswering();
    try (var discord = new FakeDiscord()) {
      var guild = discord.guild(1);
      var channel = guild.channels().getFirst();
      var user = guild.members().getFirst();
      try (var bot =
          BotFixture.start(
              discord,
              folder,
              DeskFixture.SETTINGS,
              question -> {
                if (question.text().contains("fails")) {
                  throw new IllegalStateException("could not answer " + question.text());
                }
                return scripted.answer(question);
              })) {
        for (int i = 0; i < requests; i++) {
          var text = "word-canary" + i + " of Acme" + (i % 6 == 0 ? " fails" : "");
          switch (i % 3) {
            case 0 ->
                discord
                    .rest()
                    .faults()
                    .answer(
                        "(POST|PATCH) /(channels|webhooks)/.*",
                        1,
                        i % 2 == 0 ? 400 : 500,
                        Map.of("via", "1.1 fake"),
                        "{\"code\":50035,\"message\":\"word-canary\",\"errors\":{}}");
            case 1 -> discord.rest().faults().answer("POST /.*callback", 1, 404, Map.of(), "{}");
            default -> {
              // all is well
            }
          }
          if (i % 100 == 99) {
            settle(discord, guild); // or else most would be told that the bot is busy
          }
          // Each channel takes but few messages at a time.
          var place = guild.channels().get(i / 2 % guild.channels().size());
          if (i % 2 == 0) {
            discord.says(guild, place, user, "<@" + discord.application() + "> " + text);
          } else {
            discord.command(guild, place, user, "ask", "question", text, "private", i % 5 == 0);
          }
        }
        // An event that JDA cannot read, which it would log whole.
        discord.interact(
            java.util.Optional.of(guild),
            channel,
            user,
            2,
            DataObject.empty().put("type", 1).put("name", "word-canary").put("id", "x"),
            java.util.Optional.empty(),
            0);
        settle(discord, guild);
        // Channels take five messages in five seconds, and what failed is tried again.
        var latest = System.nanoTime() + LONGEST.toNanos();
        while (!isDone(bot) && System.nanoTime() < latest) {
          Thread.sleep(100);
        }
        assertThat(isDone(bot)).isTrue();
      }
    }

    assertThat(lines).isNotEmpty();
    var canaries = List.of("canary", FakeDiscord.TOKEN, "letter.example", "Acme spent", " fails");
    assertThat(lines.stream().filter(l -> canaries.stream().anyMatch(l::contains))).isEmpty();
  }

  private static boolean isDone(BotFixture bot) {
    return bot.desk().desk().health().line().contains(" 0 requests");
  }

  /** Waits until what was told so far was looked at. */
  private static void settle(FakeDiscord discord, FakeGuild guild) {
    var channel = guild.channels().getFirst();
    var user = guild.members().getFirst();
    discord.rest().faults().clear();
    discord.awaitCallback(discord.command(guild, channel, user, "help", "private", true));
  }
}
