package dev.footnote.discord.fake;

import dev.footnote.discord.fake.FakeRest.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What Discord's REST API does with what is asked of it. */
final class FakeApi {

  private record Nonce(String channel, String nonce) {}

  private final FakeWorld discord;
  private final Map<Nonce, String> nonces = new HashMap<>();

  FakeApi(FakeWorld discord) {
    this.discord = discord;
  }

  Answer answer(String route, String first, String second, String body, Instant at) {
    return switch (route) {
      case "GET /users/@me" -> new Answer(200, discord.self);
      case "GET /users/@me/guilds" -> new Answer(200, myGuilds());
      case "POST /users/@me/channels" -> openDirect(DataObject.fromJson(body));
      case "GET /applications/@me" ->
          new Answer(
              200,
              DataObject.empty()
                  .put("id", discord.application)
                  .put("name", "Footnote")
                  .put("flags", discord.applicationFlags));
      case "GET /gateway/bot" ->
          new Answer(
              200,
              DataObject.empty()
                  .put("url", discord.gatewayUri().toString())
                  .put("shards", discord.shards)
                  .put(
                      "session_start_limit",
                      DataObject.empty()
                          .put("total", 1000)
                          .put("remaining", discord.loginsLeft - discord.gateway.identifies())
                          .put("reset_after", discord.loginsReset.toMillis())
                          .put("max_concurrency", 1)));
      case "GET /applications/{application_id}/commands" -> new Answer(200, discord.commands);
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
        discord.guilds.stream()
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
    return new Answer(
        200, Payloads.directChannel(discord.directChannel(user), discord.events.user(user)));
  }

  private Answer putCommands(DataArray wanted) {
    var stored = DataArray.empty();
    for (int i = 0; i < wanted.length(); i++) {
      var command = asReturned(wanted.getObject(i));
      for (var key : List.of("contexts", "integration_types")) {
        var numbers = DataArray.empty();
        command.getArray(key).stream(DataArray::getInt).forEach(numbers::add);
        command.put(key, numbers);
      }
      stored.add(
          command
              .put("id", Snowflakes.next())
              .put("application_id", discord.application)
              .put("version", Snowflakes.next())
              .put("description", command.getString("description", ""))
              .put("default_member_permissions", null)
              .put("dm_permission", true)
              .put("nsfw", false));
    }
    discord.commands = stored;
    return new Answer(200, stored);
  }

  /** Discord leaves out what is false or empty, and gives null where nothing is translated. */
  private static DataObject asReturned(DataObject wanted) {
    var returned = DataObject.empty();
    wanted
        .toMap()
        .forEach((key, value) -> {
          if (value instanceof List<?> list && key.matches("options|choices")) {
            if (!list.isEmpty()) {
              var inner = DataArray.empty();
              wanted.getArray(key).stream(DataArray::getObject)
                  .forEach(o -> inner.add(asReturned(o)));
              returned.put(key, inner);
            }
          } else if (!Boolean.FALSE.equals(value)) {
            boolean empty = value instanceof Map<?, ?> map && map.isEmpty();
            returned.put(key, empty ? null : value);
          }
        });
    return returned;
  }

  private Answer post(String channel, DataObject body) {
    boolean known =
        discord.guilds.stream().anyMatch(g -> g.channels().contains(channel))
            || discord.threads.containsKey(channel)
            || discord.directChannels.containsValue(channel);
    if (!known) {
      return Answer.error(404, 10003, "Unknown Channel");
    }
    if (discord.forbidden.contains(channel)) {
      return Answer.error(403, 50013, "Missing Permissions");
    }
    boolean direct = discord.directChannels.containsValue(channel);
    if (body.hasKey("message_reference") && !direct && !discord.history) {
      return Answer.error(403, 160002, "Cannot reply without permission to read message history");
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
        return new Answer(200, json(discord.message(earlier).orElseThrow()));
      }
      var message = stored(channel, body, Optional.empty(), Optional.empty());
      nonces.put(key, message.id());
      dispatchOwn(message);
      return new Answer(200, json(message));
    }
  }

  /** The bot hears of its own messages too. */
  private void dispatchOwn(FakeMessage message) {
    var parent = discord.threads.getOrDefault(message.channel(), message.channel());
    var guild = discord.guilds.stream().filter(g -> g.channels().contains(parent)).findFirst();
    discord.gateway.dispatch(
        guild.map(FakeGuild::id), "MESSAGE_CREATE", discord.events.message(guild, message, false));
  }

  private FakeMessage stored(
      String channel, DataObject body, Optional<String> onlyFor, Optional<String> interaction) {
    var message =
        new FakeMessage(
            Snowflakes.next(),
            channel,
            discord.application,
            true,
            body,
            onlyFor,
            false,
            interaction);
    discord.put(message);
    return message;
  }

  private DataObject json(FakeMessage message) {
    return Payloads.message(
        message, discord.self, message.replyTo().flatMap(discord::message), discord.self);
  }

  Answer callback(String token, DataObject body, Instant at) {
    var interaction = discord.interactions.get(token);
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
                discord.application,
                true,
                data,
                isPrivate ? Optional.of(interaction.user) : Optional.empty(),
                type == 5,
                Optional.of(interaction.id));
        discord.put(message);
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
    var interaction = discord.interactions.get(token);
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
    var old = interaction.original().flatMap(discord::message);
    if (old.isEmpty()) {
      return Answer.error(404, 10008, "Unknown Message");
    }
    var m = old.get();
    var edited =
        new FakeMessage(
            m.id(), m.channel(), m.author(), true, body, m.onlyFor(), false, m.interaction());
    discord.put(edited);
    return new Answer(200, json(edited));
  }

  private Answer delete(FakeInteraction interaction) {
    synchronized (discord.messages) {
      interaction.original().ifPresent(discord.messages::remove);
    }
    return new Answer(204, "");
  }
}
