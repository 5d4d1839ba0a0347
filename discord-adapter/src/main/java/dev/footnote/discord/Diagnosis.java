package dev.footnote.discord;

import dev.footnote.core.service.Finding;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.utils.data.DataArray;
import okhttp3.OkHttpClient;

/** Looks at token, intents, permissions and commands over REST; logs in nowhere. */
final class Diagnosis {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int FEW_LOGINS = 50;
  private static final int LISTED = 200;

  /** Of an application's flags, those that say it has a privileged intent. */
  private static final int PRIVILEGED = 1 << 12 | 1 << 13 | 1 << 14 | 1 << 15 | 1 << 18 | 1 << 19;

  private final DiscordSettings settings;
  private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(PATIENCE).build();
  private final DiscordRest rest;
  private final List<Finding> findings = new ArrayList<>();

  Diagnosis(DiscordSettings settings) {
    this.settings = settings;
    this.rest = new DiscordRest(settings, http);
  }

  List<Finding> findings() {
    try {
      if (token()) {
        var application = application();
        permissions();
        findings.add(Finding.ok("Discord invite: " + Invite.forServer(application)));
        commands(application);
        logins();
      }
    } catch (IOException | IllegalStateException e) {
      findings.add(
          Finding.failed(
              "Discord at " + URI.create(rest.base()).getHost() + ": " + Failures.describe(e),
              "look at the network, and at discord-api-url if it is set"));
    } finally {
      http.connectionPool().evictAll();
    }
    return List.copyOf(findings);
  }

  private boolean token() throws IOException {
    var me = rest.get("users/@me");
    if (me.status() == 401) {
      findings.add(
          Finding.failed(
              "Discord token: refused",
              "copy the bot's current token from the Developer Portal into DISCORD_TOKEN"));
      return false;
    }
    var name = me.object().getString("username");
    findings.add(Finding.ok("Discord token: accepted, bot \"" + name + "\""));
    return true;
  }

  private String application() throws IOException {
    var application = rest.get("applications/@me").object();
    int flags = application.getInt("flags", 0);
    findings.add(
        (flags & PRIVILEGED) == 0
            ? Finding.ok("Discord intents: none that is privileged, and none is needed")
            : Finding.warning(
                "Discord intents: the application has privileged ones",
                "switch them off in the Developer Portal; Footnote uses none"));
    return application.getString("id");
  }

  private void permissions() throws IOException {
    var servers = rest.get("users/@me/guilds").array();
    var lacking =
        servers.stream(DataArray::getObject)
            .filter(s -> !suffices(Long.parseUnsignedLong(s.getString("permissions"))))
            .map(s -> s.getString("id"))
            .toList();
    findings.add(
        lacking.isEmpty()
            ? Finding.ok("Discord permissions: sufficient in " + counted(servers.length()))
            : Finding.warning(
                "Discord permissions: lacking in servers " + String.join(", ", lacking),
                "give the bot's role View Channels, Send Messages, Embed Links and Send Messages in"
                    + " Threads ("
                    + Invite.PERMISSIONS
                    + ")"));
  }

  /** Discord lists 200 at a time; what holds for so many is not asked of the rest. */
  private static String counted(int servers) {
    return servers == 1
        ? "1 server"
        : (servers == LISTED ? "the first " : "") + servers + " servers";
  }

  private static boolean suffices(long permissions) {
    boolean administrator = (permissions & 1L << 3) != 0;
    return administrator || (permissions & Invite.PERMISSIONS) == Invite.PERMISSIONS;
  }

  private void commands(String application) throws IOException {
    var commands =
        rest.get("applications/" + application + "/commands?with_localizations=true").array();
    findings.add(
        CommandRegistration.isCurrent(commands)
            ? Finding.ok("Discord commands: registered")
            : Finding.warning(
                "Discord commands: not registered as they are now",
                "run footnote serve, which registers them"));
  }

  private void logins() throws IOException {
    var gateway = rest.get("gateway/bot").object();
    int shards = gateway.getInt("shards", 1);
    int left = gateway.getObject("session_start_limit").getInt("remaining", 1000);
    if (left < FEW_LOGINS) {
      findings.add(
          Finding.warning(
              "Discord gateway: " + left + " logins left today",
              "wait before you start the bot again"));
    } else if (shards > settings.shards().total()) {
      findings.add(
          Finding.warning(
              "Discord gateway: "
                  + shards
                  + " shards are recommended, "
                  + settings.shards().total()
                  + " set",
              "raise the number of shards"));
    } else {
      findings.add(Finding.ok("Discord gateway: " + left + " logins left today"));
    }
  }
}
