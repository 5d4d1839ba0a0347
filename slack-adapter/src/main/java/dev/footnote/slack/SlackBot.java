package dev.footnote.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import dev.footnote.core.service.Bot;
import dev.footnote.core.service.Delivery;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Health;
import dev.footnote.core.service.Outcome;
import dev.footnote.core.service.Outgoing;
import dev.footnote.core.service.Request;
import dev.footnote.core.service.Routes;
import dev.footnote.slack.transport.InstallPages;
import dev.footnote.slack.transport.SlackEndpoint;
import dev.footnote.slack.transport.SlackIntake;
import dev.footnote.slack.transport.SocketKeeper;
import dev.footnote.slack.transport.TokenCipher;
import dev.footnote.slack.transport.WebApi;
import dev.footnote.slack.transport.Workspaces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot in Slack: by Socket Mode where there is an app token, by signed HTTP otherwise. Safe for
 * use by several threads.
 */
public final class SlackBot implements Bot {

  private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
  private static final Duration POST_GAP = Duration.ofMillis(1_050);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How patient it is; other than {@link #USUAL} in tests. */
  record Pace(Duration callTimeout, Duration postGap, SocketKeeper.Patience sockets) {

    static final Pace USUAL = new Pace(WebApi.TIMEOUT, POST_GAP, SocketKeeper.Patience.USUAL);
  }

  private final SlackSettings settings;
  private final Pace pace;
  private final WebApi api;
  private final Workspaces workspaces;
  private final App app;
  private final SlackIntake intake;
  private final Background background = new Background();
  private final Identity identity;
  private final Thread starting;
  private final CountDownLatch identified = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile boolean ready;
  private volatile @Nullable SocketKeeper sockets;

  private SlackBot(
      SlackSettings settings, Desk desk, Routes routes, InstantSource clock, Pace pace) {
    this.settings = settings;
    this.pace = pace;
    this.api = new WebApi(settings.api(), pace.callTimeout());
    this.workspaces =
        new Workspaces(desk.data(), settings.install().map(i -> new TokenCipher(i.tokenKey())));
    workspaces.check();
    this.identity = new Identity(settings, api, workspaces);
    this.app = app(api);
    var poster = new Poster(api, workspaces, clock);
    var pane = new AssistantPane(desk, poster);
    var delivery =
        new SlackDelivery(
            poster,
            workspaces,
            new Drawing(desk, settings.nativeCitations()),
            pane,
            new ChannelPace(pace.postGap()),
            new Doubts(pace.callTimeout()),
            clock);
    var decoder = new SlackCommandDecoder(desk, clock);
    var asides = new Asides();
    var door = new SlackDoor(desk, delivery, poster, asides, background);
    var home = new HomeTab(desk, poster, asides);
    new SlackEvents(workspaces, desk, decoder, door, pane, home, background).register(app);
    new SlackInteractions(workspaces, desk, decoder, door, poster, asides, background, clock)
        .register(app);
    new SlackForms(workspaces, desk, decoder, door, home, background).register(app);
    this.intake = new SlackIntake(app);
    serve(routes, clock);
    desk.register(Workspaces.PLATFORM, new OnceIdentified(delivery));
    this.starting = Thread.ofVirtual().name("slack-start").unstarted(this::begin);
  }

  /**
   * Registers with {@code desk}, serves its pages, and joins Slack in the background; {@link
   * #health} says how that went. Call it before the desk starts to answer.
   *
   * @throws IllegalArgumentException if the settings cannot be used; the message has the way out
   */
  public static SlackBot start(
      SlackSettings settings, Desk desk, Routes routes, InstantSource clock) {
    return start(settings, desk, routes, clock, Pace.USUAL);
  }

  static SlackBot start(
      SlackSettings settings, Desk desk, Routes routes, InstantSource clock, Pace pace) {
    SdkLogs.requireQuiet();
    var bot = new SlackBot(settings, desk, routes, clock, pace);
    bot.starting.start();
    return bot;
  }

  @Override
  public Health health() {
    var who = identity.health();
    var keeper = sockets;
    return identity.withWorkspaces(who.isUp() && keeper != null ? keeper.health() : who);
  }

  @Override
  public void stopTaking() {
    closed = true;
    ready = false;
    starting.interrupt();
    try {
      starting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var keeper = sockets;
    if (keeper != null) {
      keeper.close();
    }
  }

  @Override
  public void close() {
    stopTaking();
    background.close();
    app.stop();
    api.close();
  }

  /** What an earlier run left comes before Slack said who the bot is: it waits for that. */
  private final class OnceIdentified implements Delivery {

    private final SlackDelivery delivery;

    OnceIdentified(SlackDelivery delivery) {
      this.delivery = delivery;
    }

    @Override
    public Optional<Outcome.Retry> awaitTurn(Request request) {
      try {
        return identified.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            ? delivery.awaitTurn(request)
            : Optional.of(
                new Outcome.Retry(Duration.ZERO, "Slack has not said yet who the bot is"));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of(new Outcome.Retry(PATIENCE, "closing"));
      }
    }

    @Override
    public Outcome deliver(Outgoing outgoing) {
      return delivery.deliver(outgoing);
    }
  }

  private static App app(WebApi api) {
    var config =
        AppConfig.builder()
            .slack(api.slack())
            // Signatures are checked before Bolt reads anything, tokens are looked up by tenant.
            .requestVerificationEnabled(false)
            .sslCheckEnabled(false)
            .allEventsApiAutoAckEnabled(true)
            .build();
    return new App(config, api.slack(), new ArrayList<>());
  }

  private void serve(Routes routes, InstantSource clock) {
    settings
        .signingSecret()
        .ifPresent(secret -> {
          var endpoint = new SlackEndpoint(intake, secret, clock);
          routes.add(
              "/slack/events",
              exchange -> {
                if (ready) {
                  endpoint.handle(exchange);
                } else {
                  exchange.sendResponseHeaders(503, -1);
                  exchange.close();
                }
              });
        });
    settings
        .install()
        .ifPresent(install -> {
          var handler =
              new InstallPages(
                  api,
                  workspaces,
                  install.clientId(),
                  install.clientSecret(),
                  install.authorize(),
                  install.scopes(),
                  clock);
          routes.add("/slack/install", handler);
          routes.add("/slack/oauth_redirect", handler);
        });
  }

  private void begin() {
    try {
      if (!identity.find()) {
        return;
      }
      ready = true;
      identified.countDown();
      if (settings.appToken().isPresent() && !closed) {
        sockets = SocketKeeper.start(api, settings.appToken().get(), intake, pace.sockets());
      }
    } catch (InterruptedException e) {
      LOG.debug("Closed while it started");
    }
  }
}
