package dev.footnote.discord.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** What the gateway tells of what is there and what people do. */
final class FakeEvents {

  private final FakeWorld discord;

  FakeEvents(FakeWorld discord) {
    this.discord = discord;
  }

  DataObject guild(FakeGuild guild) {
    var managers = Long.toString(Long.parseLong(guild.id()) + 1);
    var roles =
        List.of(
            Payloads.role(
                guild.id(),
                "@everyone",
                Payloads.MEMBER_RIGHTS | (discord.historyInCache ? Payloads.READ_HISTORY : 0)),
            Payloads.role(managers, "managers", Payloads.MEMBER_RIGHTS | Payloads.MANAGE_GUILD),
            Payloads.role(discord.role(guild), "Footnote", Payloads.MEMBER_RIGHTS)
                .put("managed", true)
                .put("tags", DataObject.empty().put("bot_id", discord.application)));
    var channels =
        guild.channels().stream()
            .map(c -> Payloads.textChannel(c, guild.id(), "channel-" + c, DataArray.empty()))
            .toList();
    var open =
        discord.threads.entrySet().stream()
            .filter(t -> guild.channels().contains(t.getValue()))
            .map(t -> Payloads.thread(t.getKey(), guild.id(), t.getValue(), guild.owner()))
            .toList();
    var members = new ArrayList<DataObject>();
    members.add(
        Payloads.member(discord.self, List.of(discord.role(guild)), Payloads.MEMBER_RIGHTS));
    members.add(member(guild, guild.owner()));
    members.add(member(guild, guild.manager()));
    guild.members().forEach(m -> members.add(member(guild, m)));
    return Payloads.guild(guild, roles, channels, open, members);
  }

  private DataObject member(FakeGuild guild, String user) {
    boolean manages = user.equals(guild.manager());
    var roles =
        manages ? List.of(Long.toString(Long.parseLong(guild.id()) + 1)) : List.<String>of();
    return Payloads.member(
        user(user), roles, Payloads.MEMBER_RIGHTS | (manages ? Payloads.MANAGE_GUILD : 0));
  }

  DataObject user(String id) {
    return id.equals(discord.application)
        ? discord.self
        : discord.users.getOrDefault(id, Payloads.user(id, "somebody", false));
  }

  /** Without the Message Content intent only mentions, replies with a ping and DMs have content. */
  DataObject message(Optional<FakeGuild> guild, FakeMessage message, boolean ping) {
    var replied = message.replyTo().flatMap(discord::message);
    var json = Payloads.message(message, user(message.author()), replied, discord.self);
    boolean mentioned =
        message.body().getString("content", "").contains("<@" + discord.application + ">");
    boolean pinged = ping && replied.map(r -> r.author().equals(discord.application)).orElse(false);
    if (mentioned || pinged) {
      json.put("mentions", DataArray.empty().add(discord.self));
    }
    if (guild.isPresent()) {
      var role = discord.role(guild.get());
      boolean byRole = message.body().getString("content", "").contains("<@&" + role + ">");
      if (byRole) {
        json.put("mention_roles", DataArray.empty().add(role));
      }
      json.put("guild_id", guild.get().id());
      json.put("member", member(guild.get(), message.author()).remove("user"));
      boolean shown = mentioned || pinged || (byRole && !discord.roleMentionsWithheld);
      if (!shown && !message.author().equals(discord.application)) {
        json.put("content", "");
      }
    }
    return json;
  }

  DataObject interaction(
      Optional<FakeGuild> guild,
      FakeInteraction interaction,
      DataObject data,
      Optional<FakeMessage> message,
      int integration) {
    var user = interaction.user;
    var owners =
        DataObject.empty()
            .put(
                Integer.toString(integration),
                integration == 1 ? user : guild.map(FakeGuild::id).orElse("0"));
    var json =
        DataObject.empty()
            .put("id", interaction.id)
            .put("application_id", discord.application)
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
      var parent = Optional.ofNullable(discord.threads.get(interaction.channel));
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
            Payloads.message(m, discord.self, Optional.empty(), discord.self)
                .put("flags", m.body().getInt("flags", 0) | (m.onlyFor().isPresent() ? 64 : 0))));
    return json;
  }
}
