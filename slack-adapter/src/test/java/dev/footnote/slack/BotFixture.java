package dev.footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.ScriptedAnswering;
import dev.footnote.core.jdbc.Rows;
import dev.footnote.core.service.DeskFixture;
import dev.footnote.core.service.DeskSettings;
import dev.footnote.core.service.DurableDesk;
import dev.footnote.core.service.Secret;
import dev.footnote.slack.fake.FakeSlack;
import dev.footnote.slack.transport.SocketKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The whole bot on a real desk and a real database, against a Slack on this machine. */
final class BotFixture implements AutoCloseable {

  /** Everyday runs repeat less; -Dfootnote.full=true repeats as RELIABILITY.md says. */
  static final boolean FULL = Boolean.getBoolean("footnote.full");

  static final String ADMIN = "UADMIN";

  /** As patient as usual, only faster; a lost connection is noticed within two seconds. */
  static final SlackBot.Pace PACE =
      new SlackBot.Pace(
          Duration.ofSeconds(2),
          Duration.ofMillis(2),
          new SocketKeeper.Patience(
              Duration.ofMillis(400),
              Duration.ofSeconds(2),
              Duration.ofSeconds(1),
              Duration.ofMillis(50),
              Duration.ofMillis(800),
              Duration.ofSeconds(2),
              Duration.ofMillis(500)));

  enum Way {
    SOCKET,
    HTTP
  }

  final FakeSlack slack;
  private final boolean ownSlack;
  private final Path folder;
  private final SlackSettings settings;
  private final DeskSettings deskSettings;
  private final Answering answering;
  private final SlackBot.Pace pace;
  private DeskFixture desk;
  private HttpServer http;
  private SlackBot bot;

  private BotFixture(
      FakeSlack slack,
      boolean ownSlack,
      Path folder,
      SlackSettings settings,
      DeskSettings deskSettings,
      Answering answering,
      SlackBot.Pace pace) {
    this.slack = slack;
    this.ownSlack = ownSlack;
    this.folder = folder;
    this.settings = settings;
    this.deskSettings = deskSettings;
    this.answering = answering;
    this.pace = pace;
    this.desk = DeskFixture.open(folder, deskSettings, answering, InstantSource.system());
    this.http = server();
    this.bot = makeBot();
  }

  static BotFixture start(Path folder, Way way) {
    var slack = new FakeSlack();
    return start(
        slack,
        true,
        folder,
        way,
        settings(slack, way),
        DeskFixture.SETTINGS,
        new ScriptedAnswering(),
        PACE);
  }

  static BotFixture start(Path folder, Way way, FakeSlack slack) {
    return start(
        slack,
        true,
        folder,
        way,
        settings(slack, way),
        DeskFixture.SETTINGS,
        new ScriptedAnswering(),
        PACE);
  }

  static BotFixture start(
      FakeSlack slack,
      boolean ownSlack,
      Path folder,
      Way way,
      SlackSettings settings,
      DeskSettings deskSettings,
      Answering answering,
      SlackBot.Pace pace) {
    var fixture = new BotFixture(slack, ownSlack, folder, settings, deskSettings, answering, pace);
    fixture.begin(way);
    return fixture;
  }

  static SlackSettings settings(FakeSlack slack, Way way) {
    return new SlackSettings(
        Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
        way == Way.SOCKET ? Optional.of(new Secret(FakeSlack.APP_TOKEN)) : Optional.empty(),
        way == Way.HTTP ? Optional.of(new Secret(FakeSlack.SIGNING_SECRET)) : Optional.empty(),
        Optional.empty(),
        Set.of(ADMIN),
        slack.api.url(),
        false);
  }

  DurableDesk desk() {
    return desk.desk();
  }

  /** Whether every request that was accepted has ended. */
  boolean allEnded() {
    return desk.store().inbox().unfinished().isEmpty();
  }

  /** What the database has of a workspace. */
  long rows(String team) {
    return Rows.of(folder, team);
  }

  /** Runs a statement on the database, behind the bot's back. */
  void change(String sql) {
    Rows.change(folder, sql);
  }

  SlackBot bot() {
    return bot;
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + path);
  }

  /** Ends everything but Slack and starts it again on the same data. */
  void restart(Way way) {
    stop();
    desk = DeskFixture.open(folder, deskSettings, answering, InstantSource.system());
    http = server();
    bot = makeBot();
    begin(way);
  }

  private void stop() {
    bot.stopTaking();
    http.stop(0);
    desk.desk().close();
    bot.close();
    desk.close();
  }

  private void begin(Way way) {
    desk.desk().start();
    if (way == Way.HTTP) {
      slack.endpoint(address("/slack/events"));
      until(() -> bot.health().isUp());
    } else {
      until(() -> slack.sockets.connected() > 0);
    }
  }

  private SlackBot makeBot() {
    return SlackBot.start(
        settings,
        desk.desk(),
        (path, handler) -> http.createContext(path, handler),
        InstantSource.system(),
        pace);
  }

  private static HttpServer server() {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits up to fifteen seconds until it is so. */
  static void until(BooleanSupplier so) {
    until(Duration.ofSeconds(15), so);
  }

  static void until(Duration patience, BooleanSupplier so) {
    var end = System.nanoTime() + patience.toNanos();
    while (!so.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(2_000_000);
    }
    assertThat(so.getAsBoolean()).as("within " + patience).isTrue();
  }

  /** Ends all, and makes sure that nothing was sent that Slack would not take. */
  @Override
  public void close() {
    stop();
    if (ownSlack) {
      slack.close();
    }
    assertThat(List.copyOf(slack.workplace.violations)).isEmpty();
  }
}
