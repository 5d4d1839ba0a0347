package dev.footnote.discord;

import dev.footnote.core.service.Desk;
import dev.footnote.core.service.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.ISnowflake;

/** Remembers which servers the bot is in, and erases what is kept of those that put it out. */
final class Tenancy {

  private static final String MARK = "member";

  private final Desk desk;
  private final int shards;

  Tenancy(Desk desk, int shards) {
    this.desk = desk;
    this.shards = shards;
  }

  /** The bot was put out of a server. */
  void left(String server) {
    desk.erase(tenant(server));
  }

  /**
   * Notes the servers, and erases those that put the bot out while it was away. Servers of another
   * application are none of its concern: a data folder may have been tried with another token.
   */
  void ready(JDA jda) {
    var here = new HashSet<String>();
    jda.getGuilds().stream().map(ISnowflake::getId).forEach(here::add);
    here.addAll(jda.getUnavailableGuilds());
    var application = jda.getSelfUser().getApplicationId().getBytes(StandardCharsets.UTF_8);
    for (var known : desk.data().having(Origin.PLATFORM, MARK)) {
      boolean marked =
          desk.data().get(known, MARK).filter(m -> Arrays.equals(m, application)).isPresent();
      boolean ours = (Long.parseUnsignedLong(known.id()) >>> 22) % shards == shard(jda);
      if (marked && ours && !here.remove(known.id())) {
        left(known.id());
      }
    }
    here.forEach(server -> desk.data().put(tenant(server), MARK, application));
  }

  private static int shard(JDA jda) {
    return jda.getShardInfo().getShardId();
  }

  private static TenantId tenant(String server) {
    return new TenantId(Origin.PLATFORM, server);
  }
}
