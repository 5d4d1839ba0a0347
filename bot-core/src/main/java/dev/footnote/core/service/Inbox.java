package dev.footnote.core.service;

import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Exchange;
import dev.footnote.core.conversation.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The requests on disk, from acceptance to delivery: accepted, answered, delivering, and then one
 * of {@link Ending}. What a method did is durable once it returns, and undone if it throws. Safe
 * for use by several threads.
 */
public interface Inbox {

  /** How a request ended. */
  enum Ending {
    DELIVERED,
    GONE,
    UNCONFIRMED
  }

  /**
   * A request that is not done.
   *
   * @param reply what to deliver; empty if it is not answered yet
   * @param attempts how often delivery failed so far; before there is a reply, how often the
   *     process ended while it was being answered, as far as is known
   * @param due when it may be tried again
   * @param interrupted whether an attempt to deliver was under way when it was last heard of
   */
  record Pending(
      long id,
      Request request,
      boolean isPrivate,
      Optional<Reply> reply,
      int attempts,
      Instant due,
      boolean interrupted) {

    /** As it is taken up by another run. */
    Pending again() {
      return new Pending(id, request, isPrivate, reply, attempts + 1, due, interrupted);
    }
  }

  /** Whether a request with any of {@code keys} was accepted within the last 24 hours. */
  boolean isKnown(List<String> keys);

  /** Accepts a request and returns its number; empty if another has one of its keys. */
  OptionalLong accept(Request request, boolean isPrivate);

  /** Says that an answer begins which earlier runs may have begun {@code attempts} times. */
  void answering(long id, int attempts);

  /**
   * Keeps the reply, and what the conversation is to remember of it.
   *
   * @return false if the request is no longer there, as its tenant was erased: nothing is kept then
   */
  boolean answered(long id, Reply reply, Optional<Exchange> exchange);

  /** Says that an attempt to deliver begins; returns false if the request is no longer there. */
  boolean delivering(long id);

  /**
   * Says that an attempt failed for now.
   *
   * @param interrupted whether it, or an attempt before it, may have arrived all the same: that
   *     stays on file
   */
  void postponed(long id, int attempts, Instant due, boolean interrupted);

  /**
   * Ends a request; its keys and messages stay, what was typed and the address go.
   *
   * @param reference the platform's name for the message; may be empty
   * @param note why, for operators; may be empty
   */
  void ended(long id, Ending ending, String reference, String note);

  /** Remembers a message that a reply became. */
  void sent(long id, int part, String reference);

  /** The parts of a reply that were sent. */
  Set<Integer> sent(long id);

  /** What is not done, oldest first, but for what cannot be read: that is logged by its number. */
  List<Pending> unfinished();

  /** How many requests ended as {@code ending} and are still on file. */
  long count(Ending ending);

  /** The conversation that a message of the tenant belongs to. */
  Optional<ConversationId> conversation(TenantId tenant, String reference);

  /** Whether a request of that conversation is on file whose answer its whole channel could see. */
  boolean isKnown(TenantId tenant, ConversationId conversation);

  /**
   * Forgets keys older than {@code keys} and requests that ended before {@code ended}, and ends
   * those as {@link Ending#GONE} that are not done and older than {@code keys}.
   */
  void purge(Instant keys, Instant ended);
}
