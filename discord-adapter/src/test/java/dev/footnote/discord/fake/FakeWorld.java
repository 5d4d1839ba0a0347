package dev.footnote.discord.fake;

import dev.footnote.discord.fake.FakeRest.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What a Discord on 127.0.0.1 is made of: guilds, members, messages and commands as they are
 * stored. Safe for use by several threads.
 */
public abstract class FakeWorld implements AutoCloseable {

  public static final String TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GfAkEt.not-a-real-token-canary";

  final String application = Snowflakes.next();
  final DataObject self = Payloads.user(application, "Footnote", true);
  final FakeGateway gateway;
  private final FakeRest rest;
  final FakeApi rules = new FakeApi(this);
  final FakeEvents events = new FakeEvents(this);
  final List<FakeGuild> guilds = new CopyOnWriteArrayList<>();
  final Map<String, DataObject> users = new ConcurrentHashMap<>();
  final Map<String, String> threads = new ConcurrentHashMap<>();
  final Map<String, String> directChannels = new ConcurrentHashMap<>();
  final Map<String, FakeInteraction> interactions = new ConcurrentHashMap<>();
  final Map<String, FakeMessage> messages = new LinkedHashMap<>();
  final List<String> forbidden = new CopyOnWriteArrayList<>();
  volatile DataArray commands = DataArray.empty();
  private volatile String token = TOKEN;
  volatile int shards = 1;
  volatile int applicationFlags;
  volatile boolean history;
  volatile boolean historyInCache;
  volatile boolean roleMentionsWithheld;
  volatile int loginsLeft = 1000;
  volatile Duration loginsReset = Duration.ofDays(1);

  FakeWorld(int restPort, int gatewayPort) {
    try {
      rest = new FakeRest(this, restPort);
      gateway = new FakeGateway(this, gatewayPort);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI api() {
    return rest.uri();
  }

  public URI gatewayUri() {
    return gateway.uri();
  }

  public FakeRest rest() {
    return rest;
  }

  public FakeGateway gateway() {
    return gateway;
  }

  public String application() {
    return application;
  }

  public DataObject self() {
    return self;
  }

  public List<FakeGuild> guilds() {
    return guilds;
  }

  public DataArray commands() {
    return commands;
  }

  public int shards() {
    return shards;
  }

  public void shards(int total) {
    shards = total;
  }

  /** From now on {@code valid} is the bot's token. */
  public void token(String valid) {
    token = valid;
  }

  public void applicationFlags(int flags) {
    applicationFlags = flags;
  }

  /** The bot may read what was written before, in every channel. */
  public void allowHistory() {
    history = true;
    historyInCache = true;
  }

  /** It may not, but its cache says otherwise. */
  public void pretendHistory() {
    historyInCache = true;
  }

  /** The bot may not write into {@code channel}, whatever its cache says. */
  public void forbid(String channel) {
    forbidden.add(channel);
  }

  /** Allows {@code left} more logins, and all of a day again after {@code reset}. */
  public void logins(int left, Duration reset) {
    loginsLeft = left + gateway.identifies();
    loginsReset = reset;
  }

  boolean accepts(String authorization) {
    return authorization.equals("Bot " + token);
  }

  /** Adds a guild with 40 channels, an owner, a manager and {@code members} members. */
  public FakeGuild guild(int members) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < members; i++) {
      ids.add(person("member" + i));
    }
    var guild =
        new FakeGuild(
            Snowflakes.next(),
            person("owner"),
            Stream.generate(Snowflakes::next).limit(40).toList(),
            ids,
            person("manager"));
    guilds.add(guild);
    gateway.dispatch(Optional.of(guild.id()), "GUILD_CREATE", events.guild(guild));
    return guild;
  }

  public String person(String name) {
    var id = Snowflakes.next();
    users.put(id, Payloads.user(id, name, false));
    return id;
  }

  /** One more member of a guild. */
  public String member(FakeGuild guild, String name) {
    var id = person(name);
    gateway.dispatch(
        Optional.of(guild.id()),
        "GUILD_MEMBER_ADD",
        Payloads.member(events.user(id), List.of(), Payloads.MEMBER_RIGHTS)
            .put("guild_id", guild.id()));
    return id;
  }

  /** Somebody else's bot. */
  public String otherBot() {
    var id = Snowflakes.next();
    users.put(id, Payloads.user(id, "other-bot", true));
    return id;
  }

