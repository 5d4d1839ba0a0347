package dev.footnote.slack.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What this Slack knows: workspaces, channels, messages, views. */
public final class Workplace {

  /** A workspace's installation. */
  public record Team(String id, String botUser, Set<String> scopes) {}

  /** A way to answer an interaction. */
  static final class ResponseUrl {
    final String channel;
    final String user;
    final long since = System.nanoTime();
    int uses;

    ResponseUrl(String channel, String user) {
      this.channel = channel;
      this.user = user;
    }
  }

  /** Tokens that are good, and those that were. */
  public final Map<String, Team> tokens = new ConcurrentHashMap<>();

  public final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /** Channels that the bot is not in. */
  public final Set<String> outside = ConcurrentHashMap.newKeySet();

  /** Whether this Slack refuses citation elements. */
  public volatile boolean refusesCitations;

  /** What the product sent that Slack would not take. */
  public final List<String> violations = new CopyOnWriteArrayList<>();

  /** What was taken and is shown to nobody. */
  public final List<Posted> unseen = new CopyOnWriteArrayList<>();

  final Map<String, ResponseUrl> responseUrls = new ConcurrentHashMap<>();
  private final List<Posted> posted = new ArrayList<>();
  private final Set<String> threads = ConcurrentHashMap.newKeySet();
  private final Map<String, JsonObject> homes = new ConcurrentHashMap<>();
  private final List<JsonObject> modals = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> pane = new CopyOnWriteArrayList<>();
  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  private final AtomicLong clock = new AtomicLong(System.currentTimeMillis() * 1_000);

  /** A timestamp as Slack names messages, later than all before. */
  public String ts() {
    long micros = clock.addAndGet(1_000);
    return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
  }

  /** Takes note that somebody wrote in a thread. */
  void heard(String channel, String thread) {
    threads.add(channel + ":" + thread);
  }

  /** What is for one alone is shown in a thread only if there is one: Slack does not say so. */
  synchronized Posted store(
      String team, String channel, String thread, String onlyFor, String text, JsonArray blocks) {
    var message = new Posted(team, channel, thread, ts(), onlyFor, text, blocks);
    if (!onlyFor.isEmpty() && !thread.isEmpty() && !threads.contains(channel + ":" + thread)) {
      unseen.add(message);
      return message;
    }
    if (!thread.isEmpty()) {
      heard(channel, thread);
    }
    posted.add(message);
    statuses.remove(channel + ":" + thread);
    return message;
  }

  /** Everything that was posted, for all or for one, in order. */
  public synchronized List<Posted> posted() {
    return List.copyOf(posted);
  }

  public List<Posted> inThread(String channel, String thread) {
    return posted().stream()
        .filter(m -> m.channel().equals(channel) && m.thread().equals(thread))
        .toList();
  }

  public synchronized void clear() {
    posted.clear();
  }

  void home(String user, JsonObject view) {
    homes.put(user, view);
  }

  /** The Home tab of a member, as last published. */
  public Map<String, JsonObject> homes() {
    return homes;
  }

  void modal(JsonObject view) {
    modals.add(view);
  }

  /** The modals that were opened. */
  public List<JsonObject> modals() {
    return modals;
  }

  void pane(Map<String, String> call) {
    pane.add(call);
    if (call.containsKey("status")) {
      statuses.put(call.get("channel_id") + ":" + call.get("thread_ts"), call.get("status"));
    }
  }

  /** What a thread of the assistant pane says it is doing; empty for nothing. */
  public String status(String channel, String thread) {
    return statuses.getOrDefault(channel + ":" + thread, "");
  }

  /** Calls of the assistant pane's methods, with the method under {@code method}. */
  public List<Map<String, String>> pane() {
    return pane;
  }
}
