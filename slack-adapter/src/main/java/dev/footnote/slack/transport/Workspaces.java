package dev.footnote.slack.transport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.footnote.core.service.Secret;
import dev.footnote.core.service.TenantData;
import dev.footnote.core.service.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the workspaces' tokens: the one from the environment, and those that installations brought,
 * encrypted in the store. A token that Slack refuses is not used again. Safe for use by several
 * threads.
 */
public final class Workspaces {

  /** This adapter's name among the platforms. */
  public static final String PLATFORM = "slack";

  private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
  private static final String INSTALLATION = "installation";

  private final TenantData store;
  private final Optional<TokenCipher> cipher;
  private final Map<TenantId, Workspace> known = new ConcurrentHashMap<>();
  private final Set<Secret> refused = ConcurrentHashMap.newKeySet();

  /**
   * @param cipher empty where no installations are taken
   */
  public Workspaces(TenantData store, Optional<TokenCipher> cipher) {
    this.store = store;
    this.cipher = cipher;
  }

  public static TenantId tenant(String team) {
    return new TenantId(PLATFORM, team);
  }

  /** The workspace with a token that may be used; empty if there is none, or it is refused. */
  public Optional<Workspace> of(TenantId tenant) {
    var workspace = known.get(tenant);
    if (workspace == null) {
      workspace = stored(tenant).orElse(null);
      if (workspace != null) {
        known.put(tenant, workspace);
      }
    }
    return Optional.ofNullable(workspace).filter(w -> !refused.contains(w.token()));
  }

  /** Adds the workspace whose token is in the environment; not stored. */
  public void add(Workspace workspace) {
    known.put(workspace.tenant(), workspace);
  }

  /** Keeps an installation, in place of an earlier one. */
  public void install(Workspace workspace) {
    var cipher = this.cipher.orElseThrow();
    store.put(workspace.tenant(), INSTALLATION, cipher.seal(workspace.tenant(), write(workspace)));
    known.put(workspace.tenant(), workspace);
    LOG.info("Installed, workspace={}", workspace.tenant().id());
  }

  /** Forgets a workspace's token; what is stored of it goes with the tenant. */
  public void forget(TenantId tenant) {
    known.remove(tenant);
  }

  /** Takes note that Slack refuses a token; one alarm for each. */
  public void refused(Workspace workspace, String error) {
    if (refused.add(workspace.token())) {
      LOG.error(
          "Slack: the bot token of workspace {} is refused ({}); install the app there again, or"
              + " set a valid SLACK_BOT_TOKEN and start again",
          workspace.tenant().id(),
          error);
    }
  }

  /** Whether a token was refused since the start. */
  public boolean anyRefused() {
    return !refused.isEmpty();
  }

  private Optional<Workspace> stored(TenantId tenant) {
    return cipher.flatMap(
        c -> store.get(tenant, INSTALLATION).map(sealed -> read(tenant, c.open(tenant, sealed))));
  }

  private static String write(Workspace workspace) {
    var json = new JsonObject();
    json.addProperty("token", workspace.token().reveal());
    json.addProperty("botUser", workspace.botUser());
    json.add("scopes", array(workspace.scopes()));
    json.add("administrators", array(workspace.administrators()));
    json.addProperty("installed", workspace.installed().toString());
    return json.toString();
  }

  private static Workspace read(TenantId tenant, String text) {
    var json = JsonParser.parseString(text).getAsJsonObject();
    return new Workspace(
        tenant,
        new Secret(json.get("token").getAsString()),
        json.get("botUser").getAsString(),
        set(json.getAsJsonArray("scopes")),
        set(json.getAsJsonArray("administrators")),
        Instant.parse(json.get("installed").getAsString()));
  }

  private static JsonArray array(Set<String> words) {
    var array = new JsonArray();
    words.stream().sorted().forEach(array::add);
    return array;
  }

  private static Set<String> set(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsString)
        .collect(Collectors.toUnmodifiableSet());
  }
}
