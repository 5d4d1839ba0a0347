package dev.footnote.slack;

import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.Secret;
import dev.footnote.slack.fake.FakeSlack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The bot in a process of its own, to be killed. */
final class CrashingBot {

  private CrashingBot() {}

  /**
   * @param args the data folder, the address of the Web API, the gap between posts, and the step of
   *     storing to end at, or {@code -}
   */
  public static void main(String[] args) throws InterruptedException {
    var settings =
        new SlackSettings(
            Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
            Optional.of(new Secret(FakeSlack.APP_TOKEN)),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            URI.create(args[1]),
            false);
    var data = Path.of(args[0]);
    var clock = InstantSource.system();
    var desk =
        args[3].equals("-")
            ? DeskFixture.open(data, new ScriptedAnswering(), clock)
            : DeskFixture.openToHalt(data, args[3], new ScriptedAnswering(), clock);
    var bot =
        SlackBot.start(
            settings,
            desk.desk(),
            (path, handler) -> {},
            InstantSource.system(),
            new SlackBot.Pace(
                BotFixture.PACE.callTimeout(), Duration.parse(args[2]), BotFixture.PACE.sockets()));
    desk.desk().start();
    while (bot.health() != null) {
      Thread.sleep(1_000);
    }
  }
}
