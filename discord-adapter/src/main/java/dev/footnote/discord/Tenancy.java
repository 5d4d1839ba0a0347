package dev.footnote.discord;

import dev.footnote.core.service.Desk;
import dev.footnote.core.service.TenantId;
import java.nio.charset.StandardCharsets;
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

  /** Notes the servers, and erases those that put the bot out while it was away. */
  void ready(JDA jda) {
    var here = new HashSet<String>();
    jda.getGuilds().stream().map(ISnowflake::getId).forEach(here::add);
    here.addAll(jda.getUnavailableGuilds());
    int shard = jda.getShardInfo().getShardId();
    var known = new HashSet<String>();
    desk.data().having(Origin.PLATFORM, MARK).forEach(t -> known.add(t.id()));
    for (var server : known) {
      boolean ours = (Long.parseUnsignedLong(server) >>> 22) % shards == shard;
      if (ours && !here.contains(server)) {
        left(server);
      }
    }
    for (var server : here) {
      if (!known.contains(server)) {
        desk.data().put(tenant(server), MARK, MARK.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static TenantId tenant(String server) {
    return new TenantId(Origin.PLATFORM, server);
  }
}
