package dev.footnote.discord.fake;

import dev.footnote.discord.fake.FakeRest.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * A Discord on 127.0.0.1: guilds, members, messages and commands as they are stored, and the means
 * to do what people do. Safe for use by several threads.
 */
public final class FakeDiscord implements AutoCloseable {

  public static final String TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GfAkEt.not-a-real-token-canary";

  /** A guild; {@code owner} may do everything. */
  public record Guild(
      String id, String owner, List<String> channels, List<String> members, String manager) {}

  private record Nonce(String channel, String nonce) {}

  private final String application = Snowflakes.next();
  private final DataObject self = Payloads.user(application, "Footnote", true);
  private final FakeGateway gateway;
  private final FakeRest rest;
  private final List<Guild> guilds = new CopyOnWriteArrayList<>();
  private final Map<String, DataObject> users = new ConcurrentHashMap<>();
  private final Map<String, String> threads = new ConcurrentHashMap<>();
  private final Map<String, String> directChannels = new ConcurrentHashMap<>();
  private final Map<String, FakeInteraction> interactions = new ConcurrentHashMap<>();
  private final Map<String, FakeMessage> messages = new LinkedHashMap<>();
  private final Map<Nonce, String> nonces = new ConcurrentHashMap<>();
  private final List<String> forbidden = new CopyOnWriteArrayList<>();
  private volatile DataArray commands = DataArray.empty();
  private volatile String token = TOKEN;
  private volatile int shards = 1;
  private volatile int applicationFlags;

  public FakeDiscord() {
    this(0, 0);
  }

