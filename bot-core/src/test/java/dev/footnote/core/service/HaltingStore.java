package dev.footnote.core.service;

import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Exchange;
import dev.footnote.core.conversation.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose process ends, as by kill -9, when it comes to a certain step for the nth time. */
record HaltingStore(ServiceStore store, Step step, AtomicInteger times) implements ServiceStore {

  /** Every boundary between what is stored, what is sent, and what is acknowledged. */
  enum Step {
    BEFORE_ACCEPT,
    AFTER_ACCEPT,
    AFTER_ADMIT,
    BEFORE_ANSWERED,
    AFTER_ANSWERED,
    BEFORE_DELIVERING,
    AFTER_DELIVERING,
    BEFORE_SENT,
    AFTER_SENT,
    AFTER_POST,
    BEFORE_ENDED,
    AFTER_ENDED
  }

  static HaltingStore at(Step step, int time, ServiceStore store) {
    return new HaltingStore(store, step, new AtomicInteger(time));
  }

  void reach(Step reached) {
    if (reached == step && times.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(9);
    }
  }

  @Override
  public String identity() {
    return store.identity();
  }

  @Override
  public AnswerShelf answers() {
    return store.answers();
  }

  @Override
  public TenantStore tenants() {
    return store.tenants();
  }

  @Override
  public Inbox inbox() {
    return new HaltingInbox(store.inbox());
  }

  private final class HaltingInbox implements Inbox {

    private final Inbox inbox;

    HaltingInbox(Inbox inbox) {
      this.inbox = inbox;
    }

    @Override
    public OptionalLong accept(Request request, boolean isPrivate) {
      reach(Step.BEFORE_ACCEPT);
      var id = inbox.accept(request, isPrivate);
      reach(Step.AFTER_ACCEPT);
      return id;
    }

    @Override
    public boolean answered(long id, Reply reply, Optional<Exchange> exchange) {
      reach(Step.BEFORE_ANSWERED);
      var there = inbox.answered(id, reply, exchange);
      reach(Step.AFTER_ANSWERED);
      return there;
    }

    @Override
    public boolean delivering(long id) {
      reach(Step.BEFORE_DELIVERING);
      var there = inbox.delivering(id);
      reach(Step.AFTER_DELIVERING);
      return there;
    }

    @Override
    public void ended(long id, Ending ending, String reference, String note) {
      reach(Step.BEFORE_ENDED);
      inbox.ended(id, ending, reference, note);
      reach(Step.AFTER_ENDED);
    }

    @Override
    public void answering(long id, int attempts) {
      inbox.answering(id, attempts);
    }

    @Override
    public boolean isKnown(List<String> keys) {
      return inbox.isKnown(keys);
    }

    @Override
    public void postponed(long id, int attempts, Instant due, boolean interrupted) {
      inbox.postponed(id, attempts, due, interrupted);
    }

    @Override
    public void sent(long id, int part, String reference) {
      reach(Step.BEFORE_SENT);
      inbox.sent(id, part, reference);
      reach(Step.AFTER_SENT);
    }

    @Override
    public Set<Integer> sent(long id) {
      return inbox.sent(id);
    }

    @Override
    public List<Pending> unfinished() {
      return inbox.unfinished();
    }

    @Override
    public long count(Ending ending) {
      return inbox.count(ending);
    }

    @Override
    public Optional<ConversationId> conversation(TenantId tenant, String reference) {
      return inbox.conversation(tenant, reference);
    }

    @Override
    public boolean isKnown(TenantId tenant, ConversationId conversation) {
      return inbox.isKnown(tenant, conversation);
    }

    @Override
    public void purge(Instant keys, Instant ended) {
      inbox.purge(keys, ended);
    }
  }
}
