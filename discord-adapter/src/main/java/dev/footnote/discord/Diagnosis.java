package dev.footnote.discord;

import dev.footnote.core.service.Finding;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Looks at token, intents, permissions and commands over REST; logs in nowhere. */
final class Diagnosis {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int FEW_LOGINS = 50;
  private static final int LISTED = 200;

  /** Of an application's flags, those that say it has a privileged intent. */
  private static final int PRIVILEGED = 1 << 12 | 1 << 13 | 1 << 14 | 1 << 15 | 1 << 18 | 1 << 19;

  private record Answer(int status, String body) {}

  private final DiscordSettings settings;
  private final String base;
  private final OkHttpClient http = new OkHttpClient.Builder().callTimeout(PATIENCE).build();
  private final List<Finding> findings = new ArrayList<>();

  Diagnosis(DiscordSettings settings) {
    this.settings = settings;
    this.base =
        settings.endpoints().map(e -> e.api().toString()).orElse(RestConfig.DEFAULT_BASE_URL);
  }

  List<Finding> findings() {
    try {
      if (token()) {
        var application = application();
        permissions();
        commands(application);
        logins();
      }
    } catch (IOException | IllegalStateException e) {
      findings.add(
          Finding.failed(
              "Discord at " + URI.create(base).getHost() + ": " + Failures.describe(e),
              "look at the network, and at discord-api-url if it is set"));
    } finally {
      http.connectionPool().evictAll();
    }
    return List.copyOf(findings);
  }

  private boolean token() throws IOException {
    var me = get("users/@me");
    if (me.status() == 401) {
      findings.add(
          Finding.failed(
              "Discord token: refused",
              "copy the bot's current token from the Developer Portal into DISCORD_TOKEN"));
      return false;
    }
    var name = sound(me).getString("username");
    findings.add(Finding.ok("Discord token: accepted, bot \"" + name + "\""));
    return true;
  }

  private String application() throws IOException {
    var application = sound(get("applications/@me"));
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
    var servers = array(get("users/@me/guilds"));
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
    var commands = array(get("applications/" + application + "/commands?with_localizations=true"));
    findings.add(
        CommandRegistration.isCurrent(commands)
            ? Finding.ok("Discord commands: registered")
            : Finding.warning(
                "Discord commands: not registered as they are now",
                "run footnote serve, which registers them"));
  }

  private void logins() throws IOException {
    var gateway = sound(get("gateway/bot"));
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

  private Answer get(String path) throws IOException {
    var request =
        new Request.Builder()
            .url(base + path)
            .header("Authorization", "Bot " + settings.token().reveal())
            .header("User-Agent", RestConfig.USER_AGENT)
            .build();
    try (var response = http.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }

  private static DataObject sound(Answer answer) {
    return DataObject.fromJson(body(answer));
  }

  private static DataArray array(Answer answer) {
    return DataArray.fromJson(body(answer));
  }

  private static String body(Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException("HTTP " + answer.status());
    }
    return answer.body();
  }
}
