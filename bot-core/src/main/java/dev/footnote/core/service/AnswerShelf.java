package dev.footnote.core.service;

import dev.footnote.core.conversation.ConversationId;
import dev.footnote.core.conversation.Exchange;
import dev.footnote.core.conversation.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answers on disk, each seen by its own tenant alone, and what goes with them. Durable once a
 * method returns; safe for use by several threads.
 */
public interface AnswerShelf {

  /**
   * A conversation's last exchanges since then, oldest first.
   *
   * @param reader whose private exchanges are among them; empty for what all may see
   */
  List<Exchange> recall(
      TenantId tenant,
      ConversationId conversation,
      Optional<String> reader,
      Instant since,
      int limit);

  Optional<Exchange> exchange(TenantId tenant, String answerId);

  /** Says that an answer is shared: it was private, if it was, and all may see it now. */
  void share(TenantId tenant, String answerId);

  /** The reply as it was given. */
  Optional<Reply> reply(TenantId tenant, String answerId);

  /** Keeps feedback in place of the user's earlier one; false if there is no such answer. */
  boolean feedback(TenantId tenant, String user, String answerId, Feedback feedback, Instant at);

  /** What users said of an answer, in the order of their ids. */
  List<Feedback> feedback(TenantId tenant, String answerId);

  /** Keeps {@code text} under {@code token}. */
  void remember(TenantId tenant, String token, String text, Instant at);

  Optional<String> recall(TenantId tenant, String token);

  /** Forgets what is older than {@code before}. */
  void purge(Instant before);
}
