package dev.footnote.core.service;

import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Reply;
import dev.footnote.knowledge.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * Where the platforms' requests come in and their replies go out: each is stored before it is
 * accepted, answered in turn, and delivered once, also across a crash.
 *
 * <p>Safe for use by several threads. Every method that reads or writes throws {@link
 * StoreException} where the data folder fails; what it was to do is then not done.
 */
public interface Desk {

  /** Says how replies reach {@code platform}; once, before the desk starts to answer. */
  void register(String platform, Delivery delivery);

  /**
   * Takes a request in. It is {@link Admission.Accepted} once it is on disk; takes milliseconds, a
   * few dozen under load.
   *
   * @throws StoreException if it could not be stored: do not acknowledge it as done, and show
   *     {@link ServiceReplies#notStored} where somebody waits
   */
  Admission admit(Request request);

  /** The verbatim quotes behind a tenant's answer; empty if it has no such answer on file. */
  Optional<Reply> evidence(TenantId tenant, String answerId);

  /** Why a tenant's answer is as it is; empty if it has no such answer on file. */
  Optional<Reply> why(TenantId tenant, String answerId);

  /** A tenant's answer as it was given, to be shared; empty if it has no such answer on file. */
  Optional<Reply> answer(TenantId tenant, String answerId);

  /**
   * The conversation in which a message was delivered, so that a reply to it goes on there.
   *
   * @param reference as {@link Outcome.Delivered} or {@link Parts#sent} named it
   */
  Optional<ConversationId> conversation(TenantId tenant, String reference);

  /** Whether something was asked in a conversation of the tenant, as far as is on file. */
  boolean isKnown(TenantId tenant, ConversationId conversation);

  /**
   * Keeps what a reader thinks of an answer, the last word of each reader counting.
   *
   * @return false if the tenant has no such answer on file; {@link ServiceReplies#forgotten} says
   *     so
   */
  boolean feedback(TenantId tenant, String user, String answerId, Feedback feedback);

  TenantSettings settings(TenantId tenant);

  /**
   * Changes a setting, if {@code administrator}; every attempt leaves an audit line.
   *
   * @param user the platform's id of whoever tries
   * @param administrator whether the platform says that they may
   */
  SettingsOutcome change(
      TenantId tenant, String user, boolean administrator, SettingsChange change);

  /** Attempts to change settings, newest first. */
  List<AuditLine> audit(TenantId tenant, int limit);

  /** Removes everything of a tenant that uninstalled; what is under way is not delivered. */
  void erase(TenantId tenant);

  /** What can be asked for, as far as the tenant's topics allow. */
  Suggestions suggestions(TenantId tenant);

  /**
   * Keeps what does not fit into a button, as long as answers are kept.
   *
   * @return 1 to 25 letters and digits; the same text may get the same one
   */
  String remember(TenantId tenant, String text);

  /** What {@link #remember} gave {@code token} for; empty if not to this tenant or too long ago. */
  Optional<String> recall(TenantId tenant, String token);

  /** What adapters keep for tenants. */
  TenantData data();

  /** How the desk is: {@link Health.State#DOWN} while it cannot store. */
  Health health();
}
