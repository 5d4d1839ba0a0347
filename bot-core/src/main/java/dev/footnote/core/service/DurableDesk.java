package dev.footnote.core.service;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.AnswerReplies;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Conversations;
import dev.footnote.core.conversation.PassageSearch;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Inbox.Pending;
import dev.footnote.knowledge.KnowledgeBase;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk on a store; {@link #start} it once every platform is registered. */
public final class DurableDesk implements Desk, AutoCloseable {

  /** How long {@link #close} waits for what is under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(DurableDesk.class);

  private final ServiceStore store;
  private final InstantSource clock;
  private final Metrics metrics = new Metrics();
  private final WaitingRoom room;
  private final Door door;
  private final Dispatcher dispatcher;
  private final Workers workers;
  private final Housekeeping housekeeping;
  private final Erasures erasures;
  private final TenantAdministration administration;
  private final KnowledgeSuggestions suggestions;
  private List<Pending> left;

  /**
   * @param zone where "today" is
   */
  public DurableDesk(
      DeskSettings settings,
      ServiceStore store,
      Answering answering,
      PassageSearch search,
      KnowledgeBase knowledge,
      InstantSource clock,
      ZoneId zone) {
    this.store = store;
    this.clock = clock;
    this.room = new WaitingRoom(settings.queue());
    this.administration = new TenantAdministration(store.tenants(), knowledge, clock);
    var pace = new Pace(settings.answering(), System::nanoTime);
    var limits = new Limits(settings.user(), settings.tenant(), clock);
    this.door = new Door(store.inbox(), administration, limits, room, pace, metrics);
    this.dispatcher = new Dispatcher(store, settings.retries(), clock, zone, metrics);
    var clerk = new Clerk(answering, search, knowledge, store.answers(), clock, zone);
    this.workers = new Workers(settings.answering(), room, pace, clerk, store, dispatcher, metrics);
    this.housekeeping = new Housekeeping(store, settings.keep(), clock);
    this.erasures = new Erasures(store.tenants(), room, housekeeping);
    this.suggestions = new KnowledgeSuggestions(knowledge, answering, clock, zone);
    // What this run accepts must not be taken for what an earlier one left.
    this.left = store.inbox().unfinished();
  }

  @Override
  public void register(String platform, Delivery delivery) {
    dispatcher.register(platform, delivery);
  }

  /** Begins to answer, with what an earlier run left unfinished on the platforms registered. */
  public synchronized void start() {
    var platforms = dispatcher.platforms();
    var mine =
        left.stream().filter(p -> platforms.contains(p.request().tenant().platform())).toList();
    for (var pending : mine) {
      room.enterAnyway(pending.request().tenant());
      if (pending.reply().isEmpty()) {
        room.put(pending.again());
      } else {
        dispatcher.begin(pending, () -> room.leave(pending.request().tenant()));
      }
    }
    LOG.info(
        "Answering on {}; taken up from the last run: {}, left for platforms that do not run: {},"
            + " unconfirmed on file: {}",
        platforms,
        mine.size(),
        left.size() - mine.size(),
        store.inbox().count(Inbox.Ending.UNCONFIRMED));
    left = List.of();
    workers.start();
    housekeeping.start();
  }

  /**
   * Finds out, on a thread of its own, what to suggest to ask, ahead of the first who wants to
   * know: it takes dozens of answers.
   */
  public void prepareSuggestions() {
    suggestions.prepare();
  }

  @Override
  public Admission admit(Request request) {
    return door.admit(request);
  }

  @Override
  public Optional<Reply> evidence(TenantId tenant, String answerId) {
    return store
        .answers()
        .exchange(tenant, answerId)
        .map(e -> new AnswerReplies().evidence(answerId, e.answered()));
  }

  @Override
  public Optional<Reply> why(TenantId tenant, String answerId) {
    return store.answers().exchange(tenant, answerId).map(Conversations::why);
  }

  @Override
  public Optional<Reply> answer(TenantId tenant, String answerId) {
    return store.answers().reply(tenant, answerId);
  }

  @Override
  public Optional<ConversationId> conversation(TenantId tenant, String reference) {
    return store.inbox().conversation(tenant, reference);
  }

  @Override
  public boolean isKnown(TenantId tenant, ConversationId conversation) {
    return store.inbox().isKnown(tenant, conversation);
  }

  @Override
  public boolean feedback(TenantId tenant, String user, String answerId, Feedback feedback) {
    return store.answers().feedback(tenant, user, answerId, feedback, clock.instant());
  }

  @Override
  public TenantSettings settings(TenantId tenant) {
    return administration.settings(tenant);
  }

  @Override
  public SettingsOutcome change(
      TenantId tenant, String user, boolean administrator, SettingsChange change) {
    return administration.change(tenant, user, administrator, change);
  }

  @Override
  public List<AuditLine> audit(TenantId tenant, int limit) {
    return store.tenants().audit(tenant, limit);
  }

  @Override
  public void erase(TenantId tenant) {
    erasures.erase(tenant);
  }

  @Override
  public Suggestions suggestions(TenantId tenant) {
    return suggestions.within(administration.settings(tenant).topics());
  }

  @Override
  public String remember(TenantId tenant, String text) {
    var token = Nonces.of(tenant + " " + text);
    if (!erasures.isRecent(tenant)) {
      store.answers().remember(tenant, token, text, clock.instant());
    }
    return token;
  }

  @Override
  public Optional<String> recall(TenantId tenant, String token) {
    return store.answers().recall(tenant, token);
  }

  @Override
  public TenantData data() {
    return erasures.data();
  }

  @Override
  public Health health() {
    return door.health();
  }

  /** What was counted and timed since the start, in Prometheus's text format. */
  public String metrics() {
    var gauges = new LinkedHashMap<String, Long>();
    gauges.put("waiting", (long) room.queued());
    gauges.put("under_way", (long) room.taken());
    return metrics.text(gauges);
  }

  /**
   * Takes no more, waits a little for what is under way, and leaves the rest to the next start.
   * Closing twice does nothing. The store stays open.
   */
  @Override
  public void close() {
    if (!door.close()) {
      return;
    }
    var until = System.nanoTime() + PATIENCE.toNanos();
    housekeeping.close();
    suggestions.close();
    workers.close(PATIENCE);
    dispatcher.close(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
  }
}
