package dev.footnote.app.command;

import dev.footnote.app.engine.Engine;
import dev.footnote.app.platform.ChatPlatform.Ready;
import dev.footnote.app.platform.Platforms;
import dev.footnote.app.serve.Service;
import dev.footnote.app.serve.ServiceException;
import dev.footnote.app.serve.ServiceLog;
import dev.footnote.app.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Serves every chat platform whose tokens are set, until it is told to stop. */
@Command(
    name = "serve",
    description = "Run the bot on every chat platform whose tokens are set.",
    footer = {
      "",
      "Examples:",
      "  DISCORD_TOKEN=… footnote serve",
      "  SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-… footnote serve",
      "  SLACK_BOT_TOKEN_FILE=/run/secrets/slack FOOTNOTE_HTTP_PORT=8080 footnote serve",
      "",
      "Tokens come from the environment, or from files that variables ending in _FILE name.",
      "Ctrl-C or SIGTERM ends it in order; what it has accepted and not answered is answered by",
      "the next start."
    })
final class ServeCommand implements Callable<Integer> {

  /**
   * How long the process is kept from ending while it closes; half a minute is what hosts allow.
   */
  private static final long CLOSING_SECONDS = 25;

  private final Footnote footnote;

  ServeCommand(Footnote footnote) {
    this.footnote = footnote;
  }

  @Override
  public Integer call() {
    var settings = footnote.settings();
    var platforms =
        Platforms.read(footnote.wiring().platforms(), footnote.environment(), settings.service());
    if (!platforms.problems().isEmpty()) {
      throw new UsageException(String.join("\n", platforms.problems()));
    }
    if (platforms.ready().isEmpty()) {
      throw new UsageException(
          "footnote serve: no chat platform is set up; set DISCORD_TOKEN, or SLACK_BOT_TOKEN with"
              + " SLACK_APP_TOKEN or SLACK_SIGNING_SECRET");
    }
    ServiceLog.use();
    var stop = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    var hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(stop, closed));
    Runtime.getRuntime().addShutdownHook(hook);
    try (var engine = footnote.openForQuestions()) {
      serve(engine, settings, platforms.ready(), stop);
    } catch (ServiceException e) {
      throw new FailureException(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
      removeHook(hook);
    }
    return CommandLines.DONE;
  }

  private void serve(Engine engine, Settings settings, List<Ready> platforms, CountDownLatch stop)
      throws InterruptedException {
    var lock =
        engine
            .tryLockService()
            .orElseThrow(() ->
                new FailureException(
                    settings.data()
                        + ": another 'footnote serve' runs on this data folder; stop it, or choose"
                        + " another with --data"));
    try (var service = Service.start(engine, settings, platforms, footnote.clock())) {
      engine.embedInBackground();
      service.watch(stop);
    } finally {
      lock.close();
    }
  }

  /** Runs when the process is told to end: an end in order is no failure. */
  private static void stop(CountDownLatch stop, CountDownLatch closed) {
    stop.countDown();
    try {
      if (closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(CommandLines.DONE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook is what waits for this.
      return;
    }
  }
}
