package dev.footnote.discord;

import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.utils.TimeUtil;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Where a reply goes.
 *
 * @param guild empty for direct messages and where only a user installed the bot
 * @param message what to reply to, if a message was the request
 * @param interaction what to answer, if an interaction was the request
 */
record Address(
    Optional<String> guild,
    String channel,
    String user,
    Optional<String> message,
    Optional<Interaction> interaction) {

  /**
   * An interaction; its token lets anybody answer in the bot's name for 15 minutes.
   *
   * @param asked what the answer begins with in public: who asked what
   */
  record Interaction(String id, String token, String asked) {

    Instant created() {
      return TimeUtil.getTimeCreated(Long.parseUnsignedLong(id)).toInstant();
    }

    @Override
    public String toString() {
      return "interaction " + id;
    }
  }

  String toJson() {
    var json = DataObject.empty().put("channel", channel).put("user", user);
    guild.ifPresent(g -> json.put("guild", g));
    message.ifPresent(m -> json.put("message", m));
    interaction.ifPresent(
        i -> json.put("interaction", i.id()).put("token", i.token()).put("asked", i.asked()));
    return json.toString();
  }

  static Address fromJson(String text) {
    var json = DataObject.fromJson(text);
    return new Address(
        optional(json, "guild"),
        json.getString("channel"),
        json.getString("user"),
        optional(json, "message"),
        optional(json, "interaction")
            .map(id -> new Interaction(id, json.getString("token"), json.getString("asked"))));
  }

  private static Optional<String> optional(DataObject json, String key) {
    return Optional.ofNullable(json.getString(key, null));
  }
}
