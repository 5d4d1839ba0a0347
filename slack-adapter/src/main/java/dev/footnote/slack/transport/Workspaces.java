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
import org.jspecify.annotations.Nullable;
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
  private final Map<TenantId, Secret> refused = new ConcurrentHashMap<>();
  private final Set<TenantId> unreadable = ConcurrentHashMap.newKeySet();
  private final Set<TenantId> gone = ConcurrentHashMap.newKeySet();

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

  /**
   * Reads every installation on file; those that cannot be read are named in the log.
   *
   * @throws IllegalArgumentException if none can: the key is another one; the message has the way
   *     out
   */
  public void check() {
    if (cipher.isEmpty()) {
      return;
    }
    var installed = store.having(PLATFORM, INSTALLATION);
    if (!installed.isEmpty() && installed.stream().allMatch(tenant -> of(tenant).isEmpty())) {
      throw new IllegalArgumentException(
          "SLACK_TOKEN_KEY: none of the "
              + installed.size()
              + " installations on file can be decrypted with it; bring back the key that they were"
              + " stored with");
    }
  }

  /**
   * The workspace with a token that may be used; empty if there is none, it is refused, or cannot
   * be read.
   */
  public Optional<Workspace> of(TenantId tenant) {
    if (gone.contains(tenant)) {
      return Optional.empty();
    }
    var workspace = known.get(tenant);
    if (workspace == null) {
      workspace = stored(tenant).orElse(null);
      if (workspace != null) {
        known.put(tenant, workspace);
      }
    }
    return Optional.ofNullable(workspace).filter(w -> !w.token().equals(refused.get(tenant)));
  }

  /** As {@link #of(TenantId)}, by the id that Slack names; empty if it names none. */
  public Optional<Workspace> of(@Nullable String team) {
    return team == null || team.isBlank() ? Optional.empty() : of(tenant(team));
  }

  /** Adds the workspace whose token is in the environment; not stored. */
  public void add(Workspace workspace) {
    known.put(workspace.tenant(), workspace);
  }

  /**
   * Keeps an installation, in place of an earlier one, whose administrators remain: whoever
   * installs the app again takes nothing from them.
   */
  public synchronized void install(Workspace installed) {
    var cipher = this.cipher.orElseThrow();
    var tenant = installed.tenant();
    var workspace =
        stored(tenant)
            .map(earlier -> installed.withAdministrators(earlier.administrators()))
            .orElse(installed);
    store.put(tenant, INSTALLATION, cipher.seal(tenant, write(workspace)));
    known.put(tenant, workspace);
    gone.remove(tenant);
    refused.remove(tenant);
    unreadable.remove(tenant);
    LOG.info("Installed, workspace={}", tenant.id());
  }

  /**
   * Forgets a workspace and serves it no more, until it is installed again; what is stored of it
   * goes with the tenant.
   */
  public void forget(TenantId tenant) {
    gone.add(tenant);
    known.remove(tenant);
    refused.remove(tenant);
  }

  /** Whether a workspace was forgotten and not installed again. */
  public boolean isForgotten(TenantId tenant) {
    return gone.contains(tenant);
  }

  /** Takes note that Slack refuses a token; one alarm for each. */
  public void refused(Workspace workspace, String error) {
    if (!workspace.token().equals(refused.put(workspace.tenant(), workspace.token()))) {
      LOG.error(
          "Slack: the bot token of workspace {} is refused ({}); install the app there again, or"
              + " set a valid SLACK_BOT_TOKEN and start again",
          workspace.tenant().id(),
          error);
    }
  }

  /** How many workspaces cannot be served: their token is refused, or cannot be read. */
  public int unserved() {
    return refused.size() + unreadable.size();
  }

  private Optional<Workspace> stored(TenantId tenant) {
    var sealed = cipher.flatMap(c -> store.get(tenant, INSTALLATION));
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(tenant, cipher.orElseThrow().open(tenant, sealed.get())));
    } catch (IllegalStateException e) {
      if (unreadable.add(tenant)) {
        LOG.error("Slack: {}", e.getMessage());
      }
      return Optional.empty();
    }
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