  public FakeDiscord(int restPort, int gatewayPort) {
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

  public List<Guild> guilds() {
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

  /** The bot may not write into {@code channel}, whatever its cache says. */
  public void forbid(String channel) {
    forbidden.add(channel);
  }

  boolean accepts(String authorization) {
    return authorization.equals("Bot " + token);
  }

  // ---- the world

  /** Adds a guild with two channels, an owner, a manager and {@code members} members. */
  public Guild guild(int members) {
    var ids = new ArrayList<String>();
    for (int i = 0; i < members; i++) {
      ids.add(person("member" + i));
    }
    var guild =
        new Guild(
            Snowflakes.next(),
            person("owner"),
            List.of(Snowflakes.next(), Snowflakes.next()),
            ids,
            person("manager"));
    guilds.add(guild);
    gateway.dispatch(Optional.of(guild.id()), "GUILD_CREATE", guildJson(guild));
    return guild;
  }

  public String person(String name) {
    var id = Snowflakes.next();
    users.put(id, Payloads.user(id, name, false));
    return id;
  }

  /** Somebody else's bot. */
  public String otherBot() {
    var id = Snowflakes.next();
    users.put(id, Payloads.user(id, "other-bot", true));
    return id;
  }

  /** Opens a thread on a message, as a member does; its id is the message's. */
  public String thread(Guild guild, String channel, String message) {
    threads.put(message, channel);
    gateway.dispatch(
        Optional.of(guild.id()),
        "THREAD_CREATE",
        Payloads.thread(message, guild.id(), channel, guild.owner()).put("newly_created", true));
    return message;
  }

  /** The direct channel between the bot and {@code user}. */
  public String directChannel(String user) {
    return directChannels.computeIfAbsent(user, u -> Snowflakes.next());
  }

  /** The bot is put out of a guild, and no session hears of it. */
  public void kickUnheard(Guild guild) {
    guilds.remove(guild);
  }

  /** The bot is put out of a guild. */
  public void kick(Guild guild) {
    guilds.remove(guild);
    gateway.dispatch(
        Optional.of(guild.id()), "GUILD_DELETE", DataObject.empty().put("id", guild.id()));
  }

  /** Discord cannot serve a guild for a while. */
  public void outage(Guild guild) {
    gateway.dispatch(
        Optional.of(guild.id()),
        "GUILD_DELETE",
        DataObject.empty().put("id", guild.id()).put("unavailable", true));
  }

  /** Discord can serve the guild again. */
  public void recovery(Guild guild) {
    gateway.dispatch(Optional.of(guild.id()), "GUILD_CREATE", guildJson(guild));
  }

  DataObject guildJson(Guild guild) {
    var managers = Long.toString(Long.parseLong(guild.id()) + 1);
    var roles =
        List.of(
            Payloads.role(guild.id(), "@everyone", Payloads.MEMBER_RIGHTS),
            Payloads.role(managers, "managers", Payloads.MEMBER_RIGHTS | Payloads.MANAGE_GUILD));
    var channels =
        guild.channels().stream()
            .map(c -> Payloads.textChannel(c, guild.id(), "channel-" + c, DataArray.empty()))
            .toList();
    var open =
        threads.entrySet().stream()
            .filter(t -> guild.channels().contains(t.getValue()))
            .map(t -> Payloads.thread(t.getKey(), guild.id(), t.getValue(), guild.owner()))
            .toList();
    var members = new ArrayList<DataObject>();
    members.add(Payloads.member(self, List.of(), Payloads.MEMBER_RIGHTS));
    members.add(member(guild, guild.owner()));
    members.add(member(guild, guild.manager()));
    guild.members().forEach(m -> members.add(member(guild, m)));
    return Payloads.guild(guild, roles, channels, open, members);
  }

  private DataObject member(Guild guild, String user) {
    boolean manages = user.equals(guild.manager());
    var roles =
        manages ? List.of(Long.toString(Long.parseLong(guild.id()) + 1)) : List.<String>of();
    return Payloads.member(
        user(user), roles, Payloads.MEMBER_RIGHTS | (manages ? Payloads.MANAGE_GUILD : 0));
  }

  private DataObject user(String id) {
    return id.equals(application)
        ? self
        : users.getOrDefault(id, Payloads.user(id, "somebody", false));
  }

  // ---- what people do

  /** Somebody writes; the id of the message. */
  public String says(Guild guild, String channel, String user, String text) {
    return says(Optional.of(guild), channel, user, text, Optional.empty(), true, Optional.empty());
  }

  /** Somebody replies, with the ping that clients leave on. */
  public String replies(Guild guild, String channel, String user, String text, String to) {
    return says(Optional.of(guild), channel, user, text, Optional.of(to), true, Optional.empty());
  }

  /** Somebody replies without a ping. */
  public String repliesSilently(Guild guild, String channel, String user, String text, String to) {
    return says(Optional.of(guild), channel, user, text, Optional.of(to), false, Optional.empty());
  }

  /** Somebody writes to the bot alone. */
  public String saysDirectly(String user, String text) {
    return says(
        Optional.empty(),
        directChannel(user),
        user,
        text,
        Optional.empty(),
        true,
        Optional.empty());
  }

  /** A message as the gateway tells of it; the same {@code id} again is a duplicate dispatch. */
  public String says(
      Optional<Guild> guild,
      String channel,
      String user,
      String text,
      Optional<String> to,
      boolean ping,
      Optional<String> id) {
    var body = DataObject.empty().put("content", text).put("nonce", Snowflakes.next());
    to.ifPresent(t -> body.put("message_reference", DataObject.empty().put("message_id", t)));
    var message =
        new FakeMessage(
            id.orElseGet(Snowflakes::next),
            channel,
            user,
            user(user).getBoolean("bot"),
            body,
            Optional.empty(),
            false,
            Optional.empty());
    put(message);
    gateway.dispatch(guild.map(Guild::id), "MESSAGE_CREATE", event(guild, message, ping));
    return message.id();
  }

  /** Tells of a message once more, as after an edit or a resumed session. */
  public void repeat(Guild guild, String message, String eventType) {
    var stored = message(message).orElseThrow();
    gateway.dispatch(Optional.of(guild.id()), eventType, event(Optional.of(guild), stored, true));
  }

  /** A message through a webhook, which may bear any name. */
  public String webhookSays(Guild guild, String channel, String text) {
    var body = DataObject.empty().put("content", text);
    var hook = Snowflakes.next();
    var message =
        new FakeMessage(
            Snowflakes.next(),
            channel,
            hook,
            true,
            body,
            Optional.empty(),
            false,
            Optional.empty());
    put(message);
    gateway.dispatch(
        Optional.of(guild.id()),
        "MESSAGE_CREATE",
        event(Optional.of(guild), message, true).put("webhook_id", hook).remove("member"));
    return message.id();
  }

  /** Without the Message Content intent only mentions, replies with a ping and DMs have content. */
  private DataObject event(Optional<Guild> guild, FakeMessage message, boolean ping) {
    var replied = message.replyTo().flatMap(this::message);
    var json = Payloads.message(message, user(message.author()), replied, self);
    boolean mentioned = message.body().getString("content", "").contains("<@" + application + ">");
    boolean pinged = ping && replied.map(r -> r.author().equals(application)).orElse(false);
    if (mentioned || pinged) {
      json.put("mentions", DataArray.empty().add(self));
    }
    if (guild.isPresent()) {
      json.put("guild_id", guild.get().id());
      json.put("member", member(guild.get(), message.author()).remove("user"));
      if (!mentioned && !pinged && !message.author().equals(application)) {
        json.put("content", "");
      }
    }
    return json;
  }

  /** Somebody uses {@code /ainews}; {@code options} in pairs of name and value. */
  public FakeInteraction command(
      Guild guild, String channel, String user, String subcommand, Object... options) {
    return interact(
        Optional.of(guild), channel, user, 2, slash(subcommand, options), Optional.empty(), 0);
  }

  /** Somebody uses the command where only they installed the bot. */
  public FakeInteraction commandByUserInstall(
      Guild guild, String channel, String user, String subcommand, Object... options) {
    return interact(
        Optional.of(guild), channel, user, 2, slash(subcommand, options), Optional.empty(), 1);
  }

  /** Somebody uses the command in the direct channel with the bot. */
  public FakeInteraction directCommand(String user, String subcommand, Object... options) {
    return interact(
        Optional.empty(),
        directChannel(user),
        user,
        2,
        slash(subcommand, options),
        Optional.empty(),
        1);
  }

  /** Somebody types into an option that completes. */
  public FakeInteraction completes(
      Guild guild, String channel, String user, String subcommand, String option, String typed) {
    var data = slash(subcommand, option, typed);
    data.getArray("options").getObject(0).getArray("options").getObject(0).put("focused", true);
    return interact(Optional.of(guild), channel, user, 4, data, Optional.empty(), 0);
  }

  /** Somebody chooses "Check against the news" on a message. */
  public FakeInteraction contextCommand(
      Guild guild, String channel, String user, String name, String message) {
    var target = message(message).orElseThrow();
    var json =
        Payloads.message(target, user(target.author()), Optional.empty(), self)
            .put("guild_id", guild.id());
    var data =
        DataObject.empty()
            .put("id", commandId(name))
            .put("name", name)
            .put("type", 3)
            .put("target_id", message)
            .put(
                "resolved",
                DataObject.empty().put("messages", DataObject.empty().put(message, json)));
    return interact(Optional.of(guild), channel, user, 2, data, Optional.empty(), 0);
  }

  /** Somebody presses a button. */
  public FakeInteraction press(Guild guild, String user, FakeMessage message, String label) {
    var control = message.control(label);
    return component(Optional.of(guild), user, message, control, List.of());
  }

  /**
   * Somebody presses a button.
   *
   * @param integration 0 where the guild installed the bot, 1 where the user did
   */
  public FakeInteraction press(
      Guild guild, String user, FakeMessage message, String label, int integration) {
    return component(
        Optional.of(guild), user, message, message.control(label), List.of(), integration);
  }

  /** Somebody chooses from a select. */
  public FakeInteraction choose(
      Guild guild, String user, FakeMessage message, String label, List<String> values) {
    return component(Optional.of(guild), user, message, message.control(label), values);
  }

  public FakeInteraction component(
      Optional<Guild> guild,
      String user,
      FakeMessage message,
      FakeMessage.Control control,
      List<String> values) {
    return component(guild, user, message, control, values, guild.isPresent() ? 0 : 1);
  }

  private FakeInteraction component(
      Optional<Guild> guild,
      String user,
      FakeMessage message,
      FakeMessage.Control control,
      List<String> values,
      int integration) {
    var data =
        DataObject.empty()
            .put("component_type", control.type())
            .put("custom_id", control.customId())
            .put("id", 1);
    if (control.type() != 2) {
      data.put("values", DataArray.fromCollection(values));
    }
    if (control.type() == 8) {
      var channels = DataObject.empty();
      guild.ifPresent(g ->
          values.forEach(v ->
              channels.put(v, Payloads.textChannel(v, g.id(), "channel-" + v, DataArray.empty()))));
      data.put("resolved", DataObject.empty().put("channels", channels));
    }
    return interact(guild, message.channel(), user, 3, data, Optional.of(message), integration);
  }

  /** Somebody sends a modal, with {@code values} by custom id: text, or a list for a select. */
  public FakeInteraction submit(
      Guild guild, String user, FakeInteraction opened, Map<String, Object> values) {
    var modal = opened.callback().orElseThrow().getObject("data");
    var rows = DataArray.empty();
    values.forEach((id, value) -> {
      var child = DataObject.empty().put("custom_id", id).put("id", 2);
      if (value instanceof Collection<?> list) {
        child.put("type", 3).put("values", DataArray.fromCollection(list));
      } else {
        child.put("type", 4).put("value", value);
      }
      rows.add(DataObject.empty().put("type", 18).put("id", 1).put("component", child));
    });
    var data =
        DataObject.empty().put("custom_id", modal.getString("custom_id")).put("components", rows);
    return interact(
        Optional.of(guild),
        opened.channel,
        user,
        5,
        data,
        opened.onMessage.flatMap(this::message),
        0);
  }

  /** Tells of an interaction again, with the same id. */
  public void repeat(Guild guild, FakeInteraction interaction, DataObject data) {
    gateway.dispatch(
        Optional.of(guild.id()),
        "INTERACTION_CREATE",
        interactionJson(Optional.of(guild), interaction, data, Optional.empty(), 0));
  }

  public DataObject slash(String subcommand, Object... options) {
    var given = DataArray.empty();
    for (int i = 0; i < options.length; i += 2) {
      int type = options[i + 1] instanceof Boolean ? 5 : 3;
      given.add(
          DataObject.empty()
              .put("name", options[i])
              .put("type", type)
              .put("value", options[i + 1]));
    }
    return DataObject.empty()
        .put("id", commandId("ainews"))
        .put("name", "ainews")
        .put("type", 1)
        .put(
            "options",
            DataArray.empty()
                .add(
                    DataObject.empty()
                        .put("name", subcommand)
                        .put("type", 1)
                        .put("options", given)));
  }

  private String commandId(String name) {
    return commands.stream(DataArray::getObject)
        .filter(c -> c.getString("name").equals(name))
        .map(c -> c.getString("id"))
        .findFirst()
        .orElse("1");
  }

  /** An interaction that the bot deferred and the gateway does not tell of. */
  public FakeInteraction deferred(String channel, String user, boolean isPrivate) {
    var interaction =
        new FakeInteraction(
            Snowflakes.next(),
            "interaction-token-canary-" + Snowflakes.next(),
            channel,
            user,
            2,
            Optional.empty());
    interactions.put(interaction.token, interaction);
    var flags = DataObject.empty().put("flags", isPrivate ? 64 : 0);
    callback(
        interaction.token, DataObject.empty().put("type", 5).put("data", flags), Instant.now());
    return interaction;
  }

  /**
   * @param integration 0 where the guild installed the bot, 1 where the user did
   */
  public FakeInteraction interact(
      Optional<Guild> guild,
      String channel,
      String user,
      int type,
      DataObject data,
      Optional<FakeMessage> message,
      int integration) {
    var interaction =
        new FakeInteraction(
            Snowflakes.next(),
            "interaction-token-canary-" + Snowflakes.next(),
            channel,
            user,
            type,
            message.map(FakeMessage::id));
    interactions.put(interaction.token, interaction);
    gateway.dispatch(
        guild.filter(g -> guilds.contains(g)).map(Guild::id),
        "INTERACTION_CREATE",
        interactionJson(guild, interaction, data, message, integration));
    return interaction;
  }

  private DataObject interactionJson(
      Optional<Guild> guild,
      FakeInteraction interaction,
      DataObject data,
      Optional<FakeMessage> message,
      int integration) {
    var user = interaction.user;
    var owners =
        DataObject.empty()
            .put(
                Integer.toString(integration),
                integration == 1 ? user : guild.map(Guild::id).orElse("0"));
    var json =
        DataObject.empty()
            .put("id", interaction.id)
            .put("application_id", application)
            .put("type", interaction.type)
            .put("token", interaction.token)
            .put("version", 1)
            .put("data", data)
            .put("channel_id", interaction.channel)
            .put("app_permissions", Long.toString(274877926400L))
            .put("locale", "en-US")
            .put("guild_locale", "en-US")
            .put("entitlements", DataArray.empty())
            .put("context", guild.isPresent() ? 0 : 1)
            .put("attachment_size_limit", 10485760)
            .put("authorizing_integration_owners", owners);
    if (guild.isPresent()) {
      var g = guild.get();
      var parent = Optional.ofNullable(threads.get(interaction.channel));
      json.put("guild_id", g.id())
          .put(
              "guild",
              DataObject.empty()
                  .put("id", g.id())
                  .put("locale", "en-US")
                  .put("features", DataArray.empty()))
          .put("member", member(g, user))
          .put(
              "channel",
              parent
                  .map(p -> Payloads.thread(interaction.channel, g.id(), p, g.owner()))
                  .orElseGet(() ->
                      Payloads.textChannel(
                          interaction.channel, g.id(), "general", DataArray.empty())));
    } else {
      json.put("user", user(user))
          .put("channel", Payloads.directChannel(interaction.channel, user(user)));
    }
    message.ifPresent(m ->
        json.put(
            "message",
            Payloads.message(m, self, Optional.empty(), self)
                .put("flags", m.body().getInt("flags", 0) | (m.onlyFor().isPresent() ? 64 : 0))));
    return json;
  }

  // ---- what was stored

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

  private void put(FakeMessage message) {
    synchronized (messages) {
      messages.put(message.id(), message);
    }
  }

  // ---- REST

  Answer rest(String route, String first, String second, String body, Instant at) {
    return switch (route) {
      case "GET /users/@me" -> new Answer(200, self);
      case "GET /users/@me/guilds" -> new Answer(200, myGuilds());
      case "POST /users/@me/channels" -> openDirect(DataObject.fromJson(body));
      case "GET /applications/@me" ->
          new Answer(
              200,
              DataObject.empty()
                  .put("id", application)
                  .put("name", "Footnote")
                  .put("flags", applicationFlags));
      case "GET /gateway/bot" ->
          new Answer(
              200,
              DataObject.empty()
                  .put("url", gatewayUri().toString())
                  .put("shards", shards)
                  .put(
                      "session_start_limit",
                      DataObject.empty()
                          .put("total", 1000)
                          .put("remaining", 1000 - gateway.identifies())
                          .put("reset_after", 86400000)
                          .put("max_concurrency", 1)));
      case "GET /applications/{application_id}/commands" -> new Answer(200, commands);
      case "PUT /applications/{application_id}/commands" -> putCommands(FakeRest.array(body));
      case "POST /channels/{channel_id}/messages" -> post(first, DataObject.fromJson(body));
      case "GET /channels/{channel_id}" -> Answer.error(404, 10003, "Unknown Channel");
      case "POST /interactions/{interaction_id}/{interaction_token}/callback" ->
          callback(second, DataObject.fromJson(body), at);
      case "POST /webhooks/{webhook_id}/{webhook_token}" ->
          withToken(second, i -> followUp(i, DataObject.fromJson(body)));
      case "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original" ->
          withToken(second, i -> edit(i, DataObject.fromJson(body)));
      case "DELETE /webhooks/{webhook_id}/{webhook_token}/messages/@original" ->
          withToken(second, this::delete);
      default -> Answer.error(404, 0, route);
    };
  }

  private DataArray myGuilds() {
    return DataArray.fromCollection(
        guilds.stream()
            .map(g ->
                DataObject.empty()
                    .put("id", g.id())
                    .put("name", "Guild " + g.id())
                    .put("owner", false)
                    .put("permissions", Long.toString(Payloads.MEMBER_RIGHTS)))
            .toList());
  }

  private Answer openDirect(DataObject body) {
    var user = body.getString("recipient_id");
    return new Answer(200, Payloads.directChannel(directChannel(user), user(user)));
  }

  private Answer putCommands(DataArray wanted) {
    var stored = DataArray.empty();
    for (int i = 0; i < wanted.length(); i++) {
      var command = wanted.getObject(i);
      stored.add(
          command
              .put("id", Snowflakes.next())
              .put("application_id", application)
              .put("version", Snowflakes.next()));
    }
    commands = stored;
    return new Answer(200, stored);
  }

  private Answer post(String channel, DataObject body) {
    boolean known =
        guilds.stream().anyMatch(g -> g.channels().contains(channel))
            || threads.containsKey(channel)
            || directChannels.containsValue(channel);
    if (!known) {
      return Answer.error(404, 10003, "Unknown Channel");
    }
    if (forbidden.contains(channel)) {
      return Answer.error(403, 50013, "Missing Permissions");
    }
    var invalid = Limits.violation(body);
    if (invalid.isPresent()) {
      return Answer.error(400, 50035, "Invalid Form Body: " + invalid.get());
    }
    var key = new Nonce(channel, body.opt("nonce").map(Object::toString).orElse(""));
    if (key.nonce().length() > 25) {
      return Answer.error(400, 50035, "Invalid Form Body: nonce: over 25");
    }
    boolean enforced = body.getBoolean("enforce_nonce") && !key.nonce().isEmpty();
    synchronized (nonces) {
      var earlier = enforced ? nonces.get(key) : null;
      if (earlier != null) {
        return new Answer(200, json(message(earlier).orElseThrow()));
      }
      var message = stored(channel, body, Optional.empty(), Optional.empty());
      nonces.put(key, message.id());
      dispatchOwn(message);
      return new Answer(200, json(message));
    }
  }

  /** The bot hears of its own messages too. */
  private void dispatchOwn(FakeMessage message) {
    var parent = threads.getOrDefault(message.channel(), message.channel());
    var guild = guilds.stream().filter(g -> g.channels().contains(parent)).findFirst();
    gateway.dispatch(guild.map(Guild::id), "MESSAGE_CREATE", event(guild, message, false));
  }

  private FakeMessage stored(
      String channel, DataObject body, Optional<String> onlyFor, Optional<String> interaction) {
    var message =
        new FakeMessage(
            Snowflakes.next(), channel, application, true, body, onlyFor, false, interaction);
    put(message);
    return message;
  }

  private DataObject json(FakeMessage message) {
    return Payloads.message(message, self, message.replyTo().flatMap(this::message), self);
  }

  private Answer callback(String token, DataObject body, Instant at) {
    var interaction = interactions.get(token);
    if (interaction == null || Duration.between(interaction.sent, at).toMillis() > 3000) {
      return Answer.error(404, 10062, "Unknown interaction");
    }
    int type = body.getInt("type");
    var data = body.optObject("data").orElseGet(DataObject::empty);
    var invalid = type == 4 || type == 7 ? Limits.violation(data) : Optional.<String>empty();
    if (invalid.isPresent()) {
      return Answer.error(400, 50035, "Invalid Form Body: " + invalid.get());
    }
    if (!interaction.acknowledge(body)) {
      return Answer.error(400, 40060, "Interaction has already been acknowledged.");
    }
    boolean isPrivate = (data.getInt("flags", 0) & 64) != 0;
    switch (type) {
      case 4, 5 -> {
        var message =
            new FakeMessage(
                Snowflakes.next(),
                interaction.channel,
                application,
                true,
                data,
                isPrivate ? Optional.of(interaction.user) : Optional.empty(),
                type == 5,
                Optional.of(interaction.id));
        put(message);
        interaction.original(message.id());
      }
      case 6 -> interaction.onMessage.ifPresent(interaction::original);
      case 7 ->
          interaction.onMessage.ifPresent(id -> {
            interaction.original(id);
            edit(interaction, data);
          });
      default -> {
        // choices and modals leave no message
      }
    }
    return new Answer(204, "");
  }

  private Answer withToken(String token, Function<FakeInteraction, Answer> action) {
    var interaction = interactions.get(token);
    if (interaction == null || interaction.callback().isEmpty()) {
      return Answer.error(404, 10015, "Unknown Webhook");
    }
    if (interaction.isExpired()) {
      return Answer.error(401, 50027, "Invalid Webhook Token");
    }
    return action.apply(interaction);
  }

  private Answer followUp(FakeInteraction interaction, DataObject body) {
    var invalid = Limits.violation(body);
    if (invalid.isPresent()) {
      return Answer.error(400, 50035, "Invalid Form Body: " + invalid.get());
    }
    boolean isPrivate = (body.getInt("flags", 0) & 64) != 0;
    var message =
        stored(
            interaction.channel,
            body,
            isPrivate ? Optional.of(interaction.user) : Optional.empty(),
            Optional.of(interaction.id));
    return new Answer(200, json(message));
  }

  private Answer edit(FakeInteraction interaction, DataObject body) {
    var invalid = Limits.violation(body);
    if (invalid.isPresent()) {
      return Answer.error(400, 50035, "Invalid Form Body: " + invalid.get());
    }
    var old = interaction.original().flatMap(this::message);
    if (old.isEmpty()) {
      return Answer.error(404, 10008, "Unknown Message");
    }
    var m = old.get();
    var edited =
        new FakeMessage(
            m.id(), m.channel(), m.author(), true, body, m.onlyFor(), false, m.interaction());
    put(edited);
    return new Answer(200, json(edited));
  }

  private Answer delete(FakeInteraction interaction) {
    synchronized (messages) {
      interaction.original().ifPresent(messages::remove);
    }
    return new Answer(204, "");
  }

  @Override
  public void close() {
    gateway.stop();
    rest.stop();
  }
}