  /** Opens a thread on a message, as a member does; its id is the message's. */
  public String thread(FakeGuild guild, String channel, String message) {
    threads.put(message, channel);
    gateway.dispatch(
        Optional.of(guild.id()),
        "THREAD_CREATE",
        Payloads.thread(message, guild.id(), channel, guild.owner()).put("newly_created", true));
    return message;
  }

  /** The role that came with the bot, which bears its name. */
  public String role(FakeGuild guild) {
    return Long.toString(Long.parseLong(guild.id()) + 2);
  }

  /** Discord withholds what mentions the bot's role alone, too. */
  public void withholdRoleMentions() {
    roleMentionsWithheld = true;
  }

  /** The direct channel between the bot and {@code user}. */
  public String directChannel(String user) {
    return directChannels.computeIfAbsent(user, u -> Snowflakes.next());
  }

  /** The bot is put out of a guild, and no session hears of it. */
  public void kickUnheard(FakeGuild guild) {
    guilds.remove(guild);
  }

  /** The bot is put out of a guild. */
  public void kick(FakeGuild guild) {
    guilds.remove(guild);
    gateway.dispatch(
        Optional.of(guild.id()), "GUILD_DELETE", DataObject.empty().put("id", guild.id()));
  }

  /** Discord cannot serve a guild for a while. */
  public void outage(FakeGuild guild) {
    gateway.dispatch(
        Optional.of(guild.id()),
        "GUILD_DELETE",
        DataObject.empty().put("id", guild.id()).put("unavailable", true));
  }

  /** Discord can serve the guild again. */
  public void recovery(FakeGuild guild) {
    gateway.dispatch(Optional.of(guild.id()), "GUILD_CREATE", events.guild(guild));
  }

  /** Every message, oldest first. */
  public List<FakeMessage> messages() {
    synchronized (messages) {
      return List.copyOf(messages.values());
    }
  }

  public Optional<FakeMessage> message(String id) {
    synchronized (messages) {
      return Optional.ofNullable(messages.get(id));
    }
  }

  /** The bot's finished messages that everybody in {@code channel} sees. */
  public List<FakeMessage> posts(String channel) {
    return messages().stream()
        .filter(m -> m.channel().equals(channel) && m.author().equals(application))
        .filter(m -> m.onlyFor().isEmpty() && !m.loading())
        .toList();
  }

  /** What the user of {@code interaction} was told privately, oldest first. */
  public List<FakeMessage> whispers(FakeInteraction interaction) {
    return messages().stream()
        .filter(m -> m.interaction().equals(Optional.of(interaction.id)))
        .filter(m -> m.onlyFor().isPresent() && !m.loading())
        .toList();
  }

  public FakeMessage awaitPost(String channel) {
    return awaitPosts(channel, 1).getLast();
  }

  public List<FakeMessage> awaitPosts(String channel, int count) {
    await(
        () -> posts(channel).size() >= count,
        () -> count + " posts, there are " + posts(channel).size() + "; " + lastCalls());
    return posts(channel);
  }

  public FakeMessage awaitWhisper(FakeInteraction interaction) {
    await(
        () -> !whispers(interaction).isEmpty(),
        () -> "no whisper; callback " + interaction.callback() + ", " + lastCalls());
    return whispers(interaction).getLast();
  }

  public DataObject awaitCallback(FakeInteraction interaction) {
    await(
        () -> interaction.callback().isPresent(),
        () ->
            "no callback, but "
                + rest.calls().stream()
                    .filter(c -> c.path().contains(interaction.token))
                    .map(c -> c.route() + " " + c.status())
                    .toList());
    return interaction.callback().orElseThrow();
  }

  private List<String> lastCalls() {
    var calls = rest.calls();
    return calls.subList(Math.max(0, calls.size() - 8), calls.size()).stream()
        .map(c -> c.route() + " " + c.status())
        .toList();
  }

  /** Waits until {@code condition} holds, at most 20 seconds. */
  public static void await(BooleanSupplier condition, java.util.function.Supplier<String> what) {
    var end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain: " + what.get());
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  void put(FakeMessage message) {
    synchronized (messages) {
      messages.put(message.id(), message);
    }
  }

  Answer rest(String route, String first, String second, String body, Instant at) {
    return rules.answer(route, first, second, body, at);
  }

  @Override
  public void close() {
    gateway.stop();
    rest.stop();
  }
}
