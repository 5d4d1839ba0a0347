package dev.footnote.discord.fake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A Discord on 127.0.0.1, and the means to do what people do there. */
public final class FakeDiscord extends FakeWorld {

  public FakeDiscord() {
    this(0, 0);
  }

  public FakeDiscord(int restPort, int gatewayPort) {
    super(restPort, gatewayPort);
  }

  /** Somebody writes; the id of the message. */
  public String says(FakeGuild guild, String channel, String user, String text) {
    return says(Optional.of(guild), channel, user, text, Optional.empty(), true, Optional.empty());
  }

  /** Somebody replies, with the ping that clients leave on. */
  public String replies(FakeGuild guild, String channel, String user, String text, String to) {
    return says(Optional.of(guild), channel, user, text, Optional.of(to), true, Optional.empty());
  }

  /** Somebody replies without a ping. */
  public String repliesSilently(
      FakeGuild guild, String channel, String user, String text, String to) {
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
      Optional<FakeGuild> guild,
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
            events.user(user).getBoolean("bot"),
            body,
            Optional.empty(),
            false,
            Optional.empty());
    put(message);
    gateway.dispatch(
        guild.map(FakeGuild::id), "MESSAGE_CREATE", events.message(guild, message, ping));
    return message.id();
  }

  /** Tells of a message once more, as after an edit or a resumed session. */
  public void repeat(FakeGuild guild, String message, String eventType) {
    var stored = message(message).orElseThrow();
    gateway.dispatch(
        Optional.of(guild.id()), eventType, events.message(Optional.of(guild), stored, true));
  }

  /** A client sends once more what it heard nothing of: the same nonce, another message. */
  public String sendsAgain(FakeGuild guild, String message) {
    var sent = message(message).orElseThrow();
    var again =
        new FakeMessage(
            Snowflakes.next(),
            sent.channel(),
            sent.author(),
            false,
            sent.body(),
            Optional.empty(),
            false,
            Optional.empty());
    put(again);
    gateway.dispatch(
        Optional.of(guild.id()), "MESSAGE_CREATE", events.message(Optional.of(guild), again, true));
    return again.id();
  }

  /** A message through a webhook, which may bear any name. */
  public String webhookSays(FakeGuild guild, String channel, String text) {
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
        events.message(Optional.of(guild), message, true).put("webhook_id", hook).remove("member"));
    return message.id();
  }

  /** Somebody uses {@code /ainews}; {@code options} in pairs of name and value. */
  public FakeInteraction command(
      FakeGuild guild, String channel, String user, String subcommand, Object... options) {
    return interact(
        Optional.of(guild), channel, user, 2, slash(subcommand, options), Optional.empty(), 0);
  }

  /** Somebody uses the command where only they installed the bot. */
  public FakeInteraction commandByUserInstall(
      FakeGuild guild, String channel, String user, String subcommand, Object... options) {
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
      FakeGuild guild,
      String channel,
      String user,
      String subcommand,
      String option,
      String typed) {
    var data = slash(subcommand, option, typed);
    data.getArray("options").getObject(0).getArray("options").getObject(0).put("focused", true);
    return interact(Optional.of(guild), channel, user, 4, data, Optional.empty(), 0);
  }

  /** Somebody chooses "Check against the news" on a message. */
  public FakeInteraction contextCommand(
      FakeGuild guild, String channel, String user, String name, String message) {
    var target = message(message).orElseThrow();
    var json =
        Payloads.message(target, events.user(target.author()), Optional.empty(), self)
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
  public FakeInteraction press(FakeGuild guild, String user, FakeMessage message, String label) {
    var control = message.control(label);
    return component(Optional.of(guild), user, message, control, List.of());
  }

  /**
   * Somebody presses a button.
   *
   * @param integration 0 where the guild installed the bot, 1 where the user did
   */
  public FakeInteraction press(
      FakeGuild guild, String user, FakeMessage message, String label, int integration) {
    return component(
        Optional.of(guild), user, message, message.control(label), List.of(), integration);
  }

  /** Somebody chooses from a select. */
  public FakeInteraction choose(
      FakeGuild guild, String user, FakeMessage message, String label, List<String> values) {
    return component(Optional.of(guild), user, message, message.control(label), values);
  }

  public FakeInteraction component(
      Optional<FakeGuild> guild,
      String user,
      FakeMessage message,
      FakeMessage.Control control,
      List<String> values) {
    return component(guild, user, message, control, values, guild.isPresent() ? 0 : 1);
  }

  private FakeInteraction component(
      Optional<FakeGuild> guild,
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
      FakeGuild guild, String user, FakeInteraction opened, Map<String, Object> values) {
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
  public void repeat(FakeGuild guild, FakeInteraction interaction, DataObject data) {
    gateway.dispatch(
        Optional.of(guild.id()),
        "INTERACTION_CREATE",
        events.interaction(Optional.of(guild), interaction, data, Optional.empty(), 0));
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
    rules.callback(
        interaction.token, DataObject.empty().put("type", 5).put("data", flags), Instant.now());
    return interaction;
  }

  /**
   * @param integration 0 where the guild installed the bot, 1 where the user did
   */
  public FakeInteraction interact(
      Optional<FakeGuild> guild,
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
        guild.filter(g -> guilds.contains(g)).map(FakeGuild::id),
        "INTERACTION_CREATE",
        events.interaction(guild, interaction, data, message, integration));
    return interaction;
  }
}
