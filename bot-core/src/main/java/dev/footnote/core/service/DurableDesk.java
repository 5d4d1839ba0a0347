package dev.footnote.core.service;

import dev.footnote.core.answer.Answering;
import dev.footnote.core.conversation.AnswerReplies;
import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Conversations;
import dev.footnote.core.conversation.PassageSearch;
import dev.footnote.core.conversation.Reply;
import dev.footnote.core.service.Inbox.Pending;
import dev.footnote.core.service.Metrics.Count;
import dev.footnote.core.service.Metrics.Time;
import dev.footnote.knowledge.KnowledgeBase;
import dev.footnote.knowledge.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk on a store; {@link #start} it once every platform is registered. */
public final class DurableDesk implements Desk, AutoCloseable {

  /** How long {@link #close} waits for what is under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a failure to store counts: no request may come to show that it is over. */
  private static final Duration TROUBLED = Duration.ofSeconds(30);

  private static final Duration CLOSING = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(DurableDesk.class);

  /** Why a request could not be stored, and when. */
  private record Trouble(String line, long nanos) {}

  private final ServiceStore store;
  private final InstantSource clock;
  private final Limits limits;
  private final WaitingRoom room;
  private final Pace pace;
  private final Metrics metrics = new Metrics();
  private final RecentKeys refused = new RecentKeys();
  private final Dispatcher dispatcher;
  private final Workers workers;
  private final Housekeeping housekeeping;
  private final TenantAdministration administration;
  private final KnowledgeSuggestions suggestions;
  private List<Pending> left;
  private volatile boolean closing;
  private volatile Optional<Trouble> trouble = Optional.empty();

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
    this.limits = new Limits(settings.user(), settings.tenant(), clock);
    this.room = new WaitingRoom(settings.queue());
    this.pace = new Pace(settings.answering(), System::nanoTime);
    this.dispatcher = new Dispatcher(store, settings.retries(), clock, zone, metrics);
    var clerk = new Clerk(answering, search, knowledge, store.answers(), clock, zone);
    this.workers = new Workers(settings.answering(), room, pace, clerk, store, dispatcher, metrics);
    this.housekeeping = new Housekeeping(store, settings.keep(), clock);
    this.administration = new TenantAdministration(store.tenants(), knowledge, clock);
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

  @Override
  public Admission admit(Request request) {
    long start = System.nanoTime();
    var tenant = request.tenant();
    try {
      if (refused.containsAny(request.keys()) || store.inbox().isKnown(request.keys())) {
        metrics.count(Count.DUPLICATE);
        return new Admission.Duplicate();
      }
      var settings = administration.settings(tenant);
      if (!settings.channels().isEmpty() && !settings.channels().contains(request.channel())) {
        return refuse(
            request,
            Count.NOT_HERE,
            new Admission.NotHere("I do not answer in this channel, as is set by its admins."));
      }
      if (closing) {
        return refuse(request, Count.BUSY, new Admission.Busy(CLOSING));
      }
      var wait = limits.take(tenant, request.user());
      if (wait.isPresent()) {
        return refuse(request, Count.LIMITED, new Admission.Limited(wait.get()));
      }
      if (!room.enter(tenant)) {
        limits.giveBack(tenant, request.user());
        return refuse(request, Count.BUSY, new Admission.Busy(pace.of(room.taken())));
      }
      var admission = accept(request, settings);
      metrics.time(Time.ADMISSION, Duration.ofNanos(System.nanoTime() - start));
      trouble = Optional.empty();
      return admission;
    } catch (StoreException e) {
      metrics.count(Count.NOT_STORED);
      trouble = Optional.of(new Trouble(String.valueOf(e.getMessage()), System.nanoTime()));
      throw e;
    }
  }

  private Admission refuse(Request request, Count count, Admission admission) {
    metrics.count(count);
    refused.add(request.keys());
    return admission;
  }

  /** Stores a request that has a place. */
  private Admission accept(Request request, TenantSettings settings) {
    boolean isPrivate = request.wantsPrivate().orElse(settings.privateByDefault());
    var id = OptionalLong.empty();
    try {
      id = store.inbox().accept(request, isPrivate);
    } finally {
      if (id.isEmpty()) {
        room.leave(request.tenant());
        limits.giveBack(request.tenant(), request.user());
      }
    }
    if (id.isEmpty()) {
      metrics.count(Count.DUPLICATE);
      return new Admission.Duplicate();
    }
    metrics.count(Count.ACCEPTED);
    room.put(
        new Pending(id.getAsLong(), request, isPrivate, Optional.empty(), 0, Instant.EPOCH, false));
    return new Admission.Accepted(isPrivate);
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
    store.tenants().erase(tenant);
    room.clear(tenant);
    LOG.info("Erased a tenant of {}", tenant.platform());
  }

  @Override
  public Suggestions suggestions(TenantId tenant) {
    return suggestions.within(administration.settings(tenant).topics());
  }

  @Override
  public String remember(TenantId tenant, String text) {
    var token = Nonces.of(tenant + " " + text);
    store.answers().remember(tenant, token, text, clock.instant());
    return token;
  }

  @Override
  public Optional<String> recall(TenantId tenant, String token) {
    return store.answers().recall(tenant, token);
  }

  @Override
  public TenantData data() {
    return store.tenants();
  }

  @Override
  public Health health() {
    return trouble
        .filter(t -> System.nanoTime() - t.nanos() < TROUBLED.toNanos())
        .map(t -> Health.down(t.line()))
        .orElseGet(() -> Health.up("answering, " + room.taken() + " requests under way"));
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
    if (closing) {
      return;
    }
    closing = true;
    var until = System.nanoTime() + PATIENCE.toNanos();
    housekeeping.close();
    workers.close(PATIENCE);
    dispatcher.close(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
  }
}
