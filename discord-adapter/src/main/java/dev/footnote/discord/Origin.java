package dev.footnote.discord;

import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.service.Desk;
import dev.footnote.core.service.TenantId;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;

/**
 * Whence something came.
 *
 * @param guild the server, where the bot is a member of it
 * @param place the channel that settings speak of: a thread's is the one that it belongs to
 * @param channel where it was written
 * @param thread whether that is a thread
 * @param administrator whether the user may change the tenant's settings
 */
record Origin(
    TenantId tenant,
    Optional<String> guild,
    String place,
    String channel,
    boolean thread,
    String user,
    String userName,
    boolean administrator) {

  static final String PLATFORM = "discord";

  /** An interaction belongs to the server only if the server itself installed the bot. */
  static Origin of(Interaction interaction) {
    var guild = interaction.getGuild();
    var owners = interaction.getIntegrationOwners();
    boolean installed =
        guild != null && String.valueOf(guild.getId()).equals(owners.getAuthorizingGuildId());
    return of(
        installed ? guild : null,
        interaction.getChannel(),
        interaction.getUser(),
        interaction.getMember());
  }

  /**
   * @param guild null for direct messages and where only the user installed the bot
   */
  static Origin of(
      @Nullable Guild guild, @Nullable Channel channel, User user, @Nullable Member member) {
    var name = member == null ? user.getEffectiveName() : member.getEffectiveName();
    return guild == null
        ? of(alone(user.getId()), Optional.empty(), channel, user, name, true)
        : of(
            new TenantId(PLATFORM, guild.getId()),
            Optional.of(guild.getId()),
            channel,
            user,
            name,
            member != null && member.hasPermission(Permission.MANAGE_SERVER));
  }

  /** Somebody of whom no more than the id is known, and who is taken for no administrator. */
  static Origin of(Guild guild, Channel channel, UserSnowflake user) {
    var tenant = new TenantId(PLATFORM, guild.getId());
    return of(tenant, Optional.of(guild.getId()), channel, user, "", false);
  }

  private static Origin of(
      TenantId tenant,
      Optional<String> guild,
      @Nullable Channel channel,
      UserSnowflake user,
      String name,
      boolean administrator) {
    var id = channel == null ? "0" : channel.getId();
    var place =
        channel instanceof ThreadChannel thread && !thread.isDetached()
            ? thread.getParentChannel().getId()
            : id;
    boolean isThread = channel instanceof ThreadChannel;
    return new Origin(tenant, guild, place, id, isThread, user.getId(), name, administrator);
  }

  /** Who asks where no server installed the bot: a user for themselves. */
  static TenantId alone(String user) {
    return new TenantId(PLATFORM, "user-" + user);
  }

  /**
   * The conversation: a thread's, that of the message which was replied to or pressed, or else this
   * user's in this channel.
   *
   * @param message the bot's message that was acted upon
   */
  ConversationId conversation(Desk desk, Optional<String> message) {
    var known =
        message
            .flatMap(m -> desk.conversation(tenant, m))
            .or(() -> thread ? desk.conversation(tenant, channel) : Optional.empty());
    return known.orElseGet(() ->
        new ConversationId(tenant + ":" + channel + (thread || guild.isEmpty() ? "" : ":" + user)));
  }
}
