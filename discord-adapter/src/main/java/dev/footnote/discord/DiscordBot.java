package dev.footnote.discord;

import dev.footnote.core.service.Bot;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.Finding;
import dev.footnote.core.service.Health;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.api.utils.data.DataArray;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Discord, from {@link #start} to {@link #close}. It connects in the background and
 * keeps connecting; {@link #health} says how it is.
 */
public final class DiscordBot implements Bot {

  private static final Logger log = LoggerFactory.getLogger(DiscordBot.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final int IDLE_CONNECTIONS = 32;
  private static final List<Duration> REGISTRATION_WAITS =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5));

  private final DiscordSettings settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RestGuard guard;
  private final Sessions sessions;
  private final OkHttpClient.Builder http;
  private final Front front;
  private final Interactions interactions;
  private final Messages messages;
  private final Completion completion;
  private final Tenancy tenancy;
  private final List<Shard> shards;

  private DiscordBot(
      DiscordSettings settings, Desk desk, InstantSource clock, Supplier<ReconnectPace> pace) {
    this.settings = settings;
    this.guard = new RestGuard(clock, this::tokenRefused);
    this.http =
        new OkHttpClient.Builder()
            .addInterceptor(guard)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES));
    this.sessions =
        new Sessions(
            settings.endpoints(),
            new DiscordRest(settings, http.build()),
            new LoginRation(settings.shards()),
            clock,
            this::loginWaits);
    var acknowledgements = new Acknowledgements();
    this.front = new Front(desk, threads);
    var posts = new ChannelPosts(desk, clock);
    this.interactions = new Interactions(desk, new Intake(desk, front, acknowledgements, clock));
    this.messages = new Messages(desk, front, clock);
    this.completion = new Completion(desk);
    this.tenancy = new Tenancy(desk, settings.shards().total());
    this.shards =
        settings.shards().own().stream()
            .map(id -> new Shard(id, this::handle, threads, pace.get(), clock))
            .toList();
    desk.register(
        Origin.PLATFORM,
        new DiscordDelivery(
            this::connection,
            acknowledgements,
            posts,
            guard::isCrowded,
            guard::isUnreachable,
            clock));
  }

  /** Starts to connect, and registers with the desk. Returns at once. */
  public static DiscordBot start(DiscordSettings settings, Desk desk, InstantSource clock) {
    return start(
        settings,
        desk,
        clock,
        () -> ReconnectPace.usual(() -> ThreadLocalRandom.current().nextDouble()));
  }

  static DiscordBot start(
      DiscordSettings settings, Desk desk, InstantSource clock, Supplier<ReconnectPace> pace) {
    var bot = new DiscordBot(settings, desk, clock, pace);
    bot.shards.forEach(shard -> bot.threads.execute(() -> bot.connect(shard)));
    return bot;
  }

  /** What is wrong with the token, the bot's rights and its commands; changes nothing. */
  public static List<Finding> diagnose(DiscordSettings settings) {
    return new Diagnosis(settings).findings();
  }

  /** The worst of the connections, in one line. */
  @Override
  public Health health() {
    for (var state : new Health.State[] {Health.State.FAILED, Health.State.DOWN}) {
      var worst = shards.stream().map(Shard::health).filter(h -> h.state() == state).findFirst();
      if (worst.isPresent()) {
        return worst.get();
      }
    }
    var pause = guard.pause();
    if (pause.isPresent()) {
      return Health.down(
          "Discord: refused too many requests, nothing is sent for "
              + pause.get().toSeconds()
              + " s");
    }
    long servers =
        shards.stream()
            .flatMap(s -> s.jda().stream())
            .mapToLong(j -> j.getGuildCache().size())
            .sum();
    return Health.up(
        shards.getFirst().health().line()
            + ", "
            + servers
            + (servers == 1 ? " server" : " servers"));
  }

  @Override
  public void stopTaking() {
    front.close();
  }

  /** Ends all connections; requests under way are taken up at the next start. */
  @Override
  public void close() {
    // Its virtual threads stay: they bring what Discord answers last to whoever waits for it.
    sessions.close();
    shards.forEach(Shard::close);
  }

  private void connect(Shard shard) {
    var wait = FIRST_WAIT;
    while (!shard.isClosed()) {
      try {
        shard.connected(builder(shard).build());
        return;
      } catch (InvalidTokenException e) {
        shard.fail("the token was refused; set DISCORD_TOKEN to the bot's current token");
      } catch (RuntimeException e) {
        int status = e instanceof ErrorResponseException refused ? refused.getResponse().code : 0;
        if (!shard.isClosed()) {
          shard.report(
              Health.down(
                  "Discord: cannot be reached"
                      + (status > 0 ? ", HTTP " + status : "")
                      + ", trying again"));
          log.warn("discord: login failed, {}, next try in {}", Failures.describe(e), wait);
        }
        shard.await(wait);
        wait =
            wait.multipliedBy(2).compareTo(ReconnectPace.LONGEST) < 0
                ? wait.multipliedBy(2)
                : ReconnectPace.LONGEST;
      }
    }
  }

  private JDABuilder builder(Shard shard) {
    var rest = new RestConfig();
    settings.endpoints().ifPresent(e -> rest.setBaseUrl(e.api().toString()));
    var builder =
        JDABuilder.createLight(
                settings.token().reveal(),
                GatewayIntent.GUILD_MESSAGES,
                GatewayIntent.DIRECT_MESSAGES)
            .enableCache(CacheFlag.ROLE_TAGS)
            .setRawEventsEnabled(true)
            .setRestConfig(rest)
            .setSessionController(sessions)
            .setHttpClientBuilder(http)
            .setEventManager(shard)
            .setCallbackPool(threads, false)
            .setMaxReconnectDelay((int) ReconnectPace.LONGEST.toSeconds())
            .setRequestTimeoutRetry(false)
            .setEnableShutdownHook(false);
    int total = settings.shards().total();
    return total > 1 ? builder.useSharding(shard.id(), total) : builder;
  }

  /** The connection that Discord serves a server on; the first where it is of no server. */
  Optional<JDA> connection(Optional<String> server) {
    int total = settings.shards().total();
    return server
        .map(s -> (int) ((Long.parseUnsignedLong(s) >>> 22) % total))
        .map(id -> shards.stream().filter(s -> s.id() == id).findFirst())
        .orElseGet(() -> shards.stream().findFirst())
        .flatMap(Shard::jda);
  }

  private void loginWaits(Duration wait) {
    shards.forEach(
        s -> s.reportDown("no more logins for now, the next in " + wait.toSeconds() + " s"));
  }

  private void tokenRefused() {
    shards.forEach(
        s -> s.fail("the token was refused; set DISCORD_TOKEN to the bot's current token"));
  }

  private void handle(GenericEvent event) throws Exception {
    switch (event) {
      case SlashCommandInteractionEvent e -> interactions.command(e);
      case MessageContextInteractionEvent e -> interactions.check(e);
      case GenericComponentInteractionCreateEvent e -> interactions.press(e);
      case ModalInteractionEvent e -> interactions.submit(e);
      case CommandAutoCompleteInteractionEvent e -> completion.complete(e);
      case MessageReceivedEvent e -> messages.received(e);
      case RawGatewayEvent e -> messages.mentionedByRole(e);
      case GuildLeaveEvent e -> tenancy.left(e.getGuild().getId());
      case ReadyEvent e -> ready(e.getJDA());
      case SessionRecreateEvent e -> tenancy.ready(e.getJDA());
      default -> {
        // of no concern here
      }
    }
  }

  private void ready(JDA jda) throws InterruptedException {
    tenancy.ready(jda);
    if (jda.getShardInfo().getShardId() != settings.shards().own().first()) {
      return;
    }
    for (var wait : REGISTRATION_WAITS) {
      try {
        register(jda);
        return;
      } catch (ErrorResponseException e) {
        log.warn(
            "discord: the commands could not be registered, {}, next try in {}",
            Failures.describe(e),
            wait);
        Thread.sleep(wait);
      }
    }
    register(jda);
  }

  private static void register(JDA jda) {
    var registered =
        jda.retrieveCommands(true).complete().stream()
            .map(c -> CommandData.fromCommand(c).toData())
            .toList();
    if (CommandRegistration.isCurrent(DataArray.fromCollection(registered))) {
      log.info("discord: the commands are registered as they are");
      return;
    }
    jda.updateCommands().addCommands(SlashCommands.all()).complete();
    log.info("discord: the commands were registered");
  }
}
