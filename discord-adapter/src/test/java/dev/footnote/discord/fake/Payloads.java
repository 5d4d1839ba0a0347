package dev.footnote.discord.fake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The JSON that Discord sends, as much of it as JDA reads. */
final class Payloads {

  static final int MANAGE_GUILD = 1 << 5;

  /** What the invite asks for, and slash commands: view, send, links, sending in threads. */
  static final long MEMBER_RIGHTS = 274877906944L | 1024 | 2048 | 16384 | 1L << 31;

  static final long READ_HISTORY = 65536;

  private Payloads() {}

  static DataObject user(String id, String name, boolean bot) {
    return DataObject.empty()
        .put("id", id)
        .put("username", name)
        .put("discriminator", "0")
        .put("global_name", name)
        .put("avatar", null)
        .put("bot", bot)
        .put("flags", 0)
        .put("public_flags", 0);
  }

  static DataObject member(DataObject user, Collection<String> roles, long permissions) {
    return DataObject.empty()
        .put("user", user)
        .put("nick", null)
        .put("avatar", null)
        .put("roles", DataArray.fromCollection(roles))
        .put("joined_at", now())
        .put("deaf", false)
        .put("mute", false)
        .put("flags", 0)
        .put("pending", false)
        .put("permissions", Long.toString(permissions));
  }

  static DataObject role(String id, String name, long permissions) {
    return DataObject.empty()
        .put("id", id)
        .put("name", name)
        .put("color", 0)
        .put("colors", DataObject.empty().put("primary_color", 0))
        .put("hoist", false)
        .put("position", 0)
        .put("permissions", Long.toString(permissions))
        .put("managed", false)
        .put("mentionable", false)
        .put("flags", 0);
  }

  static DataObject textChannel(String id, String guild, String name, DataArray overwrites) {
    return DataObject.empty()
        .put("id", id)
        .put("type", 0)
        .put("guild_id", guild)
        .put("name", name)
        .put("position", 0)
        .put("permission_overwrites", overwrites)
        .put("permissions", Long.toString(MEMBER_RIGHTS))
        .put("nsfw", false)
        .put("rate_limit_per_user", 0)
        .put("parent_id", null)
        .put("flags", 0);
  }

  static DataObject thread(String id, String guild, String parent, String owner) {
    return DataObject.empty()
        .put("id", id)
        .put("type", 11)
        .put("guild_id", guild)
        .put("parent_id", parent)
        .put("owner_id", owner)
        .put("name", "thread")
        .put("message_count", 0)
        .put("member_count", 1)
        .put("total_message_sent", 0)
        .put("rate_limit_per_user", 0)
        .put("permissions", Long.toString(MEMBER_RIGHTS))
        .put("flags", 0)
        .put("applied_tags", DataArray.empty())
        .put(
            "thread_metadata",
            DataObject.empty()
                .put("archived", false)
                .put("locked", false)
                .put("invitable", true)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", now())
                .put("create_timestamp", now()));
  }

  static DataObject directChannel(String id, DataObject recipient) {
    return DataObject.empty()
        .put("id", id)
        .put("type", 1)
        .put("flags", 0)
        .put("last_message_id", null)
        .put("recipients", DataArray.empty().add(recipient));
  }

  static DataObject guild(
      FakeGuild guild,
      Collection<DataObject> roles,
      Collection<DataObject> channels,
      Collection<DataObject> threads,
      Collection<DataObject> members) {
    var json =
        DataObject.empty()
            .put("id", guild.id())
            .put("name", "Guild " + guild.id())
            .put("owner_id", guild.owner())
            .put("preferred_locale", "en-US")
            .put("joined_at", now())
            .put("large", false)
            .put("unavailable", false)
            .put("member_count", members.size())
            .put("premium_progress_bar_enabled", false)
            .put("afk_timeout", 300)
            .put("roles", DataArray.fromCollection(roles))
            .put("channels", DataArray.fromCollection(channels))
            .put("threads", DataArray.fromCollection(threads))
            .put("members", DataArray.fromCollection(members));
    for (var none :
        List.of(
            "emojis",
            "stickers",
            "voice_states",
            "presences",
            "guild_scheduled_events",
            "stage_instances",
            "soundboard_sounds",
            "features")) {
      json.put(none, DataArray.empty());
    }
    return json;
  }

  /** A message as the gateway and REST send it. */
  static DataObject message(
      FakeMessage message, DataObject author, Optional<FakeMessage> replied, DataObject bot) {
    var json =
        DataObject.empty()
            .put("id", message.id())
            .put("channel_id", message.channel())
            .put("author", author)
            .put("type", message.replyTo().isPresent() ? 19 : 0)
            .put("content", message.body().getString("content", ""))
            .put("timestamp", now())
            .put("edited_timestamp", null)
            .put("tts", false)
            .put("mention_everyone", false)
            .put("mentions", DataArray.empty())
            .put("mention_roles", DataArray.empty())
            .put("attachments", DataArray.empty())
            .put("embeds", DataArray.empty())
            .put("pinned", false)
            .put("flags", message.body().getInt("flags", 0))
            .put("components", withIds(message.body().optArray("components")))
            .put("nonce", message.body().opt("nonce").orElse(null));
    message
        .body()
        .optObject("message_reference")
        .ifPresent(reference ->
            json.put(
                "message_reference",
                DataObject.empty()
                    .put("type", 0)
                    .put("message_id", reference.getString("message_id"))
                    .put("channel_id", message.channel())));
    replied.ifPresent(r -> json.put("referenced_message", message(r, bot, Optional.empty(), bot)));
    return json;
  }

  private static DataArray withIds(Optional<DataArray> components) {
    return components.map(c -> DataArray.fromJson(c.toString())).orElseGet(DataArray::empty);
  }

  static String now() {
    return OffsetDateTime.now(ZoneOffset.UTC).toString();
  }
}
